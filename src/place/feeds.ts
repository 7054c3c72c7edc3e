// Partners' own calendars that a place reads into its agenda: where each is, and what its events are.
import type { z } from 'zod';
import { type EventKindKey, eventKind } from './agenda.ts';
import { section, text, webAddress } from './fields.ts';

export interface Feed {
  readonly key: string;
  readonly name: string;
  /** http or https; nothing else is asked, and nobody but the hosts of these addresses. */
  readonly url: string;
  readonly kind: EventKindKey;
}

export const feedSection = section({ nom: text, adresse: webAddress, type: eventKind.default('other') });

export const buildFeed = (key: string, { nom, adresse, type }: z.output<typeof feedSection>): Feed => ({
  key,
  name: nom,
  url: adresse,
  kind: type,
});
