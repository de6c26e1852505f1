import type { Trial } from '../../analysis/trial';
import type { Journey } from '../../model/resolve';
import { t } from '../../ui/i18n/t';

/** One switch of a trial in words: “CRM off”. */
export interface SwitchName {
  readonly id: string;
  readonly text: string;
}

/** The switches of a trial, those that are off first. The journey is the one of the trial: it has the sketched flows. */
export function switchNames({ off, on, added = [] }: Trial, journey: Journey): readonly SwitchName[] {
  const named = (
    ids: readonly string[],
    key: 'trial.off' | 'trial.on' | 'trial.new',
  ): readonly SwitchName[] => ids.map((id) => ({ id, text: t(key, { name: nameOf(journey, id) }) }));
  return [
    ...named(off, 'trial.off'),
    ...named(on, 'trial.on'),
    ...named(
      added.map(({ id }) => id),
      'trial.new',
    ),
  ];
}

function nameOf(journey: Journey, id: string): string {
  const system = journey.systems.byId.get(id);
  if (system) return system.name.trim() || t('canvas.untitledSystem');
  const flow = journey.dataFlows.byId.get(id);
  if (!flow) return t('canvas.untitled');
  const end = (of: string | null): string =>
    journey.systems.byId.get(of ?? '')?.name.trim() ||
    journey.touchpoints.byId.get(of ?? '')?.title.trim() ||
    t('canvas.untitled');
  return flow.name.trim() || `${end(flow.from)} → ${end(flow.to)}`;
}
