import { newRecordId } from '../model/ids';
import type { Stage } from '../model/records/stage';
import { defineCommand } from './command';
import { gestureOfNew } from './gestureOfNew';

/** Lays a stage over a span of the timeline; its ends may be given in either order. Returns its id. */
export const createStage = defineCommand({
  id: 'stage.create',
  run({ document, journey }, fields: Partial<Omit<Stage, 'id'>> & { start: number; end: number }) {
    const ruler = fields.ruler ?? journey().rulers.all[0]?.id ?? null;
    const span = { start: Math.min(fields.start, fields.end), end: Math.max(fields.start, fields.end) };
    const id = newRecordId(document.entropy);
    return document.change(
      'stage.create',
      (writer) => writer.create('stages', { ...fields, ruler, ...span }, id),
      gestureOfNew(id),
    );
  },
});
