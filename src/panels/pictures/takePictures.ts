import { addPictures, roomForPictures, type PictureEvidence } from '../../commands/pictures';
import { undo } from '../../commands/undoRedo';
import { maxPictureLength } from '../../model/picture';
import type { OpenMap } from '../../store/openMap';
import type { PictureIntake } from '../../store/view';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { shrinkPicture, type PictureProblem } from '../../ui/pictures/shrinkPicture';

/** How many pictures are taken at once. */
const mostAtOnce = 8;

type Problem = PictureProblem | 'full' | 'too-many' | 'read-only' | 'gone';

/** Reads pictures and adds those that can be kept to the evidence of a touchpoint, as one step; says what came of it. */
export async function takePictures(
  openMap: OpenMap,
  { touchpoint, files, link }: PictureIntake,
): Promise<void> {
  if (openMap.document.isReadOnly) return refuse('read-only');
  const pictures: PictureEvidence[] = [];
  const problems = new Set<Problem>();
  let room = roomForPictures(openMap.document);
  for (const file of files.slice(0, mostAtOnce)) {
    const shrunk = await shrinkPicture(file, maxPictureLength);
    if (!shrunk.ok) problems.add(shrunk.reason);
    else if (shrunk.picture.data.length > room) problems.add('full');
    else {
      room -= shrunk.picture.data.length;
      const title = link?.title ?? titleOf(file);
      pictures.push({ title, url: link?.url ?? '', picture: shrunk.picture });
    }
  }
  if (files.length > mostAtOnce) problems.add('too-many');
  if (pictures.length > 0) {
    const done = addPictures.run(openMap, { touchpoint, pictures });
    if (done.ok) sayAdded(openMap, touchpoint, pictures.length);
    else problems.add(done.reason === 'read-only' ? 'read-only' : 'gone');
  }
  // One sentence is enough to act on; the worst would be none.
  const [first] = problems;
  if (first) refuse(first);
}

function sayAdded(openMap: OpenMap, touchpoint: string, count: number): void {
  const name = openMap.journey().touchpoints.byId.get(touchpoint)?.title.trim() || t('clipboard.unnamed');
  notices.show({
    text: t('pictures.added', { count, name }),
    action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) },
  });
}

function refuse(problem: Problem): void {
  notices.show({ id: 'pictures-refused', text: t(`pictures.refused.${problem}`), tone: 'late' });
}

/** What a file is called without its ending; browsers call whatever was pasted the same. */
function titleOf({ name }: File): string {
  return /^image\.\w+$/.test(name) ? '' : name.replace(/\.\w{2,5}$/, '');
}
