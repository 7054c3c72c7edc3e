// The one way in: every text, button, form and mention of every platform is read, acknowledged, checked, run and
// answered here. What breaks is logged with a reference, and the person is given that reference.
import type { Core } from '../core/core.ts';
import type { Actor } from '../core/people/model.ts';
import { inTime } from '../kernel/in-time.ts';
import type { Log } from '../kernel/log.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { Clock } from '../kernel/time.ts';
import { brokenReply, formReply, noPlaceReply, withCorrection } from '../messages/chat.fr.ts';
import { refuse } from '../messages/failures.fr.ts';
import type { Place } from '../place/model.ts';
import type { Reply } from '../reply/tree.ts';
import type { Chat, Responder } from './adapter.ts';
import { administering, refusedTo } from './administering.ts';
import { didYouMean } from './did-you-mean.ts';
import { lineOf, lineOfPath, withValues } from './draft.ts';
import { type Ended, endOf, NO_COMMAND } from './ended.ts';
import { writeHome } from './home.ts';
import type { Invocation } from './invocation.ts';
import type { ArgumentsOf, Options } from './option.ts';
import { type Reading, read } from './read.ts';
import type { Registry } from './registry.ts';
import { expandLine, isShortened, shortenCommands } from './shorten.ts';
import { suggestionsFor } from './suggest.ts';

export interface ChatParts {
  readonly registry: Registry;
  /** The place that a workspace or server belongs to; undefined: none of those served here. */
  readonly placeOf: (person: Pick<Invocation['person'], 'platform' | 'workspace'>) => Place | undefined;
  readonly core: Core;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly newReference: () => string;
}

type Ready = Extract<Reading, { readonly kind: 'ready' }>;
type Formed = Extract<Reading, { readonly kind: 'form' }>;

/** A form must be there within three seconds: whoever is not known by then is refused when they submit it. */
const MENU_PATIENCE_MS = 600;

export const createChat = (parts: ChatParts): Chat => {
  const { registry, placeOf, core, clock, log, metrics, newReference } = parts;

  const actorOf = async ({ person }: Invocation, place: Place): Promise<Actor> =>
    core.people.resolve({
      placeId: place.id,
      platform: person.platform,
      workspace: person.workspace,
      userId: person.userId,
      displayName: person.displayName,
    });

  /** Everyone sees an entry of a message's menu: who may not use it is told so before they fill a form. */
  const refusedEntry = async (
    { route: { command }, draft }: Formed,
    invocation: Invocation,
    place: Place,
  ): Promise<Reply | undefined> => {
    const actor = await administering(await actorOf(invocation, place), invocation.person, command, draft);
    return refusedTo(actor, command, place);
  };

  const run = async ({ route, draft }: Ready, invocation: Invocation, place: Place): Promise<Reply> => {
    const { command } = route;
    const { platform, workspace } = invocation.person;
    const speaker = await actorOf(invocation, place);
    // Whoever speaks may bring news of hours that another instance changed: what was read by the old ones is read again.
    const current = placeOf(invocation.person) ?? place;
    if (current !== place) return replyTo(read(registry, invocation, current, clock.now()), invocation, current);
    const actor = await administering(speaker, invocation.person, command, draft);
    const refused = refusedTo(actor, command, place);
    if (refused) return refused;
    const reply = await command.run({
      args: draft.values as ArgumentsOf<Options>,
      actor,
      core,
      place,
      now: draft.context.now,
      spot: invocation.spot,
      requestId: `${platform}:${workspace}:${invocation.id}`,
      commands: registry.entries,
      complete: invocation.by === 'form',
      lineWith: (values) => lineOf(route.path, command, withValues(draft, values)),
      line: (path, values) => lineOfPath(registry, path, values, draft.context),
    });
    return reply.tone === 'refusal' && invocation.by !== 'button'
      ? withCorrection(reply, command, lineOf(route.path, command, draft))
      : reply;
  };

  const replyTo = async (reading: Reading, invocation: Invocation, place: Place): Promise<Reply> => {
    switch (reading.kind) {
      case 'ready':
        return run(reading, invocation, place);
      case 'form':
        return formReply(
          reading.form,
          reading.route.command,
          lineOf(reading.route.path, reading.route.command, reading.draft),
        );
      case 'refusal':
        return refuse(reading.failure, place, ...didYouMean(reading, invocation.line));
    }
  };

  const handle = async (
    invocation: Invocation,
    responder: Responder,
    acknowledge: Responder['acknowledge'],
  ): Promise<Ended> => {
    const place = placeOf(invocation.person);
    if (!place) {
      await acknowledge('asker');
      await responder.answer(noPlaceReply());
      return { command: NO_COMMAND, outcome: 'refused' };
    }
    let { line } = invocation;
    if (isShortened(line)) {
      if (!invocation.wantsForm) await acknowledge('asker');
      const kept = await expandLine(line, place.id, core.lines);
      if (kept === undefined) {
        await acknowledge('asker');
        await responder.answer(refuse({ code: 'chat.expired' }, place));
        return { command: NO_COMMAND, outcome: 'refused' };
      }
      line = kept;
    }
    const reading = read(registry, { ...invocation, line }, place, clock.now());
    const formFirst = invocation.canOpenForm && (invocation.wantsForm || !isShortened(invocation.line));
    if (reading.kind === 'form' && formFirst) {
      const asked = invocation.by === 'menu' ? refusedEntry(reading, invocation, place) : undefined;
      const refused = asked && (await inTime(asked, MENU_PATIENCE_MS, undefined));
      if (!refused) {
        await responder.openForm(reading.form);
        return endOf(reading, undefined);
      }
      await acknowledge('asker');
      await responder.answer(refused);
      return endOf(reading, refused);
    }
    await acknowledge(reading.kind === 'ready' ? reading.route.command.audience : 'asker');
    const reply = await replyTo(reading, { ...invocation, line }, place);
    await responder.answer(await shortenCommands(reply, place.id, core.lines));
    return endOf(reading, reply);
  };

  return {
    commands: registry.entries,

    dispatch: async (invocation, responder) => {
      const { platform } = invocation.person;
      const began = performance.now();
      let acknowledged = false;
      const acknowledge: Responder['acknowledge'] = async (audience) => {
        if (acknowledged) return;
        acknowledged = true;
        await responder.acknowledge(audience);
        metrics.acknowledged(platform, performance.now() - began);
      };
      const openForm: Responder['openForm'] = async (form) => {
        await responder.openForm(form);
        metrics.acknowledged(platform, performance.now() - began);
      };
      try {
        const ended = await handle(invocation, { ...responder, openForm }, acknowledge);
        metrics.answered({ platform, ...ended }, performance.now() - began);
      } catch (error) {
        metrics.answered({ platform, command: NO_COMMAND, outcome: 'broken' }, performance.now() - began);
        const reference = newReference();
        log.error({ reference, platform, by: invocation.by, err: error }, 'a request broke');
        try {
          await acknowledge('asker');
          await responder.answer(brokenReply(reference));
        } catch (unanswered) {
          log.error({ reference, err: unanswered }, 'and the person could not be told');
        }
      }
    },

    home: async ({ platform, workspace, userId }, homes) => {
      const place = placeOf({ platform, workspace });
      if (!place) return;
      const at = { placeId: place.id, platform, workspace, userId };
      try {
        await core.homes.opened(at);
        await writeHome(core, place, at, homes);
      } catch (err) {
        log.error({ reference: newReference(), platform, err }, 'a page could not be written');
      }
    },

    suggest: (query) => {
      const place = placeOf(query.person);
      return place ? suggestionsFor(registry, query, place, clock.now()) : [];
    },
  };
};
