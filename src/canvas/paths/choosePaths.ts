import type { OpenMap } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { formatList } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import { personaName } from './personaLook';

/** Shows the paths of these personas, or everybody for none, and says so. */
export function choosePaths({ view, journey }: OpenMap, personas: readonly string[]): void {
  view.setState({ personas });
  const names = personas.flatMap((id) => {
    const persona = journey().personas.byId.get(id);
    return persona ? [personaName(persona)] : [];
  });
  announcements.announce(
    names.length === 0 ? t('paths.shownEverybody') : t('paths.shown', { names: formatList(names) }),
  );
}
