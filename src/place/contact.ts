// Whom people speak to when the bot is not enough: what a place file says of it. What it leaves out is not known.
import type { z } from 'zod';
import { section, text } from './fields.ts';

/** In words, to be shown as they are. */
export interface Contact {
  /** « l’équipe d’animation »: how the sentence names them. */
  readonly who: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  /** When they receive people, where that is not the place's opening hours. */
  readonly when: string | undefined;
  readonly source: string | undefined;
}

export const contactSection = section({
  qui: text.optional(),
  téléphone: text.optional(),
  courriel: text.optional(),
  accueil: text.optional(),
  source: text.optional(),
});

export const buildContact = (file: z.output<typeof contactSection>): Contact => ({
  who: file.qui,
  phone: file.téléphone,
  email: file.courriel,
  when: file.accueil,
  source: file.source,
});
