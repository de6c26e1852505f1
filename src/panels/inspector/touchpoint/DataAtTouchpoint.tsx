import type { Touchpoint } from '../../../model/records/touchpoint';
import { t } from '../../../ui/i18n/t';
import { DataSection } from '../parts/DataSection';
import { useUpdate } from '../parts/inspectorContext';

/** What becomes known at a touchpoint, and what must be known there. */
export function DataAtTouchpoint({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const update = useUpdate('touchpoints', touchpoint.id);
  return (
    <>
      <DataSection
        title={t('inspector.section.captured')}
        value={touchpoint.dataCaptured}
        empty={t('inspector.none.touchpoints')}
        onChange={(dataCaptured, gesture) => update({ dataCaptured }, gesture)}
      />
      <DataSection
        title={t('inspector.section.needed')}
        value={touchpoint.dataNeeded}
        empty={t('inspector.none.touchpoints')}
        onChange={(dataNeeded, gesture) => update({ dataNeeded }, gesture)}
      />
    </>
  );
}
