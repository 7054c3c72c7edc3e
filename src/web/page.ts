// The pages: what each place is, its hours, its spaces.
import { createHash } from 'node:crypto';
import { type Html, html } from '../kernel/html.ts';
import { webWords as words } from '../messages/web.fr.ts';
import type { Place } from '../place/model.ts';

const STYLE = [
  ':root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }',
  'body { max-width: 42rem; margin: 0 auto; padding: 1.5rem; }',
].join('\n');

/** A page's own style, and nothing else from anywhere. */
export const contentPolicy = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export const CONTENT_POLICY = contentPolicy(STYLE);

const layout = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
${body}
</body>
</html>
`.html;

const paragraphs = (lines: readonly string[]): readonly Html[] => lines.map((line) => html`<p>${line}</p>\n`);

const placeSection = (place: Place): Html => html`<section aria-labelledby="${place.id}">
<h1 id="${place.id}">${place.name}</h1>
<p>${words.where(place)}</p>
${paragraphs(place.description ? [place.description] : [])}<h2>${words.hours}</h2>
${paragraphs(words.week(place))}<h2>${words.spaces}</h2>
<ul>
${place.spaces.map((space) => html`<li><strong>${space.name}</strong>, ${words.space(space).join(', ')}</li>\n`)}</ul>
</section>
`;

export const homePage = (places: readonly Place[]): string =>
  layout(
    places.map(({ name }) => name).join(', '),
    html`<main>
${places.map(placeSection)}<p>${words.running} ${words.how} <code>${words.example}</code></p>
</main>`,
  );

export const messagePage = (sentence: string): string =>
  layout(
    sentence,
    html`<main>
<h1>${sentence}</h1>
<p><a href="/">${words.home}</a></p>
</main>`,
  );
