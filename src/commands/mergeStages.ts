import type { Journey } from '../model/resolve';
import type { Stage } from '../model/records/stage';
import { defineCommand, refused } from './command';

export interface StageMerge {
  /** Two stages or more. */
  readonly ids: readonly string[];
  /** What the whole is called. */
  readonly name: string;
}

/**
 * Makes one stage of several (STG-2): it spans from the first beginning to the last end, gaps included. The first one
 * stays; owners, requirements and discussions of the others become its own, and their descriptions are added to its own.
 * Returns its id.
 */
export const mergeStages = defineCommand({
  id: 'stage.merge',
  run({ document, journey }, { ids, name }: StageMerge) {
    const now = journey();
    const [kept, ...others] = now.stages.all.filter(({ id }) => ids.includes(id));
    if (!kept) return refused('not-found');
    if (others.length === 0) return refused('nothing-to-do');
    const all = [kept, ...others];
    const gone = new Set(others.map(({ id }) => id));
    const span = {
      start: Math.min(...all.map(({ start }) => start)),
      end: Math.max(...all.map(({ end }) => end)),
    };
    const description = [...new Set(all.map((stage) => stage.description.trim()))]
      .filter((text) => text !== '')
      .join('\n\n');
    return document.change('stage.merge', (writer) => {
      writer.update('stages', kept.id, { ...span, name, description });
      for (const kind of ['assignments', 'requirements', 'commentThreads'] as const) {
        for (const record of now[kind].all)
          if (gone.has(record.subject ?? '')) writer.update(kind, record.id, { subject: kept.id });
      }
      for (const id of gone) writer.remove('stages', id);
      return kept.id;
    });
  },
});

/** The next stage of the same ruler, by where it begins; null for the last one. */
export function nextStage(journey: Journey, stage: Stage): Stage | null {
  const first = journey.rulers.all[0]?.id ?? null;
  const rulerOf = ({ ruler }: Stage): string | null =>
    ruler !== null && journey.rulers.byId.has(ruler) ? ruler : first;
  const row = journey.stages.all.filter((one) => rulerOf(one) === rulerOf(stage));
  return row[row.indexOf(stage) + 1] ?? null;
}
