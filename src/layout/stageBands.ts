import type { Ruler } from '../model/records/ruler';
import { stageColors, type Stage, type StageColor } from '../model/records/stage';
import type { RulerRows, StageBand } from './geometry';
import { stageBand } from './metrics';
import { union } from './rectangles';
import { xOfAt } from './timelineScale';

interface Row {
  end: number;
  readonly bands: PlacedStage[];
}
interface PlacedStage {
  readonly stage: Stage;
  readonly x: number;
  readonly width: number;
  readonly row: number;
}

/**
 * Stage bands in rows, so that those that overlap lie below one another (LAY-10 to LAY-15). The lowest row ends at
 * y = 0 and rows grow upwards.
 */
export function layoutStages(
  stages: readonly Stage[],
  rulers: readonly Ruler[],
): { readonly rulers: readonly RulerRows[]; readonly stages: readonly StageBand[] } {
  const colors = colorsInTurn(stages);
  const byRuler = stagesByRuler(stages, rulers);
  const packed = byRuler.map(([id, members]) => ({ id, rows: packRows(members) }));
  const rulerRows: RulerRows[] = [];
  const bands: StageBand[] = [];
  let bottom = 0;
  for (const { id, rows } of packed.toReversed()) {
    const count = Math.max(1, rows.length);
    const top = bottom - count * stageBand.rowPitch;
    rulerRows.push({ id, rows: count, y: top, height: count * stageBand.rowPitch });
    for (const row of rows)
      bands.push(...row.bands.map((placed, index) => toBand(placed, row.bands[index + 1], id, top, colors)));
    bottom = top - stageBand.rulerGap;
  }
  const order = new Map(stages.map((stage, index) => [stage.id, index]));
  bands.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return { rulers: rulerRows.reverse(), stages: bands };
}

/** Stages without a ruler, or with one that is gone, belong to the first. */
function stagesByRuler(
  stages: readonly Stage[],
  rulers: readonly Ruler[],
): (readonly [string | null, Stage[]])[] {
  const first = rulers[0]?.id ?? null;
  const groups = new Map<string | null, Stage[]>(rulers.map((ruler) => [ruler.id, []]));
  if (first === null) groups.set(null, []);
  for (const stage of stages) {
    const group = (stage.ruler === null ? undefined : groups.get(stage.ruler)) ?? groups.get(first);
    group?.push(stage);
  }
  return [...groups];
}

/** Greedy by start: each band lies in the uppermost row that is free where it begins. */
function packRows(stages: readonly Stage[]): Row[] {
  const spans = stages.map((stage) => {
    const x = xOfAt(Math.min(stage.start, stage.end));
    return { stage, x, width: Math.max(stageBand.minimumWidth, xOfAt(Math.max(stage.start, stage.end)) - x) };
  });
  spans.sort((a, b) => a.x - b.x || b.width - a.width || (a.stage.id < b.stage.id ? -1 : 1));
  const rows: Row[] = [];
  for (const span of spans) {
    let index = rows.findIndex((row) => row.end + stageBand.gap <= span.x);
    if (index < 0) index = rows.push({ end: -Infinity, bands: [] }) - 1;
    const row = rows[index] as Row;
    row.bands.push({ ...span, row: index });
    row.end = span.x + span.width;
  }
  return rows;
}

/** By when they were made, so that moving one stage past another recolours neither. */
function colorsInTurn(stages: readonly Stage[]): ReadonlyMap<string, StageColor> {
  const made = stages.toSorted(
    (a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0) || a.start - b.start || (a.id < b.id ? -1 : 1),
  );
  return new Map(
    made.map((stage, index) => [
      stage.id,
      stage.color ?? stageColors[index % stageColors.length] ?? 'orange',
    ]),
  );
}

function toBand(
  { stage, x, width, row }: PlacedStage,
  next: PlacedStage | undefined,
  ruler: string | null,
  top: number,
  colors: ReadonlyMap<string, StageColor>,
): StageBand {
  const y = top + row * stageBand.rowPitch + (stageBand.rowPitch - stageBand.height);
  const { height, labelInset, handleInside, handleOutside } = stageBand;
  const handleWidth = handleInside + handleOutside;
  const start = { x: x - handleOutside, y, width: handleWidth, height };
  const end = { x: x + width - handleInside, y, width: handleWidth, height };
  const room = (next ? next.x : Math.max(x + width, x + 240)) - x - labelInset - stageBand.gap;
  return {
    id: stage.id,
    ruler,
    row,
    rect: { x, y, width, height },
    color: colors.get(stage.id) ?? 'orange',
    label: { x: x + labelInset, y: y + height / 2, maxWidth: Math.max(0, room) },
    handles: { start, end },
    bounds: union(start, end),
  };
}
