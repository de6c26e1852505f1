import { mapSubject } from '../../model/ids';
import type { AnyRecord, Kind } from '../../model/kinds';
import { kindOf, type Journey } from '../../model/resolve';
import { t } from '../../ui/i18n/t';

type NamedFields = Partial<Record<'title' | 'name' | 'what' | 'text' | 'from' | 'to', string | null>>;

/** The name somebody gave a record; empty when it has none of its own. */
export function ownName(record: AnyRecord): string {
  const { title, name, what, text } = record as NamedFields;
  return (title ?? name ?? what ?? text ?? '').trim();
}

/** What a record is called in a table; never empty. Relations are called by their ends. */
export function recordName(journey: Journey, id: string | null): string {
  if (id === null) return t('table.nowhere');
  if (id === mapSubject) return journey.map.title.trim() || t('table.theMap');
  const kind = kindOf(journey, id);
  return kind === null ? t('table.gone') : nameIn(journey, kind, id);
}

/** What a record of a known kind is called. */
export function nameIn(journey: Journey, kind: Kind, id: string): string {
  const record = journey[kind].byId.get(id);
  if (!record) return t('table.gone');
  const own = ownName(record);
  if (own !== '') return own;
  const { from = null, to = null } = record as NamedFields;
  if (kind !== 'transitions' && kind !== 'dataFlows') return t('table.unnamed');
  return t('table.fromTo', { from: recordName(journey, from), to: recordName(journey, to) });
}
