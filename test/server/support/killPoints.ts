/** Moments at which a server process can be made to die, in the order in which a life meets them. */
export const killPoints = [
  // A room is being loaded: before the log is read, and before anybody is answered.
  'load-begun',
  'load-read',
  // Edits: before they are written, before what is written is committed, before what is committed is synced, before what is
  // synced is acknowledged.
  'append-begun',
  'append-uncommitted',
  'append-unsynced',
  'append-committed',
  // A log is replaced by a snapshot, step by step.
  'compaction-begun',
  'snapshot-made',
  'snapshot-written',
  'snapshot-read-back',
  'adoption-uncommitted',
  'adopted',
  // SIGTERM: before anything is done about it, after what was under way is stored, around closing the database.
  'goodbye-begun',
  'goodbye-stored',
  'goodbye-closing',
  'goodbye-closed',
] as const;
export type KillPoint = (typeof killPoints)[number];

export type KillPhase = 'load' | 'append' | 'compaction' | 'goodbye';

/** What a server has to be doing to meet a point. */
export function phaseOf(point: KillPoint): KillPhase {
  if (point.startsWith('load')) return 'load';
  if (point.startsWith('append')) return 'append';
  return point.startsWith('goodbye') ? 'goodbye' : 'compaction';
}

/** The setting of the test's server process that names where it dies: a point, and at its how manieth time. */
export const killSetting = 'TRAP_POINT';

/** What the process says as its last words. */
export function lastWords(point: KillPoint): string {
  return `Dying at ${point}`;
}
