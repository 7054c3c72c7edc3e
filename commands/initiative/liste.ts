// The initiatives of the place, by state, district or theme, one's own, or by words.
import { defineCommand } from '../../src/chat/command.ts';
import { optional } from '../../src/chat/option.ts';
import { choice } from '../../src/chat/options/choice.ts';
import { ofPlace } from '../../src/chat/options/of-place.ts';
import { saidChoice } from '../../src/chat/options/said-choice.ts';
import { words } from '../../src/chat/options/words.ts';
import { initiativeStates } from '../../src/core/initiatives/model.ts';
import { refuse } from '../../src/messages/failures.fr.ts';
import { initiativeDone, listReply, stateNames, typedStates } from '../../src/messages/initiative.fr.ts';
import { initiativesOf } from '../../src/place/initiatives.ts';

const state = saidChoice('Dans quel état', {
  said: initiativeStates.flatMap((each) => [[typedStates[each], each] as const, [stateNames[each], each] as const]),
  written: typedStates,
  labels: stateNames,
});

export const liste = defineCommand({
  name: 'liste',
  summary: 'Voir les initiatives par état, quartier ou thème',
  title: 'Les initiatives',
  access: 'veilleuse',
  audience: 'asker',
  options: {
    etat: optional(state),
    quartier: optional(ofPlace('Dans quel quartier', ({ districts = [] }) => districts)),
    theme: optional(ofPlace('Sur quel thème', (place) => initiativesOf(place).themes)),
    qui: optional(choice('Lesquelles', { miennes: 'Les miennes', toutes: 'Toutes' })),
  },
  examples: ['', 'miennes', 'val-d-aran en sommeil'],

  async run({ args, actor, core, place }) {
    const { etat, quartier, theme, qui } = args;
    const found = await core.initiatives.list(actor, {
      states: etat && [etat],
      district: quartier,
      theme,
      ownerId: qui === 'miennes' ? actor.memberId : undefined,
    });
    if (!found.ok) return refuse(found.error, place);
    return listReply(place, found.value.all, { total: found.value.count, empty: initiativeDone.none });
  },
});

export const chercher = defineCommand({
  name: 'chercher',
  summary: 'Chercher une initiative par ses mots',
  title: 'Chercher',
  access: 'veilleuse',
  audience: 'asker',
  options: { mots: words('Quels mots') },
  examples: ['potager', 'vélos val d’aran'],

  async run({ args, actor, core, place }) {
    const found = await core.initiatives.search(actor, args.mots);
    if (!found.ok) return refuse(found.error, place);
    return listReply(place, found.value.all, { total: found.value.count, empty: initiativeDone.none });
  },
});
