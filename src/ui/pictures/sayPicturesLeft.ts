import { t } from '../i18n/t';
import { notices } from '../notices';

/** Says how many pictures a map had no room for when others came into it (EVD-7); says nothing where all of them fit. */
export function sayPicturesLeft(count: number): void {
  if (count > 0) notices.show({ id: 'pictures-refused', text: t('pictures.left', { count }), tone: 'late' });
}

/**
 * Says that a map came to hold more pictures than it is to (EVD-8); says nothing where there is room.
 *
 * @param room characters that it still takes, negative when it holds too many
 */
export function sayPicturesOver(room: number): void {
  if (room < 0) notices.show({ id: 'pictures-refused', text: t('pictures.over'), tone: 'late', stays: true });
}
