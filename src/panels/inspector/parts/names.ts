import { mapSubject } from '../../../model/ids';
import type { AnyRecord, RecordRef } from '../../../model/kinds';
import { kindOf, type Journey } from '../../../model/resolve';
import { useJourney } from '../../../store/openMap';
import { t } from '../../../ui/i18n/t';

/** What a record is called where one reads it; never empty. Deleted records keep their name. */
export function nameOf(journey: Journey, id: string | null): string {
  if (id === null) return t('inspector.transition.out');
  if (id === mapSubject) return journey.map.title.trim() || t('inspector.map');
  const kind = kindOf(journey, id);
  const record = kind ? journey[kind].byId.get(id) : undefined;
  return (
    (record && nameOfRecord(journey, { kind: kind ?? 'touchpoints', id }, record)) || t('inspector.unnamed')
  );
}

/** What this record is called; empty when it has no name of its own. */
export function nameOfRecord(journey: Journey, { kind }: RecordRef, record: AnyRecord): string {
  const fields = record as Partial<Record<'title' | 'name' | 'what' | 'text' | 'from' | 'to', string | null>>;
  const own = fields.title ?? fields.name ?? fields.what ?? fields.text ?? '';
  if (own.trim() !== '') return own.trim();
  switch (kind) {
    case 'transitions':
    case 'dataFlows':
      return t('inspector.transition.title', {
        from: nameOf(journey, fields.from ?? ''),
        to: nameOf(journey, fields.to ?? null),
      });
    case 'usages': {
      const { touchpoint, system } = record as AnyRecord & {
        touchpoint: string | null;
        system: string | null;
      };
      return t('inspector.usage.title', {
        touchpoint: nameOf(journey, touchpoint ?? ''),
        system: nameOf(journey, system ?? ''),
      });
    }
    default:
      return '';
  }
}

/** Subscribes to what a record is called. */
export function useName(id: string | null): string {
  return useJourney((journey) => nameOf(journey, id));
}
