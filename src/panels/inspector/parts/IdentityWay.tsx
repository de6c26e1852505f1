import { CircleCheck, CircleHelp, UserRoundX, type LucideIcon } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { identityThread, type IdentityThread } from '../../../analysis/identityThread';
import { useDerived } from '../../../store/derived';
import { List } from '../../../ui/ListRow';
import { Section } from '../../../ui/Section';
import type { Tone } from '../../../ui/tone';
import { formatList } from '../../../ui/i18n/format';
import { t } from '../../../ui/i18n/t';
import { useName } from './names';
import { RecordRow } from './RecordRow';

const looks: {
  readonly [S in IdentityThread['state']]: { readonly icon: LucideIcon; readonly tone: Tone };
} = {
  same: { icon: CircleCheck, tone: 'operations' },
  joined: { icon: CircleCheck, tone: 'operations' },
  'not-recognised': { icon: UserRoundX, tone: 'danger' },
  unstated: { icon: CircleHelp, tone: 'neutral' },
};

/** Who the customer is over a step: at its start, in each system on the way, at its end, and whether the keys meet. */
export function IdentityWay({ transition }: { readonly transition: string }) {
  const analysis = useDeferredValue(useDerived((state) => state.analysis));
  const thread = useMemo(
    () => (analysis ? identityThread(analysis, transition) : null),
    [analysis, transition],
  );
  const join = useName(thread?.joinedBy?.id ?? '');
  if (!thread) return null;
  const { from, fromKey, to, toKey, along, state, joinedBy } = thread;
  const { icon: Icon, tone } = looks[state];
  const title = t('customerData.identity');
  const sentence =
    state !== 'joined'
      ? t(`customerData.${state}`)
      : joinedBy
        ? t('customerData.joined', { name: join })
        : t('customerData.joinedSomewhere');
  return (
    <Section title={title}>
      <p className="customer-identity" data-tone={tone}>
        <Icon size={14} aria-hidden />
        <span>{sentence}</span>
      </p>
      <List label={title}>
        <RecordRow
          record={{ kind: 'touchpoints', id: from }}
          secondLine={fromKey ?? t('customerData.noKey')}
        />
        {along.map(({ system, keys }) => (
          <RecordRow
            key={system}
            record={{ kind: 'systems', id: system }}
            secondLine={keys.length === 0 ? t('customerData.notKnownBy') : formatList(keys)}
          />
        ))}
        <RecordRow record={{ kind: 'touchpoints', id: to }} secondLine={toKey ?? t('customerData.noKey')} />
      </List>
    </Section>
  );
}
