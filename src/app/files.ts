import { roomForPictures } from '../commands/pictures';
import { JourneyDocument } from '../doc/journeyDocument';

import { origins } from '../doc/origins';
import { readBundle } from '../doc/seed';
import { decodeText } from '../interchange/decodeText';
import type { Refusal } from '../interchange/importResult';
import type { ThroughlineFile } from '../interchange/throughline/fileFormat';
import { fileExtension } from '../interchange/throughline/fileFormat';
import {
  looksLikeThroughlineFile,
  readThroughlineFile,
} from '../interchange/throughline/readThroughlineFile';
import { writeThroughlineFile } from '../interchange/throughline/writeThroughlineFile';
import type { Bundle } from '../model/bundle';
import { schemaVersion } from '../model/kinds';
import { withinPictureRoom } from '../model/pictureRoom';
import { mergeUpdate } from '../sync/mergeMaps';
import type { StoreResult } from '../sync/storageProblem';
import { t } from '../ui/i18n/t';
import { notices } from '../ui/notices';
import { sayPicturesLeft, sayPicturesOver } from '../ui/pictures/sayPicturesLeft';
import { fromBase64, toBase64 } from './base64';
import type { MergeQuestion } from './MergeDialog';
import { mapPath, navigate } from './route';
import { authorOf, type Services } from './services';
import { openingWords } from './userLanguage';

/** A title as part of a file name on any system. */
export function fileNameOf(title: string): string {
  const safe = title
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 80);
  return `${safe === '' ? t('app.map.untitled') : safe}${fileExtension}`;
}

/** A map as the text of a file, with what merging it back needs. */
export function mapFileText(document: JourneyDocument, mapId: string): string {
  return writeThroughlineFile({
    bundle: readBundle(document),
    version: Math.max(schemaVersion, document.schemaVersion),
    document: { id: mapId, update: toBase64(document.encode()) },
  });
}

/** Hands a text to the browser as a file to save. */
export function downloadText(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Saves an open map as a file. */
export function exportMap(journeyDocument: JourneyDocument, mapId: string): void {
  const name = fileNameOf(journeyDocument.readMap().title);
  downloadText(name, mapFileText(journeyDocument, mapId));
  notices.show({ text: t('app.notice.exported', { file: name }) });
}

/** Saves a map of the home screen as a file, without opening it. */
export async function exportStoredMap(services: Services, mapId: string): Promise<void> {
  const bytes = await services.store.exportBytes(mapId);
  if (!bytes.ok) return sayStorageFailed();
  const stored = new JourneyDocument({ entropy: services.entropy, actor: services.actor });
  stored.applyUpdate(bytes.value, origins.stored);
  exportMap(stored, mapId);
  stored.destroy();
}

/** Saves every stored piece of a map as it lies there: all that can be had of one that cannot be read. */
export async function exportPieces(services: Services, mapId: string): Promise<void> {
  const pieces = await services.store.exportPieces(mapId);
  if (!pieces.ok) return sayStorageFailed();
  const name = `${mapId}.pieces.json`;
  const rows = pieces.value.map(({ bytes, ...row }) => ({
    ...row,
    // Whatever damaged the row may have put anything here.
    bytes: bytes instanceof Uint8Array ? toBase64(bytes) : null,
  }));
  downloadText(name, JSON.stringify({ format: 'throughline-pieces', map: mapId, pieces: rows }));
  notices.show({ text: t('app.notice.exported', { file: name }) });
}

/** Says that something asked of the storage was not done. */
export function sayStorageFailed(): void {
  notices.show({ text: t('app.home.failed'), tone: 'danger' });
}

/** Makes a map on this device, empty or from a bundle, and opens it. */
export async function newMapFrom(services: Services, bundle: Bundle | null): Promise<void> {
  const made = await storeNewMap(services, bundle);
  if (made.ok) navigate(mapPath(made.value));
  else notices.show({ text: t('app.home.storageProblem'), tone: 'danger' });
}

/** Stores a new map with as many of the bundle's pictures as a map may hold, and says how many it does without. */
async function storeNewMap(services: Services, bundle: Bundle | null): Promise<StoreResult<string>> {
  const fitting = bundle && withinPictureRoom(bundle);
  const made = await services.store.createMap(authorOf(services), fitting?.bundle);
  if (made.ok) sayPicturesLeft(fitting?.left ?? 0);
  return made;
}

/** What became of files the user opened. */
export type OpenedFile =
  /** Our own file, opened as a new map; or refused, and said so. */
  | { readonly kind: 'done' }
  /** Our own file, of a map that is on this device: the user must choose. */
  | { readonly kind: 'known'; readonly question: MergeQuestion }
  /** Files of other tools: the importer's business. */
  | { readonly kind: 'foreign' };

/** Opens one of our own files; several files, and others', go to the importer. */
export async function openMapFile(services: Services, files: readonly File[]): Promise<OpenedFile> {
  const [file] = files;
  if (!file || files.length > 1) return { kind: 'foreign' };
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()), file.name, openingWords().files);
  // The importer says what is wrong with a file that is not text.
  if (!decoded.ok) return { kind: 'foreign' };
  const { text } = decoded;
  if (!looksLikeThroughlineFile(text)) return { kind: 'foreign' };
  const read = readThroughlineFile(text, file.name, services.entropy, openingWords());
  if (!read.ok) {
    refuseFile(file.name, read.refusal.message);
    return { kind: 'done' };
  }
  const maps = await services.store.listMaps();
  const known =
    maps.ok && maps.value.find(({ id, deletedAt }) => id === read.file.document?.id && deletedAt === null);
  if (known) return { kind: 'known', question: questionAbout(services, file.name, read.file, known.title) };
  const id = await openAsCopy(services, file.name, read.file);
  if (id !== null) navigate(mapPath(id));
  return { kind: 'done' };
}

function questionAbout(
  services: Services,
  name: string,
  file: ThroughlineFile,
  title: string,
): MergeQuestion {
  return {
    title,
    openCopy: () => openAsCopy(services, name, file),
    merge: async () => {
      const bytes = file.document && fromBase64(file.document.update);
      if (!file.document || !bytes) return refuseFile(name, t('app.file.damaged'));
      let room = 0;
      const { store } = services;
      const merged = await mergeUpdate(store, file.document.id, bytes, authorOf(services), (document) => {
        room = roomForPictures(document);
      });
      if (!merged.ok) return refuseFile(name, t('app.file.damaged'));
      // Merging leaves nothing out (EVD-8): what has become of the pictures is said.
      sayPicturesOver(room);
      return file.document.id;
    },
  };
}

async function openAsCopy(services: Services, name: string, file: ThroughlineFile): Promise<string | null> {
  if (!file.isNewer) {
    const made = await storeNewMap(services, file.bundle);
    return made.ok ? made.value : refuseFile(name, t('app.home.storageProblem'));
  }
  // A newer program's records may mean what this one cannot know: its document opens read-only, as it is.
  const bytes = file.document && fromBase64(file.document.update);
  const made = bytes && (await services.store.importBytes(bytes, authorOf(services)));
  return made?.ok ? made.value : refuseFile(name, t('app.file.newer'));
}

function refuseFile(file: string, why: Refusal['message']): null {
  notices.show({ text: t('app.notice.refusedFile', { file, why }), tone: 'danger' });
  return null;
}
