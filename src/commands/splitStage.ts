import { newRecordId } from '../model/ids';
import type { Journey } from '../model/resolve';
import type { Stage } from '../model/records/stage';
import { defineCommand, refused } from './command';

/** Shortest a stage may be on the timeline after a split. */
const shortest = 0.25;

export interface StageSplit {
  readonly id: string;
  /** Where on the timeline it is cut. */
  readonly at: number;
  /** What the later part is called. */
  readonly name: string;
}

/**
 * Cuts a stage in two that meet (STG-1). The earlier part keeps everything that is said of the stage; the later one lies
 * on the same ruler. Refused where one part would have next to no length. Returns the later part's id.
 */
export const splitStage = defineCommand({
  id: 'stage.split',
  run({ document, journey }, { id, at, name }: StageSplit) {
    const stage = journey().stages.byId.get(id);
    if (!stage) return refused('not-found');
    if (at - stage.start < shortest || stage.end - at < shortest) return refused('invalid');
    const later = newRecordId(document.entropy);
    return document.change('stage.split', (writer) => {
      writer.update('stages', id, { start: stage.start, end: at });
      return writer.create('stages', { name, ruler: stage.ruler, start: at, end: stage.end }, later);
    });
  },
});

/** Where a stage is best cut: between the two touchpoints in its middle, else in the middle of its span. */
export function splitPlace(journey: Journey, { start, end }: Pick<Stage, 'start' | 'end'>): number {
  const inside = journey.touchpoints.all.map(({ at }) => at).filter((at) => start <= at && at <= end);
  const half = Math.floor(inside.length / 2);
  const [before, after] = [inside[half - 1], inside[half]];
  const middle =
    before === undefined || after === undefined || before === after
      ? (start + end) / 2
      : (before + after) / 2;
  const place = Math.round(middle * 20) / 20;
  return place - start < shortest || end - place < shortest ? (start + end) / 2 : place;
}
