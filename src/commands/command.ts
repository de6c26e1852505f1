import type { ChangeRefusal, JourneyDocument } from '../doc/journeyDocument';
import type { Journey } from '../model/resolve';

/** What a command works with: the document it writes and the journey as everybody sees it now. */
export interface CommandContext {
  readonly document: JourneyDocument;
  /** The journey before the command; relations are looked up here. */
  readonly journey: () => Journey;
}

/** Why a command did nothing. */
export type CommandRefusal =
  | ChangeRefusal
  /** What it was about is gone. */
  | 'not-found'
  /** It would change nothing. */
  | 'nothing-to-do'
  /** The name or value given does not fit. */
  | 'invalid';

/** What came of a command: its result, or why it did nothing. */
export type CommandResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: CommandRefusal };

/** One intent of a user. Menus, keyboard, palette, table, command line and tests all run the same ones. */
export interface Command<Args, Result> {
  /** Stable name, as in `touchpoint.create`; texts are found by it. */
  readonly id: string;
  run(context: CommandContext, args: Args): CommandResult<Result>;
}

/** Defines a command; a helper for inference only. */
export function defineCommand<Args, Result>(command: Command<Args, Result>): Command<Args, Result> {
  return command;
}

/** A refusal as a result. */
export function refused<T = never>(reason: CommandRefusal): CommandResult<T> {
  return { ok: false, reason };
}
