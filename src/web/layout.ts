// What is around every page: its head, its landmarks, the way to the others.
import { type Html, html } from '../kernel/html.ts';
import { webWords as words } from '../messages/web.fr.ts';
import type { Place } from '../place/model.ts';
import { icon, style } from './assets.ts';

/** Where a page of a place is. */
export type PathOf = (page: `/${string}`) => string;

export interface Around {
  readonly place: Place;
  readonly path: PathOf;
}

interface Head {
  readonly title: string;
  readonly more?: Html;
  /** Of the whole page, for the style. */
  readonly look?: 'wall';
}

const nothing: Html = { html: '' };

export const document = ({ title, more = nothing, look }: Head, body: Html): string =>
  html`<!doctype html>
<html lang="fr"${look === undefined ? '' : html` class="${look}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${style.path}">
<link rel="icon" type="image/svg+xml" href="${icon.path}">
${more}</head>
<body>
${body}</body>
</html>
`.html;

export type Section = 'agenda' | 'espaces' | undefined;

const entry = (href: string, label: string, isHere: boolean): Html =>
  html`<li><a href="${href}"${isHere ? html` aria-current="page"` : ''}>${label}</a></li>\n`;

const siteHeader = ({ place, path }: Around, here: Section): Html => html`<header class="site">
<p class="name"><a href="${path('/')}">${place.name}</a> <span>${words.where(place)}</span></p>
<nav aria-label="${words.menu}">
<ul>
${entry(path('/'), words.agenda, here === 'agenda')}${entry(path('/espaces'), words.spaces, here === 'espaces')}</ul>
</nav>
</header>
`;

const siteFooter = ({ place, path }: Around): Html => html`<footer class="site">
<div>
<h2>${words.hours}</h2>
${words.week(place).map((line) => html`<p>${line}</p>\n`)}</div>
<div>
<h2>${words.howToBook}</h2>
<p>${words.how} <code>${words.example(place)}</code></p>
<p><a href="${path('/ecran')}">${words.wall}</a></p>
</div>
</footer>
`;

export const feedLink = (href: string, title: string): Html =>
  html`<link rel="alternate" type="text/calendar" href="${href}" title="${title}">\n`;

/** A page of a place. */
export const placePage = (
  around: Around,
  { title, here, more }: { readonly title: string; readonly here: Section; readonly more?: Html },
  main: Html,
): string =>
  document(
    {
      title: `${title} – ${around.place.name}`,
      more: html`${feedLink(around.path('/agenda.ics'), words.feedTitle(around.place))}${more ?? ''}`,
    },
    html`<a class="skip" href="#contenu">${words.skip}</a>
${siteHeader(around, here)}<main id="contenu" tabindex="-1">
${main}</main>
${siteFooter(around)}`,
  );

/** A sentence instead of a page. */
export const messagePage = (sentence: string, back: { readonly href: string; readonly label: string }): string =>
  document(
    { title: sentence },
    html`<main id="contenu" class="message">
<h1>${sentence}</h1>
<p><a href="${back.href}">${back.label}</a></p>
</main>
`,
  );
