import {
  ChevronRight,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  History,
  Repeat,
  Split,
  Unlink2,
  type LucideIcon,
} from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { itemsAt, type ItemAt, type ItemState } from '../../../analysis/itemsAt';
import type { RecordRef } from '../../../model/kinds';
import { useDerived } from '../../../store/derived';
import { Section } from '../../../ui/Section';
import type { Tone } from '../../../ui/tone';
import { t } from '../../../ui/i18n/t';
import { useInspector } from './inspectorContext';
import { useName } from './names';
import { RecordRow } from './RecordRow';

const looks: { readonly [S in ItemState]: { readonly icon: LucideIcon; readonly tone: Tone } } = {
  carried: { icon: CircleCheck, tone: 'operations' },
  'asked-again': { icon: Unlink2, tone: 'danger' },
  'asked-twice': { icon: Repeat, tone: 'late' },
  unavailable: { icon: CircleDashed, tone: 'late' },
  'used-before-captured': { icon: History, tone: 'late' },
  unclear: { icon: CircleHelp, tone: 'neutral' },
  'other-way': { icon: Split, tone: 'neutral' },
};

export interface CustomerDataProps {
  readonly touchpoint: string;
  /** The start of a step that leads there: only what becomes known before it. */
  readonly over?: string | undefined;
}

/** Which data of the customer is there, by which way, and which has to be asked again. Nothing where none is needed. */
export function CustomerData({ touchpoint, over }: CustomerDataProps) {
  // Typing goes first: the ways of items are looked for once there is time.
  const analysis = useDeferredValue(useDerived((state) => state.analysis));
  const items = useMemo(
    () => (analysis ? itemsAt(analysis, touchpoint, over) : []),
    [analysis, touchpoint, over],
  );
  if (items.length === 0) return null;
  const title = over === undefined ? t('customerData.here') : t('customerData.over');
  return (
    <Section title={title} count={items.length}>
      <ul className="customer-data" aria-label={title}>
        {items.map((item) => (
          <li key={`${item.item} ${item.state}`}>
            <Item item={item} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Item({ item: { item, state, knownAt, route, missingIn } }: { readonly item: ItemAt }) {
  const { icon, tone } = looks[state];
  const name = useName(item);
  return (
    <>
      <ul>
        <RecordRow
          record={{ kind: 'dataObjects', id: item }}
          icon={icon}
          tone={tone}
          secondLine={t(`customerData.state.${state}`)}
        />
      </ul>
      {knownAt !== null && (
        <ol className="customer-way" aria-label={t('customerData.way', { name })}>
          <Place record={{ kind: 'touchpoints', id: knownAt }} />
          {(route?.systems ?? []).map((id) => (
            <Place key={id} record={{ kind: 'systems', id }} />
          ))}
          {missingIn.map((id) => (
            <Place key={id} record={{ kind: 'systems', id }} isMissing />
          ))}
        </ol>
      )}
    </>
  );
}

/** A place on the way, to go to. */
function Place({ record, isMissing = false }: { readonly record: RecordRef; readonly isMissing?: boolean }) {
  const { go } = useInspector();
  const name = useName(record.id);
  const Mark = isMissing ? Unlink2 : ChevronRight;
  return (
    <li data-missing={isMissing || undefined}>
      <Mark size={12} aria-hidden />
      {isMissing && <span className="visually-hidden">{t('customerData.stops')} </span>}
      <button type="button" dir="auto" onClick={() => go(record)}>
        {name}
      </button>
    </li>
  );
}
