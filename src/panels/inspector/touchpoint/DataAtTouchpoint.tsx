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
    <Section title={t('inspector.section.data')}>
      <div className="inspector-group">
        <Section title={captured} headingLevel={4}>
          <DataSet
            label={captured}
            addLabel={t('inspector.data.add')}
            value={touchpoint.dataCaptured}
            onChange={(dataCaptured) => update({ dataCaptured })}
          />
        </Section>
        <Section title={needed} headingLevel={4}>
          <DataSet
            label={needed}
            addLabel={t('inspector.data.add')}
            value={touchpoint.dataNeeded}
            onChange={(dataNeeded) => update({ dataNeeded })}
          />
        </Section>
      </div>
    </Section>
  );
}
