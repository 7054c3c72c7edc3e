// What only the whole of an orientation shows: a code that nobody wrote, a word that means two things, a rule that cannot
// fire, two that contradict, a partner that no answer reaches. Read once the sections it looks at are well formed.
import { z } from 'zod';
import { inclusionPublics, inclusionThemes } from './data-inclusion.ts';
import { buildDistricts, districtsSection } from './districts.ts';
import type { Found } from './faults.ts';
import { names, text } from './fields.ts';
import { nearest } from './near.ts';
import {
  buildOrientation,
  buildPartnerOrientation,
  type Condition,
  conditions,
  type OrientationRules,
  orientationSection,
  partnerOrientation,
  pathOf,
  questions,
  SECTIONS,
} from './orientation.ts';
import { isReached, neverExcludes, shadowing, whollyExcluded } from './orientation-reach.ts';
import type { Partner } from './partner.ts';
import type { Path } from './problem.ts';
import { folded } from './written.ts';

const LINKS = { engagé: 'established', régulier: 'regular', 'en développement': 'developing' } as const;

const oriented = z.object({
  orientation: orientationSection,
  quartiers: districtsSection,
  services: z.record(z.string(), z.unknown()).default({}),
  partenaires: z
    .record(
      z.string(),
      z.object({
        nom: text,
        'autres noms': names,
        lien: z.enum(['engagé', 'régulier', 'en développement']),
        orientation: partnerOrientation.optional(),
      }),
    )
    .default({}),
});

const partnersIn = (file: z.output<typeof oriented>): readonly Partner[] =>
  Object.entries(file.partenaires).map(([key, { nom, lien, orientation, ...other }]) => ({
    key,
    name: nom,
    aliases: other['autres noms'],
    description: undefined,
    meeting: undefined,
    link: LINKS[lien],
    orientation: orientation && buildPartnerOrientation(orientation),
    source: undefined,
  }));

const unknownCodes = ({ choices }: OrientationRules): readonly Found[] =>
  questions.flatMap((question) => {
    const known = question === 'public' ? inclusionPublics : inclusionThemes;
    return choices[question].flatMap(({ key, code }): readonly Found[] =>
      code === undefined || known.includes(code)
        ? []
        : [
            {
              path: [...pathOf(question), key, 'code'],
              fault: { code: 'place.unknown_code', found: code, near: nearest(code, known) },
            },
          ],
    );
  });

/** A word means one answer, whatever the question: a sentence has no other way to say which. */
const sharedWords = ({ choices }: OrientationRules): readonly Found[] => {
  const owners = new Map<string, string>();
  return questions.flatMap((question) =>
    choices[question].flatMap(({ key, words }) =>
      words.flatMap((word, index): readonly Found[] => {
        const owner = owners.get(folded(word));
        owners.set(folded(word), owner ?? key);
        return owner === undefined
          ? []
          : [
              {
                path: [...pathOf(question), key, 'mots', index],
                fault: { code: 'place.word_shared', word, with: owner },
              },
            ];
      }),
    ),
  );
};

const unknownChoices = (
  { choices }: OrientationRules,
  rule: Readonly<Partial<Record<Condition | 'public', readonly string[]>>>,
  path: Path,
): readonly Found[] =>
  [...conditions, 'public' as const].flatMap((question) => {
    const known = choices[question].map(({ key }) => key);
    return (rule[question] ?? []).flatMap((key, index): readonly Found[] =>
      known.includes(key)
        ? []
        : [
            {
              path: [...path, SECTIONS[question], index],
              fault: { code: 'place.unknown_choice', key, near: nearest(key, known) },
            },
          ],
    );
  });

const ofRules = (rules: OrientationRules, { key, orientation }: Partner): readonly Found[] => {
  if (!orientation) return [];
  const { offers, exclusions } = orientation;
  const path = ['partenaires', key, 'orientation'];
  const ofOffers = offers.flatMap((offer, index): readonly Found[] => {
    const own = [...path, 'offres', index];
    const unknown = unknownChoices(rules, offer, own);
    if (unknown.length > 0) return unknown;
    if (conditions.every((condition) => offer[condition].length === 0))
      return [{ path: own, fault: { code: 'place.says_nothing' } }];
    const exclusion = exclusions.findIndex((each) => whollyExcluded(offer, each));
    if (exclusion >= 0) return [{ path: own, fault: { code: 'place.contradicts', exclusion: exclusion + 1 } }];
    const other = shadowing(offers, index);
    return other === undefined ? [] : [{ path: own, fault: { code: 'place.never_fires', because: other + 1 } }];
  });
  const ofExclusions = exclusions.flatMap((exclusion, index): readonly Found[] => {
    const own = [...path, 'pas pour', index];
    const unknown = unknownChoices(rules, exclusion, own);
    if (unknown.length > 0) return unknown;
    if (conditions.every((condition) => exclusion[condition].length === 0))
      return [{ path: own, fault: { code: 'place.says_nothing' } }];
    return neverExcludes(exclusion, offers) ? [{ path: own, fault: { code: 'place.excludes_nobody' } }] : [];
  });
  return [...ofOffers, ...ofExclusions];
};

const unreached = (orientation: OrientationRules, partners: readonly Partner[]): readonly Found[] =>
  partners.flatMap((partner): readonly Found[] => {
    const path = ['partenaires', partner.key];
    if (!partner.orientation) return [{ path, fault: { code: 'place.unreached', because: 'no_offer' } }];
    return isReached({ orientation, partners }, partner)
      ? []
      : [{ path: [...path, 'orientation'], fault: { code: 'place.unreached', because: 'others_first' } }];
  });

/** Someone whom nobody asks about: a place without an orientation has no rules of it. */
const withoutSection = (data: unknown): readonly Found[] => {
  const read = z
    .object({
      orientation: z.undefined().optional(),
      partenaires: z.record(z.string(), z.object({ orientation: z.unknown() }).catch({ orientation: undefined })),
    })
    .safeParse(data);
  const orphan = Object.values(read.data?.partenaires ?? {}).some(({ orientation }) => orientation !== undefined);
  return orphan ? [{ path: ['orientation'], fault: { code: 'place.missing' } }] : [];
};

export const orientationChecks = (data: unknown): readonly Found[] => {
  const read = oriented.safeParse(data);
  if (!read.success) return withoutSection(data);
  const rules = buildOrientation(read.data.orientation, buildDistricts(read.data.quartiers));
  const partners = partnersIn(read.data);
  const services = Object.keys(read.data.services);
  const { welcome } = rules;
  const ownFaults: readonly Found[] = [
    ...(services.includes(welcome)
      ? []
      : [
          {
            path: ['orientation', 'accueil'],
            fault: { code: 'place.unknown_service', key: welcome, near: nearest(welcome, services) } as const,
          },
        ]),
    ...unknownCodes(rules),
    ...sharedWords(rules),
    ...partners.flatMap((partner) => ofRules(rules, partner)),
  ];
  // A rule that is wrong may be why a partner is not reached: it is told first.
  return ownFaults.length > 0 ? ownFaults : unreached(rules, partners);
};
