import { useEffect, useRef } from 'react';
import { deleteRecords } from '../../commands/deleteRecords';
import { clipType, makeClip, writeClip } from '../../interchange/clipboard/clip';
import type { Place } from '../../interchange/clipboard/pasteClip';
import { readClipboard } from '../../interchange/clipboard/readClipboard';
import { atOfX, offsetOfY } from '../../layout/timelineScale';
import type { OpenMap } from '../../store/openMap';
import { announcements } from '../../ui/announcements';
import { t } from '../../ui/i18n/t';
import type { CanvasActions } from '../canvasActions';
import { select } from '../selection';
import { pasteInto } from './pasteInto';

/**
 * Copies, cuts and pastes on the canvas through the browser's own clipboard events, which need no permission and work with
 * every menu and key that a platform has for them.
 */
export function useClipboard(openMap: OpenMap, actions: CanvasActions): void {
  const pointer = useRef<Place | null>(null);
  useEffect(() => {
    const onPointer = ({ target, clientX, clientY }: PointerEvent): void => {
      const isHere = target instanceof Element && target.closest('.canvas-surface') !== null;
      const at = isHere ? actions.toCanvas({ x: clientX, y: clientY }) : null;
      pointer.current = at && { at: Math.round(atOfX(at.x) * 2) / 2, offset: Math.round(offsetOfY(at.y)) };
    };
    const copy = (event: ClipboardEvent, isCut: boolean): void => {
      const { selection } = openMap.view.getState();
      if (!isForMap(event) || !event.clipboardData || selection.length === 0) return;
      event.preventDefault();
      const clip = makeClip(openMap.journey(), openMap.id, selection);
      for (const [type, text] of Object.entries(writeClip(clip))) event.clipboardData.setData(type, text);
      const count = clip.selected.length;
      const isGone = isCut && deleteRecords.run(openMap, { records: selection }).ok;
      if (isGone) select(openMap.view, []);
      announcements.announce(isGone ? t('clipboard.cut', { count }) : t('clipboard.copied', { count }));
    };
    const onCopy = (event: ClipboardEvent): void => copy(event, false);
    const onCut = (event: ClipboardEvent): void => copy(event, true);
    const onPaste = (event: ClipboardEvent): void => {
      const data = event.clipboardData;
      if (!data) return;
      const files = [...data.files].filter(({ type }) => type.startsWith('image/'));
      const texts = {
        own: data.getData(clipType),
        html: data.getData('text/html'),
        plain: data.getData('text/plain'),
        hasImage: files.length > 0,
      };
      const isHere = isForMap(event);
      if (!isHere && !(files.length > 0 && isInPanel(event))) return;
      const content = readClipboard(texts, openMap.document.entropy);
      if (!isHere && content.kind !== 'picture') return;
      event.preventDefault();
      pasteInto(openMap, content, pointer.current, files);
      if (isHere) actions.focusCanvas();
    };
    document.addEventListener('pointermove', onPointer, { passive: true });
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('pointermove', onPointer);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [openMap, actions]);
}

const fields = 'input, textarea, [contenteditable]';

/** Text fields, dialogs and text that somebody marked in a panel keep their own clipboard. */
function isForMap({ target, type }: ClipboardEvent): boolean {
  if (!(target instanceof Element)) return true;
  const isOnCanvas = target.closest('.canvas-stage') !== null || target === document.body;
  const isField = target.closest(fields) !== null;
  const hasMarked = type !== 'paste' && (document.getSelection()?.toString() ?? '') !== '';
  return isOnCanvas && !isField && !hasMarked && document.querySelector('.ui-dialog-viewport') === null;
}

/** A picture may be pasted where the evidence is looked at, too; text there belongs to the fields. */
function isInPanel({ target }: ClipboardEvent): boolean {
  return target instanceof Element && target.closest('.inspector') !== null && !target.closest(fields);
}
