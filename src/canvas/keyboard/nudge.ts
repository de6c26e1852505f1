import { moveStage } from '../../commands/moveStage';
import { moveTouchpoints } from '../../commands/moveTouchpoints';
import { stageBand, timelineUnit } from '../../layout/metrics';
import type { RecordRef } from '../../model/kinds';
import type { OpenMap } from '../../store/openMap';

/** How far one key press moves, on the timeline and in rows. */
export interface NudgeStep {
  readonly at: number;
  readonly offset: number;
}

export const smallStep = 0.1;
export const largeStep = 1;

/**
 * Moves what is selected by a step: touchpoints and notes together, or one stage.
 * @param gesture presses with the same gesture are one step of undo
 */
export function nudge(
  openMap: OpenMap,
  selection: readonly RecordRef[],
  step: NudgeStep,
  gesture: string,
): boolean {
  const { touchpoints, notes } = openMap.journey();
  const moves = selection.flatMap(({ id }) => {
    const touchpoint = touchpoints.byId.get(id);
    const placed = touchpoint ?? notes.byId.get(id);
    if (!placed) return [];
    const offset = placed.offset + step.offset;
    return [{ id, at: toTwentieth(placed.at + step.at), offset: touchpoint ? Math.max(0, offset) : offset }];
  });
  if (moves.length > 0) return moveTouchpoints.run(openMap, { moves, gesture }).ok;
  const stage = stageOf(openMap, selection);
  if (!stage || step.at === 0) return false;
  const start = toTwentieth(stage.start + step.at);
  const end = Math.round((stage.end + start - stage.start) * 1e6) / 1e6;
  return moveStage.run(openMap, { id: stage.id, start, end, gesture }).ok;
}

/** Makes a selected stage longer or shorter at its end. */
export function resizeStage(
  openMap: OpenMap,
  selection: readonly RecordRef[],
  by: number,
  gesture: string,
): boolean {
  const stage = stageOf(openMap, selection);
  if (!stage) return false;
  const end = Math.max(stage.start + stageBand.minimumWidth / timelineUnit, toTwentieth(stage.end + by));
  return moveStage.run(openMap, { id: stage.id, start: stage.start, end, gesture }).ok;
}

function stageOf(openMap: OpenMap, selection: readonly RecordRef[]) {
  const last = selection.at(-1);
  return last?.kind === 'stages' ? openMap.journey().stages.byId.get(last.id) : undefined;
}

function toTwentieth(at: number): number {
  return Math.round(at * 20) / 20;
}
