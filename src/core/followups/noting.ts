// Notes of the staff. Words that ask for a second look are held for their author until they choose; nothing typed is lost.
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Actor } from '../people/model.ts';
import { notOfStaff } from '../people/rules.ts';
import type { FollowupFailure, FollowupFile } from './model.ts';
import { followupById } from './store.ts';
import type { FollowupParts } from './usecases.ts';
import { type HeldNote, heldNote, insertNote, keepNote } from './writing-store.ts';

export interface NoteAsked {
  readonly words: string;
  readonly requestId: string;
}

export interface NotingRoom {
  /** For the staff. */
  note(actor: Actor, id: number, asked: NoteAsked): Promise<Result<FollowupFile, FollowupFailure>>;
  /** Its number: for a day, its author’s alone. */
  hold(actor: Actor, id: number, asked: NoteAsked): Promise<Result<number, FollowupFailure>>;
  /** What its author typed. */
  held(actor: Actor, noteId: number): Promise<Result<HeldNote, FollowupFailure>>;
  /** With these words: as typed, or without some. */
  keep(actor: Actor, noteId: number, words: string): Promise<Result<FollowupFile, FollowupFailure>>;
}

const HELD_FOR = { hours: 24 } as const;

export const createNoting = ({ db, lookingOf, fileOf }: FollowupParts): NotingRoom => {
  const writable = async (actor: Actor, id: number): Promise<FollowupFailure | undefined> => {
    const refused = notOfStaff(actor);
    if (refused) return refused;
    const { placeId, now } = lookingOf(actor);
    const file = await followupById(db.prisma, placeId, id, now);
    if (!file) return { code: 'followup.not_found' };
    if (file.closedBecause === 'stopped') return { code: 'followup.stopped' };
    return file.state === 'closed' ? { code: 'followup.closed', id } : undefined;
  };

  const shown = async (actor: Actor, id: number): Promise<Result<FollowupFile, FollowupFailure>> => {
    const file = await fileOf(lookingOf(actor), id);
    return file ? ok(file) : fail({ code: 'followup.not_found' });
  };

  const held: NotingRoom['held'] = async (actor, noteId) => {
    const refused = notOfStaff(actor);
    if (refused) return fail(refused);
    const note = await heldNote(db.prisma, lookingOf(actor), noteId);
    return note ? ok(note) : fail({ code: 'followup.note_gone' });
  };

  return {
    note: async (actor, id, asked) => {
      const broken = await writable(actor, id);
      if (broken) return fail(broken);
      await insertNote(db.prisma, lookingOf(actor), { id, ...asked, heldUntil: undefined });
      return shown(actor, id);
    },

    hold: async (actor, id, asked) => {
      const broken = await writable(actor, id);
      if (broken) return fail(broken);
      const looking = lookingOf(actor);
      return ok(await insertNote(db.prisma, looking, { id, ...asked, heldUntil: looking.now.add(HELD_FOR) }));
    },

    held,

    keep: async (actor, noteId, words) => {
      const note = await held(actor, noteId);
      if (!note.ok) return note;
      const broken = await writable(actor, note.value.followupId);
      if (broken) return fail(broken);
      return (await keepNote(db.prisma, lookingOf(actor), noteId, words))
        ? shown(actor, note.value.followupId)
        : fail({ code: 'followup.note_gone' });
    },
  };
};
