import { importBundle } from '../../commands/importBundle';
import { undo } from '../../commands/undoRedo';
import { updateRecord } from '../../commands/updateRecord';
import { pasteClip, type Pasted, type Place } from '../../interchange/clipboard/pasteClip';
import { pasteLines } from '../../interchange/clipboard/pasteLines';
import type { ClipboardContent, PastedLink } from '../../interchange/clipboard/readClipboard';
import { freePlace } from '../../layout/freePlace';
import { newRecordId } from '../../model/ids';
import { orderKeyBetween } from '../../model/orderKeys';
import type { OpenMap } from '../../store/openMap';
import { notices } from '../../ui/notices';
import { sayPicturesLeft } from '../../ui/pictures/sayPicturesLeft';
import { t, type TextKey } from '../../ui/i18n/t';
import { select } from '../selection';

type RefusedText = Extract<TextKey, `clipboard.refused.${string}`>;

/** Says why nothing was pasted. */
function refuse(reason: RefusedText): void {
  notices.show({ id: 'clipboard-refused', text: t(reason), tone: 'late' });
}

function tellWithUndo(openMap: OpenMap, text: string): void {
  notices.show({ text, action: { label: t('ui.undo'), onSelect: () => undo.run(openMap) } });
}

/**
 * Takes what a clipboard holds into the open map, as one step (CLIP-3).
 *
 * @param pointer where the pointer is on the canvas; null when it is elsewhere
 * @param files the pictures, where it holds one
 */
export function pasteInto(
  openMap: OpenMap,
  content: ClipboardContent,
  pointer: Place | null,
  files: readonly File[] = [],
): void {
  if (openMap.document.isReadOnly) return refuse('clipboard.refused.read-only');
  const { entropy } = openMap.document;
  switch (content.kind) {
    case 'nothing':
      return refuse(`clipboard.refused.${content.reason}`);
    case 'table':
      return openMap.view.setState({
        tablePaste: { rows: content.rows, place: placeFor(openMap, pointer), after: lastSelected(openMap) },
      });
    case 'links':
      return addLinks(openMap, content.links);
    case 'picture':
      return addPicture(openMap, files, content.link);
    case 'lines': {
      const place = placeFor(openMap, pointer);
      const pasted = pasteLines(content.lines, place, lastSelected(openMap), entropy);
      return takeIn(openMap, pasted, t('clipboard.lines', { count: pasted.selected.length }));
    }
    case 'records': {
      const place = placeFor(openMap, pointer);
      const pasted = pasteClip(content.clip, openMap.journey(), openMap.id, place, entropy);
      return takeIn(openMap, pasted, t('clipboard.pasted', { count: pasted.selected.length }));
    }
  }
}

function takeIn(openMap: OpenMap, { bundle, selected }: Pasted, text: string): void {
  const done = importBundle.run(openMap, { bundle, mapFields: false });
  if (!done.ok) {
    refuse(done.reason === 'read-only' ? 'clipboard.refused.read-only' : 'clipboard.refused.empty');
    return;
  }
  const [first] = selected;
  select(openMap.view, selected);
  if (first) openMap.view.setState({ cameraRequest: { kind: 'record', record: first } });
  tellWithUndo(openMap, text);
  sayPicturesLeft(done.value.picturesLeft);
}

/** The touchpoint a pasted path goes on from: the last one selected. */
function lastSelected({ view, journey }: OpenMap): string | null {
  const id = view.getState().selection.findLast(({ kind }) => kind === 'touchpoints')?.id;
  return id !== undefined && journey().touchpoints.byId.has(id) ? id : null;
}

/** After what is selected; else at the pointer; else after the last touchpoint. */
function placeFor(openMap: OpenMap, pointer: Place | null): Place {
  const journey = openMap.journey();
  const selected = openMap.view
    .getState()
    .selection.flatMap(({ id }) => journey.touchpoints.byId.get(id) ?? []);
  const last = selected.toSorted((a, b) => a.at - b.at).at(-1);
  if (last) return freePlace(journey, last.at + 1, last.offset);
  if (pointer) return freePlace(journey, pointer.at, Math.max(0, pointer.offset));
  const end = journey.touchpoints.all.at(-1);
  return end ? freePlace(journey, end.at + 1, 0) : { at: 0, offset: 0 };
}

/** A picture is evidence of the selected touchpoint; of a system it is only known where the picture is. */
function addPicture(openMap: OpenMap, files: readonly File[], link: PastedLink | null): void {
  const record = openMap.view.getState().selection.at(-1);
  if (record?.kind === 'touchpoints')
    openMap.view.setState({ pictureIntake: { touchpoint: record.id, files, link } });
  else if (record?.kind === 'systems' && link) addLinks(openMap, [link]);
  else refuse('clipboard.refused.no-touchpoint');
}

/** Links are evidence of the selected touchpoint, or where to read on about the selected system. */
function addLinks(openMap: OpenMap, links: readonly PastedLink[]): void {
  const { view, journey, document } = openMap;
  const record = view.getState().selection.at(-1);
  const touchpoint = record?.kind === 'touchpoints' ? journey().touchpoints.byId.get(record.id) : undefined;
  const system = record?.kind === 'systems' ? journey().systems.byId.get(record.id) : undefined;
  const inOrder = <T>(known: readonly { readonly order: string }[], items: readonly T[]) => {
    let last = known.at(-1)?.order ?? null;
    return items.map((item) => {
      const order = orderKeyBetween(last, null, document.entropy);
      last = order;
      return { ...item, order, id: newRecordId(document.entropy) };
    });
  };
  const count = links.length;
  if (touchpoint) {
    const added = links.map((link) => ({ ...link, level: 'assumed' as const }));
    const evidence = [...touchpoint.evidence, ...inOrder(touchpoint.evidence, added)];
    const done = updateRecord.run(openMap, { kind: 'touchpoints', id: touchpoint.id, patch: { evidence } });
    const name = touchpoint.title.trim() || t('clipboard.unnamed');
    if (done.ok) tellWithUndo(openMap, t('clipboard.links', { count, name }));
  } else if (system) {
    const all = [...system.links, ...inOrder(system.links, links)];
    const done = updateRecord.run(openMap, { kind: 'systems', id: system.id, patch: { links: all } });
    const name = system.name.trim() || t('clipboard.unnamed');
    if (done.ok) tellWithUndo(openMap, t('clipboard.systemLinks', { count, name }));
  } else refuse('clipboard.refused.no-place');
}
