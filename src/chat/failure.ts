// What a person can type that no command understands.
export type ChatFailure =
  /** `suggestions`: command names near to what was typed, best first. */
  | { readonly code: 'chat.unknown_command'; readonly typed: string; readonly suggestions: readonly string[] }
  /** Words that no option of the command took. */
  | {
      readonly code: 'chat.not_understood';
      readonly command: string;
      readonly typed: string;
      readonly example: string | undefined;
    }
  /** A button whose command is no longer kept. */
  | { readonly code: 'chat.expired' }
  /** What is asked of a channel, in a private conversation. */
  | { readonly code: 'chat.no_channel'; readonly typed: string };
