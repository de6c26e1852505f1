import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import type { PictureDrop } from '../DropZone';
import type { PageMap } from './MapPage';

/** Takes pictures dropped on a card, or on the panel of the selected touchpoint, as evidence of it (EVD-1). */
export function pictureDrop(map: PageMap): PictureDrop {
  const { view } = map;
  return {
    onOver: (target) => {
      const id = touchpointAt(map, target);
      if (id !== (view.getState().hover?.id ?? null))
        view.setState({ hover: id === null ? null : { kind: 'touchpoints', id } });
    },
    onDrop: (files, target) => {
      view.setState({ hover: null });
      const touchpoint = touchpointAt(map, target);
      if (touchpoint !== null) view.setState({ pictureIntake: { touchpoint, files, link: null } });
      else
        notices.show({
          id: 'pictures-refused',
          text: t('pictures.refused.no-touchpoint'),
          tone: 'late',
        });
    },
  };
}

function touchpointAt({ journey, view }: PageMap, target: Element | null): string | null {
  const card = target?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
  const isPanel = target?.closest('.inspector') !== null;
  const { selection } = view.getState();
  const id = card ?? (isPanel && selection.length === 1 ? selection[0]?.id : undefined);
  return id !== undefined && journey().touchpoints.byId.has(id) ? id : null;
}
