import { systemEntropy } from '../../src/model/ids';
import type { Storage } from '../storage/openStorage';
import { backUp } from './backUp';
import { exportMaps } from './exportMaps';
import { nobodyHere, rewriteMaps, type Workplace } from './rewriteMaps';

/** What an operator can have done with all that is kept, by whichever process has it open. Paths are absolute. */
export type Operation =
  | { readonly command: 'backup'; readonly file: string }
  | { readonly command: 'export'; readonly folder: string }
  /** Takes a person out, by the id stamped on their work. */
  | { readonly command: 'erase'; readonly actor: string }
  /** Puts another text in place of one, everywhere and in all that was before. */
  | { readonly command: 'purge'; readonly text: string; readonly replacement: string };

/** What came of an operation, for whoever asked. */
export interface Outcome {
  readonly lines: readonly string[];
  /** Whether all of it was done. */
  readonly isComplete: boolean;
}

/** Does it. Throws with a sentence when it cannot be done. */
export async function perform(
  operation: Operation,
  storage: Storage,
  workplace: Workplace = nobodyHere,
): Promise<Outcome> {
  const { store, access } = storage;
  switch (operation.command) {
    case 'backup': {
      const { file } = operation;
      await backUp((target) => storage.copyInto(target), file);
      return done(`Everything that was saved is in ${file}.`);
    }
    case 'export': {
      const { folder } = operation;
      const { written, problems } = await exportMaps(store, folder, systemEntropy);
      const lines = problems.map((problem) => `Not exported: ${problem}`);
      return { lines: [`${written} maps are in ${folder}.`, ...lines], isComplete: problems.length === 0 };
    }
    case 'erase': {
      const wasKnown = await access.forgetPerson(operation.actor);
      const { places, maps } = await rewriteMaps({ ...storage, ...workplace }, operation.actor, 'erased');
      return done(
        `Taken out of ${places} places in ${maps} maps${wasKnown ? ', and of the audit logs' : ''}. Backups hold it still.`,
      );
    }
    case 'purge': {
      const { text, replacement } = operation;
      const names = await access.replaceText(text, replacement);
      const { places, maps } = await rewriteMaps({ ...storage, ...workplace }, text, replacement);
      return done(
        `Replaced in ${places} places in ${maps} maps, and in ${names} names and labels; no history holds it any more. Backups do.`,
      );
    }
  }
}

function done(line: string): Outcome {
  return { lines: [line], isComplete: true };
}

const fields = {
  backup: ['file'],
  export: ['folder'],
  erase: ['actor'],
  purge: ['text', 'replacement'],
} as const satisfies Record<Operation['command'], readonly string[]>;

/** An operation as it comes from another process; null when it is none. */
export function readOperation(value: unknown): Operation | null {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const { command } = given;
  if (typeof command !== 'string' || !Object.hasOwn(fields, command)) return null;
  const names: readonly string[] = fields[command as Operation['command']];
  return names.every((name) => typeof given[name] === 'string') ? (given as unknown as Operation) : null;
}
