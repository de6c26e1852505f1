import type { Touchpoint } from '../../../model/records/touchpoint';
import { Section } from '../../../ui/Section';
import { t } from '../../../ui/i18n/t';
import { DataSet } from '../parts/DataSet';
import { useUpdate } from '../parts/inspectorContext';

/** What becomes known at a touchpoint, and what must be known there. */
export function DataAtTouchpoint({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const update = useUpdate('touchpoints', touchpoint.id);
  const captured = t('inspector.section.captured');
  const needed = t('inspector.section.needed');
  return (
    <>
      <Section title={captured}>
        <DataSet
          label={captured}
          addLabel={t('inspector.data.add')}
          value={touchpoint.dataCaptured}
          onChange={(dataCaptured, gesture) => update({ dataCaptured }, gesture)}
        />
      </Section>
      <Section title={needed}>
        <DataSet
          label={needed}
          addLabel={t('inspector.data.add')}
          value={touchpoint.dataNeeded}
          onChange={(dataNeeded, gesture) => update({ dataNeeded }, gesture)}
        />
      </Section>
    </>
  );
}
