// Where several places share a house: which one?
import type { PlaceNow } from '../core/showing/model.ts';
import { html } from '../kernel/html.ts';
import { webWords as words } from '../messages/web.fr.ts';
import type { Place } from '../place/model.ts';
import { openBadge } from './home.ts';
import { document } from './layout.ts';

export interface PlaceEntry {
  readonly place: Place;
  readonly href: string;
  readonly now: PlaceNow;
}

export const placesPage = (entries: readonly PlaceEntry[]): string =>
  document(
    { title: words.places },
    html`<main id="contenu">
<h1>${words.places}</h1>
<ul class="places">
${entries.map(
  ({ place, href, now }) => html`<li>
<h2><a href="${href}">${place.name}</a></h2>
<p>${words.where(place)}</p>
${openBadge(now)}
</li>
`,
)}</ul>
</main>
`,
  );
