import { FlaskConical, FlaskConicalOff } from 'lucide-react';
import { useDerived } from '../../store/derived';
import { useOpenMap, useView } from '../../store/openMap';
import { noTrial, stopTrying, trialChoices, tryWith } from '../../store/trialSwitches';
import { t } from '../../ui/i18n/t';
import type { MenuEntry } from '../../ui/menuEntries';

/** What can be tried with the selected systems and flows, all of them at once. */
export function useTrialEntries(): readonly MenuEntry[] {
  const openMap = useOpenMap();
  const selection = useView((view) => view.selection);
  const trial = useDerived((state) => (state.isFuture ? null : state.trial));
  const { mirror } = openMap;
  const { off, on, tried } = trialChoices(openMap.journey(), trial ?? noTrial, selection);
  const entries: MenuEntry[] = [];
  if (off.length > 0)
    entries.push({
      id: 'try-without',
      label: t('trial.tryWithout'),
      icon: FlaskConical,
      onSelect: () => tryWith(mirror, { off }),
    });
  if (on.length > 0)
    entries.push({
      id: 'try-with',
      label: t('trial.tryWith'),
      icon: FlaskConical,
      onSelect: () => tryWith(mirror, { on }),
    });
  if (tried.length > 0)
    entries.push({
      id: 'try-stop',
      label: t('trial.stop'),
      icon: FlaskConicalOff,
      onSelect: () => tried.forEach((id) => stopTrying(mirror, id)),
    });
  return entries;
}
