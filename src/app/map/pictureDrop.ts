import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import type { PictureDrop } from '../DropZone';
import type { PageMap } from './MapPage';

/** On the card or the panel that a hovering picture would belong to. */
const takesPicture = 'data-takes-picture';

/** Takes pictures dropped on a card, or on the panel of the selected touchpoint, as evidence of it (EVD-1). */
export function pictureDrop(map: PageMap): PictureDrop {
  const { view } = map;
  let marked: Element | null = null;
  const mark = (next: Element | null): void => {
    marked?.removeAttribute(takesPicture);
    next?.setAttribute(takesPicture, '');
    marked = next;
  };
  return {
    onOver: (target) => {
      const place = touchpointAt(map, target) === null ? null : placeOf(target);
      if (place !== marked) mark(place);
    },
    onDrop: (files, target) => {
      mark(null);
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

function placeOf(target: Element | null): Element | null {
  return target?.closest('.react-flow__node, .inspector') ?? null;
}

function touchpointAt({ journey, view }: PageMap, target: Element | null): string | null {
  const card = target?.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
  const isPanel = target?.closest('.inspector') !== null;
  const { selection } = view.getState();
  const id = card ?? (isPanel && selection.length === 1 ? selection[0]?.id : undefined);
  return id !== undefined && journey().touchpoints.byId.has(id) ? id : null;
}
