import type { OpenMap } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { t } from '../../ui/i18n/t';

/** Shows the path of one persona alone, or everybody when it is shown already, and says so. */
export function togglePath({ view }: OpenMap, persona: string, name: string): void {
  const { personas } = view.getState();
  const isShown = personas.length === 1 && personas[0] === persona;
  view.setState({ personas: isShown ? [] : [persona] });
  announcements.announce(isShown ? t('paths.shownEverybody') : t('paths.shown', { names: name }));
}

/** Brings a stage's span into view, with the stages of its ruler if these are hidden, and says so. */
export function goToStage({ view, journey }: OpenMap, stage: string, name: string): void {
  const { stages, rulers } = journey();
  const ruler = stages.byId.get(stage)?.ruler ?? rulers.all[0]?.id;
  view.setState(({ hiddenRulers }) => ({
    hiddenRulers: hiddenRulers.filter((id) => id !== ruler),
    cameraRequest: { kind: 'span', stage },
  }));
  announcements.announce(t('scores.shownStage', { name }));
}
