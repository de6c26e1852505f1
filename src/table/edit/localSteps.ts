import type { MirrorState } from '../../store/mirror';
import type { OpenMap } from '../../store/openMap';
import { tableStoreOf, type TableState } from '../../store/tableStore';
import { notices } from '../../ui/notices';

/** The notice that says how much was not understood; it goes with what it speaks of. */
export const refusedNotice = 'table-refused';

/** What this tab alone keeps of what was typed: rows that wait, and texts that do not fit. */
type Kept = Pick<TableState, 'drafts' | 'refused'>;

/** An edit that changed what is kept, and what was kept before. */
interface LocalStep {
  readonly before: Kept;
  /** Whether the map was changed by it as well: then it is taken back with the map’s own step. */
  readonly changedMap: boolean;
  /** The history of the map before the edit and since; a new object with everything one does. */
  readonly historyBefore: MirrorState['history'];
  historySince: MirrorState['history'];
}

const stepsOf = new WeakMap<OpenMap['mirror'], LocalStep[]>();

/**
 * Runs an edit of a table, so that what it keeps in this tab is undone with it (TBL-16): rows that wait for what they need and
 * texts that do not fit go as they came, in the same step as what was changed in the map.
 */
export function asLocalStep<T>(openMap: OpenMap, edit: () => T): T {
  const store = tableStoreOf(openMap.mirror);
  const { drafts, refused } = store.getState();
  const historyBefore = openMap.mirror.store.getState().history;
  const result = edit();
  const after = store.getState();
  if (after.drafts === drafts && after.refused === refused) return result;
  const historySince = openMap.mirror.store.getState().history;
  const changedMap = historySince !== historyBefore;
  known(openMap).push({ before: { drafts, refused }, changedMap, historyBefore, historySince });
  return result;
}

/** Takes back the last edit if all it did was to keep something in this tab. Returns whether it was one. */
export function undoKept(openMap: OpenMap): boolean {
  const steps = known(openMap);
  const last = steps.at(-1);
  if (!last || last.changedMap || last.historySince !== openMap.mirror.store.getState().history) return false;
  takeBack(openMap, steps);
  return true;
}

/** Whether the last edit can be taken back by `undoKept`. */
export function canUndoKept(openMap: OpenMap): boolean {
  const last = stepsOf.get(openMap.mirror)?.at(-1);
  return last?.changedMap === false && last.historySince === openMap.mirror.store.getState().history;
}

function takeBack(openMap: OpenMap, steps: LocalStep[]): void {
  const step = steps.pop();
  if (!step) return;
  const before = steps.at(-1);
  // What was done before it is the last thing again.
  if (before?.historySince === step.historyBefore)
    before.historySince = openMap.mirror.store.getState().history;
  tableStoreOf(openMap.mirror).setState(step.before);
  notices.dismiss(refusedNotice);
}

function known(openMap: OpenMap): LocalStep[] {
  const there = stepsOf.get(openMap.mirror);
  if (there) return there;
  const steps: LocalStep[] = [];
  stepsOf.set(openMap.mirror, steps);
  openMap.mirror.store.subscribe(({ history }, { history: before }) => {
    const last = steps.at(-1);
    if (history === before || !last?.changedMap || last.historySince !== before) return;
    // An edit leaves nothing to be done again: there is something now, so it was undone.
    if (history.redo !== null) takeBack(openMap, steps);
  });
  return steps;
}
