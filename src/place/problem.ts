// What can be wrong in a place file, as data: the sentences stand in messages. `path` holds the keys as written in the
// file, so that a person finds the line.

export type Path = readonly (string | number)[];

interface Where {
  readonly file: string;
  readonly path: Path;
  /** Of the file, from 1; undefined when the thing is missing altogether. */
  readonly line: number | undefined;
}

export type Fault =
  /** Nothing matches the paths that were asked for. */
  | { readonly code: 'place.no_file' }
  | { readonly code: 'place.unreadable'; readonly reason: string }
  | { readonly code: 'place.bad_yaml'; readonly kind: string }
  | { readonly code: 'place.unknown_key'; readonly key: string; readonly near: string | undefined }
  | { readonly code: 'place.missing' }
  | { readonly code: 'place.wrong_kind'; readonly expected: Kind; readonly found: string }
  | { readonly code: 'place.not_one_of'; readonly found: string; readonly allowed: readonly string[] }
  | { readonly code: 'place.too_small'; readonly minimum: number }
  | { readonly code: 'place.not_positive' }
  | { readonly code: 'place.too_big'; readonly maximum: number }
  | { readonly code: 'place.empty' }
  | { readonly code: 'place.bad_key'; readonly key: string }
  | { readonly code: 'place.not_hours'; readonly found: string }
  | { readonly code: 'place.not_a_time'; readonly found: string }
  | { readonly code: 'place.not_a_duration'; readonly found: string }
  | { readonly code: 'place.not_a_day'; readonly found: string }
  | { readonly code: 'place.not_an_address'; readonly found: string }
  | { readonly code: 'place.not_a_year'; readonly found: string }
  | { readonly code: 'place.unknown_zone'; readonly found: string }
  | { readonly code: 'place.ends_before_start' }
  | { readonly code: 'place.hours_overlap' }
  | { readonly code: 'place.which_days' }
  | { readonly code: 'place.unknown_space'; readonly key: string; readonly near: string | undefined }
  | { readonly code: 'place.inside_itself'; readonly chain: readonly string[] }
  | { readonly code: 'place.unknown_partner'; readonly key: string; readonly near: string | undefined }
  | { readonly code: 'place.unknown_objective'; readonly key: string; readonly near: string | undefined }
  /** What an offer or a public names, and nobody wrote. */
  | { readonly code: 'place.unknown_choice'; readonly key: string; readonly near: string | undefined }
  | { readonly code: 'place.unknown_service'; readonly key: string; readonly near: string | undefined }
  /** Of data.inclusion. */
  | { readonly code: 'place.unknown_code'; readonly found: string; readonly near: string | undefined }
  | { readonly code: 'place.word_shared'; readonly word: string; readonly with: string }
  | { readonly code: 'place.says_nothing' }
  /** Another offer of the same partner answers all that this one would. Counted from 1. */
  | { readonly code: 'place.never_fires'; readonly because: number }
  | { readonly code: 'place.excludes_nobody' }
  /** What the partner offers here it refuses there. Counted from 1. */
  | { readonly code: 'place.contradicts'; readonly exclusion: number }
  /** No answer leads to that partner. */
  | { readonly code: 'place.unreached'; readonly because: 'no_offer' | 'others_first' }
  | { readonly code: 'place.name_shared'; readonly name: string; readonly with: string }
  | { readonly code: 'place.shortest_over_longest' }
  | { readonly code: 'place.stay_outside_bounds' }
  | { readonly code: 'place.off_step' }
  | { readonly code: 'place.step_splits_day' }
  | { readonly code: 'place.kept_too_short'; readonly leastDays: number }
  | { readonly code: 'place.slot_length'; readonly least: number; readonly most: number }
  | { readonly code: 'place.no_space' }
  | { readonly code: 'place.same_id'; readonly id: string; readonly other: string }
  | { readonly code: 'place.workspace_claimed'; readonly workspace: string; readonly other: string };

/** What a value should have been. */
export type Kind = 'text' | 'number' | 'whole' | 'list' | 'section';

export type PlaceProblem = Where & Fault;

/** The place works, but something may surprise its people. */
export type PlaceWarning = { readonly file: string } & (
  | { readonly code: 'place.capacity_unknown'; readonly spaceKey: string; readonly name: string }
  | { readonly code: 'place.no_workspace' }
);
