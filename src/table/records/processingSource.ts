import {
  processingRecord,
  type NotStated,
  type ProcessingActivity,
  type ProcessingAnswer,
  type SecurityMeasure,
} from '../../analysis/processingRecord';
import type { Journey } from '../../model/resolve';
import { t } from '../../ui/i18n/t';
import { recordName } from '../cells/recordName';
import type { GridCell, GridColumn, GridJump, GridRow, GridSource } from '../grid/gridSource';

interface RecordColumn extends GridColumn {
  readonly read: (activity: ProcessingActivity) => ProcessingAnswer;
}

function column(
  id: Exclude<keyof ProcessingActivity, 'id' | 'sources'>,
  widthPx: number,
  read: RecordColumn['read'],
): RecordColumn {
  return {
    id,
    label: t(`table.processing.${id}` as 'table.processing.data'),
    hint: t(`table.processing.${id}.hint` as 'table.processing.data.hint'),
    widthPx,
    read,
  };
}

const columns: readonly RecordColumn[] = [
  column('purposes', 210, (one) => one.purposes),
  column('answering', 170, (one) => one.answering),
  column('lawfulBases', 150, ({ lawfulBases }) => ({
    ...lawfulBases,
    values: lawfulBases.values.map((basis) => t(`model.lawfulBasis.${basis}`)),
  })),
  column('dataSubjects', 150, (one) => one.dataSubjects),
  column('data', 250, (one) => one.data),
  column('specialCategories', 150, ({ specialCategories }) => ({ values: specialCategories, notStated: [] })),
  column('recipients', 200, (one) => one.recipients),
  column('transfers', 170, (one) => one.transfers),
  column('timeLimits', 200, (one) => one.timeLimits),
  column('measures', 230, ({ measures }) => ({ ...measures, values: measures.values.map(measureText) })),
];

function measureText({ system, hosting, clearedFor }: SecurityMeasure): string {
  const cleared =
    clearedFor === null
      ? ''
      : t('table.processing.cleared', { classification: t(`model.classification.${clearedFor}`) });
  return `${system}: ${[hosting, cleared].filter(Boolean).join(', ')}`;
}

/** The draft record of processing activities as a grid to read, filter and copy (PRO-1 … PRO-9). */
export function processingSource(journey: Journey): GridSource {
  const activities = processingRecord(journey);
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const rows = activities.map((activity): GridRow => ({
    id: activity.id,
    kind: 'record',
    label: nameOf(journey, activity),
    record: activity.sources[0] ?? null,
  }));
  return {
    id: 'processing',
    label: t('table.sheet.processing'),
    columns,
    rows,
    newLabel: null,
    rowHeightPx: 66,
    cell: (row, { id }) => {
      const activity = byId.get(row.id);
      const found = columns.find((one) => one.id === id);
      return activity && found ? answerCell(journey, activity, found, row) : nothing;
    },
    edit: () => ({ rows: new Map(), refused: 0 }),
    removeRows: null,
  };
}

const nothing: GridCell = { text: '', value: '', type: { kind: 'shown' }, canEdit: false, problem: null };

/** What an activity is called when it has no purpose: where it happens. */
function nameOf(journey: Journey, { purposes, sources }: ProcessingActivity): string {
  return purposes.values[0] ?? placeOf(journey, sources[0]?.id ?? null);
}

function placeOf(journey: Journey, id: string | null): string {
  const usage = id === null ? undefined : journey.usages.byId.get(id);
  return recordName(journey, usage ? usage.touchpoint : id);
}

function answerCell(
  journey: Journey,
  activity: ProcessingActivity,
  { id, read }: RecordColumn,
  row: GridRow,
): GridCell {
  const { values, notStated } = read(activity);
  const gaps = [...new Set(notStated.map((gap) => gapText(journey, gap)))];
  const isAnswered = id === 'transfers' || id === 'specialCategories';
  const lines =
    values.length === 0 && gaps.length === 0 && isAnswered ? [t('table.processing.none')] : values;
  const heading = id === 'purposes' && values.length === 0 ? [row.label] : [];
  const text = [...heading, ...lines, ...gaps].join('\n');
  const jump = jumpOf(activity, notStated[0]);
  return {
    text,
    value: text,
    type: { kind: 'shown' },
    canEdit: false,
    problem: null,
    jump,
    tone: gaps.length > 0 ? 'late' : undefined,
  };
}

/** “Not stated”, with the record it is about where that is not the activity itself. */
function gapText(journey: Journey, { record }: NotStated): string {
  const isOwn = record.kind === 'dataFlows' || record.kind === 'usages' || record.kind === 'touchpoints';
  return isOwn ? t('table.notStated') : t('table.notStatedFor', { name: recordName(journey, record.id) });
}

function jumpOf(activity: ProcessingActivity, gap: NotStated | undefined): GridJump | undefined {
  if (gap) return { record: gap.record, field: gap.field };
  const [first] = activity.sources;
  return first && { record: first, field: null };
}
