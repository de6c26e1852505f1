import { X } from 'lucide-react';
import type { Touchpoint } from '../../../model/records/touchpoint';
import { IconButton } from '../../../ui/IconButton';
import { t } from '../../../ui/i18n/t';
import { AmountField, LineField, ReferenceField } from '../parts/fields';
import { Fold } from '../parts/Fold';
import { useInspector } from '../parts/inspectorContext';
import { QuickEntry } from '../parts/QuickEntry';
import { useListField } from '../parts/useListField';
import { readKpi } from './readKpi';

type Kpi = Touchpoint['kpis'][number];

export interface KpisProps {
  readonly touchpoint: string;
  readonly kpis: readonly Kpi[];
}

/** How success is measured at a touchpoint: where it stands, where it shall be, and which system knows. */
export function Kpis({ touchpoint, kpis }: KpisProps) {
  const field = useListField('touchpoints', touchpoint, 'kpis');
  return (
    <Fold id="kpis" title={t('inspector.section.kpis')} count={kpis.length}>
      {kpis.length > 0 && (
        <ul className="inspector-cards" aria-label={t('inspector.section.kpis')}>
          {kpis.map((kpi) => (
            <KpiCard
              key={kpi.id}
              kpi={kpi}
              onChange={(patch) => field.change(kpi.id, patch)}
              onRemove={() => field.remove(kpi.id)}
            />
          ))}
        </ul>
      )}
      <QuickEntry
        label={t('inspector.kpi.add')}
        onAdd={(line) => field.add({ ...readKpi(line), system: null })}
        onAddAll={(lines) => field.addAll(lines.map((line) => ({ ...readKpi(line), system: null })))}
      />
    </Fold>
  );
}

interface KpiCardProps {
  readonly kpi: Kpi;
  readonly onChange: (patch: Partial<Kpi>) => void;
  readonly onRemove: () => void;
}

function KpiCard({ kpi, onChange, onRemove }: KpiCardProps) {
  const { isReadOnly } = useInspector();
  return (
    <li className="inspector-card">
      <div className="inspector-card-head">
        <LineField name="kpi.name" value={kpi.name} onChange={(name) => onChange({ name })} />
        {!isReadOnly && (
          <IconButton
            label={t('inspector.list.remove', { text: kpi.name || t('inspector.kpi.new') })}
            icon={X}
            size="s"
            onClick={onRemove}
          />
        )}
      </div>
      <div className="inspector-triple">
        <AmountField
          name="kpi.baseline"
          value={kpi.baseline}
          onChange={(baseline) => onChange({ baseline })}
        />
        <AmountField name="kpi.target" value={kpi.target} onChange={(target) => onChange({ target })} />
        <LineField name="kpi.unit" value={kpi.unit} onChange={(unit) => onChange({ unit })} />
      </div>
      <ReferenceField
        name="kpi.system"
        kind="systems"
        value={kpi.system}
        onChange={(system) => onChange({ system })}
      />
    </li>
  );
}
