import type { AnyRecord, RecordRef } from '../../model/kinds';
import type { Journey } from '../../model/resolve';

/**
 * What a record is called, a deleted one too: its name or title, else its two ends if it joins two; empty when there is
 * nothing to call it by.
 */
export function nameOf(journey: Journey, { kind, id }: RecordRef): string {
  const record: AnyRecord | undefined = journey.tables[kind].get(id);
  if (!record) return '';
  const own = ownName(record);
  if (own !== '' || !('from' in record)) return own;
  const ends = [record.from, record.to].map((end) => nameOfEnd(journey, end));
  return ends.every((end) => end !== '') ? ends.join(' → ') : '';
}

function ownName(record: AnyRecord): string {
  if ('title' in record) return record.title.trim();
  if ('name' in record) return record.name.trim();
  return 'what' in record ? record.what.trim() : '';
}

function nameOfEnd({ tables }: Journey, id: string | null): string {
  const end = id === null ? undefined : (tables.touchpoints.get(id) ?? tables.systems.get(id));
  return end ? ownName(end) : '';
}
