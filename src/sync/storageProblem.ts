import type { UnsafeReason } from '../store/session';

/** Why the browser's storage did not do what was asked. */
export type StorageProblem =
  /** No room left. */
  | 'storage-full'
  /** The browser keeps nothing here: private window, storage switched off. */
  | 'storage-unavailable'
  /** What is stored cannot be read or written. */
  | 'storage-broken'
  /** Another tab runs newer code and has taken the database over: reload this one. */
  | 'storage-newer'
  /** Another tab still runs older code and holds the database: close that one. */
  | 'storage-blocked';

/** What came of something asked of the storage. */
export type StoreResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: StorageProblem };

/** A storage failure that is already named; thrown inside the store only, a value outside. */
export class StorageFailure extends Error {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem) {
    super(problem);
    this.problem = problem;
  }
}

const byName: Readonly<Record<string, StorageProblem>> = {
  QuotaExceededError: 'storage-full',
  MissingAPIError: 'storage-unavailable',
  SecurityError: 'storage-unavailable',
  InvalidAccessError: 'storage-unavailable',
  UnknownError: 'storage-broken',
  VersionError: 'storage-newer',
  BlockedError: 'storage-blocked',
};

/** All names an error goes by: its own and those of what it wraps (Dexie wraps the browser's errors). */
function namesOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, inner, failures } = error as { name?: unknown; inner?: unknown; failures?: unknown };
  const wrapped = [inner, ...(Array.isArray(failures) ? (failures as unknown[]) : [])];
  return [String(name), ...wrapped.flatMap((cause) => namesOf(cause, depth + 1))];
}

/** Names a failure of IndexedDB or Dexie. What is not recognised counts as broken. */
export function storageProblemOf(error: unknown): StorageProblem {
  if (error instanceof StorageFailure) return error.problem;
  for (const name of namesOf(error)) {
    const problem = byName[name];
    if (problem) return problem;
  }
  return 'storage-broken';
}

/** Whether the database was closed under us (by the browser, by a crash of its process), so that opening again may help. */
export function isClosedDatabase(error: unknown): boolean {
  return namesOf(error).some((name) => name === 'DatabaseClosedError' || name === 'InvalidStateError');
}

/** The same in the words of the save indicator. */
export function unsafeReasonOf(problem: StorageProblem): UnsafeReason {
  return problem === 'storage-blocked' ? 'storage-broken' : problem;
}
