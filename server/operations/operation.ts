import { systemEntropy } from '../../src/model/ids';
import type { Storage } from '../storage/openStorage';
import { backUp } from './backUp';
import { exportMaps } from './exportMaps';

/** What an operator can have done with all that is kept, by whichever process has it open. Paths are absolute. */
export type Operation =
  | { readonly command: 'backup'; readonly file: string }
  | { readonly command: 'export'; readonly folder: string };

/** What came of an operation, for whoever asked. */
export interface Outcome {
  readonly lines: readonly string[];
  /** Whether all of it was done. */
  readonly isComplete: boolean;
}

/** Does it. Throws with a sentence when it cannot be done. */
export async function perform(operation: Operation, storage: Storage): Promise<Outcome> {
  switch (operation.command) {
    case 'backup': {
      const { file } = operation;
      await backUp((target) => storage.copyInto(target), file);
      return { lines: [`Everything that was saved is in ${file}.`], isComplete: true };
    }
    case 'export': {
      const { folder } = operation;
      const { written, problems } = await exportMaps(storage.store, folder, systemEntropy);
      const lines = problems.map((problem) => `Not exported: ${problem}`);
      return { lines: [`${written} maps are in ${folder}.`, ...lines], isComplete: problems.length === 0 };
    }
  }
}

const fields = { backup: ['file'], export: ['folder'] } as const satisfies Record<
  Operation['command'],
  readonly string[]
>;

/** An operation as it comes from another process; null when it is none. */
export function readOperation(value: unknown): Operation | null {
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  const { command } = given;
  if (typeof command !== 'string' || !Object.hasOwn(fields, command)) return null;
  const names: readonly string[] = fields[command as Operation['command']];
  return names.every((name) => typeof given[name] === 'string') ? (given as unknown as Operation) : null;
}
