import { Handshake, History } from 'lucide-react';
import { formatDay, formatIsoDay } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import type { RowAcceptance } from './findingRows';

/** Who accepted a finding, when and why; of one that came back, what brought it back. */
export function AcceptanceLine({ acceptance }: { readonly acceptance: RowAcceptance }) {
  const { state, reason } = acceptance;
  const Icon = state === 'accepted' ? Handshake : History;
  return (
    <p className="finding-acceptance" data-tone={state === 'accepted' ? 'neutral' : 'late'}>
      <Icon size={14} aria-hidden />
      <span>
        {sentence(acceptance)} <q dir="auto">{reason}</q>
      </span>
    </p>
  );
}

function sentence({ state, by, until, at }: RowAcceptance): string {
  const name = by === '' ? t('findings.somebody') : by;
  const when = at === null ? '' : formatDay(at);
  const day = until === null ? '' : formatIsoDay(until);
  if (state === 'facts') return t('findings.backForFacts', { name });
  if (state === 'date') return t('findings.backForDate', { name, day });
  if (until === null) return t('findings.acceptedBy', { name, when });
  return t('findings.acceptedUntil', { name, when, day });
}
