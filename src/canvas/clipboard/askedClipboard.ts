import { deleteRecords } from '../../commands/deleteRecords';
import { makeClip, writeClip } from '../../interchange/clipboard/clip';
import { readClipboard } from '../../interchange/clipboard/readClipboard';
import type { OpenMap } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import { select } from '../selection';
import { pasteInto } from './pasteInto';

/**
 * Copies, cuts and pastes where it was asked for by name. The browser's own keys need no permission; this way it may ask
 * for one, and where it says no, the keys are named.
 */
export function askedClipboard(openMap: OpenMap) {
  const refuse = (): void => {
    notices.show({ id: 'clipboard-refused', text: t('clipboard.refused.browser'), tone: 'late' });
  };
  const copy = async (isCut: boolean): Promise<void> => {
    const { selection } = openMap.view.getState();
    const clip = makeClip(openMap.journey(), openMap.id, selection);
    // A page may write no types of its own this way; the HTML carries the records as well.
    const { 'text/html': html, 'text/plain': plain } = writeClip(clip);
    const parts = { 'text/html': html, 'text/plain': plain };
    const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })] as const);
    try {
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    } catch {
      return refuse();
    }
    const isGone = isCut && deleteRecords.run(openMap, { records: selection }).ok;
    if (isGone) select(openMap.view, []);
    const count = clip.selected.length;
    announcements.announce(isGone ? t('clipboard.cut', { count }) : t('clipboard.copied', { count }));
  };
  const paste = async (): Promise<void> => {
    const texts = { html: '', plain: '' };
    const files: File[] = [];
    try {
      for (const item of await navigator.clipboard.read()) {
        for (const type of item.types) {
          const blob = await item.getType(type);
          if (type === 'text/html') texts.html = await blob.text();
          else if (type === 'text/plain') texts.plain = await blob.text();
          else if (type.startsWith('image/')) files.push(new File([blob], 'image.png', { type }));
        }
      }
    } catch {
      return refuse();
    }
    const content = readClipboard(
      { own: '', ...texts, hasImage: files.length > 0 },
      openMap.document.entropy,
    );
    pasteInto(openMap, content, null, files);
  };
  return { copy: () => void copy(false), cut: () => void copy(true), paste: () => void paste() };
}
