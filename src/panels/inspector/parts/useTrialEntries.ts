import { FlaskConical, FlaskConicalOff } from 'lucide-react';
import type { RecordRef } from '../../../model/kinds';
import { useDerived } from '../../../store/derived';
import { useJourney, useOpenMap } from '../../../store/openMap';
import { noTrial, stopTrying, trialChoices, tryWith } from '../../../store/trialSwitches';
import { t } from '../../../ui/i18n/t';
import type { MenuEntry } from '../../../ui/menuEntries';

/** Trying out to do without a system or flow, to have it already, or ending that. */
export function useTrialEntries(record: RecordRef | undefined): readonly MenuEntry[] {
  const { mirror } = useOpenMap();
  const journey = useJourney((all) => all);
  const trial = useDerived((state) => (state.isFuture ? null : state.trial));
  if (!record) return [];
  const { off, on, tried } = trialChoices(journey, trial ?? noTrial, [record]);
  if (tried.length > 0) {
    const stop = (): void => stopTrying(mirror, record.id);
    return [{ id: 'try-stop', label: t('trial.stop'), icon: FlaskConicalOff, onSelect: stop }];
  }
  if (off.length > 0) {
    const without = (): void => tryWith(mirror, { off });
    return [{ id: 'try-without', label: t('trial.tryWithout'), icon: FlaskConical, onSelect: without }];
  }
  if (on.length === 0) return [];
  return [
    {
      id: 'try-with',
      label: t('trial.tryWith'),
      icon: FlaskConical,
      onSelect: () => tryWith(mirror, { on }),
    },
  ];
}
