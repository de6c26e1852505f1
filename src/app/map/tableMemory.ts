import { plainSettings, type SheetSettings, type TableStore } from '../../store/tableStore';
import type { ProfileStorage } from '../../sync/identity';
import { isKeyed, readStored, readTexts, writeStored } from './viewStorage';

type Settings = Readonly<Record<string, SheetSettings>>;

const keyOf = (mapId: string): string => `throughline.tables.${mapId}`;

/**
 * Which columns of a map's tables this device hides and how wide it shows them (TBL-13). What was searched for, sorted or
 * filtered is not remembered: a table that opens with rows missing looks as if they were lost.
 */
export function readTables(storage: ProfileStorage, mapId: string): Settings {
  const stored = readStored(storage, keyOf(mapId));
  if (!isKeyed(stored)) return {};
  const read: [string, SheetSettings][] = [];
  for (const [sheet, value] of Object.entries(stored))
    if (isKeyed(value)) read.push([sheet, readSheet(value)]);
  return Object.fromEntries(read);
}

function readSheet({ hidden, widths }: Readonly<Record<string, unknown>>): SheetSettings {
  return { ...plainSettings, hidden: readTexts(hidden), widths: readWidths(widths) };
}

function readWidths(value: unknown): SheetSettings['widths'] {
  if (!isKeyed(value)) return {};
  const widths = Object.entries(value).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]),
  );
  return Object.fromEntries(widths);
}

/** Remembers columns and widths whenever they change; returns the way to stop. */
export function rememberTables(store: TableStore, storage: ProfileStorage, mapId: string): () => void {
  return store.subscribe(({ settings }, before) => {
    if (settings === before.settings) return;
    const set = Object.entries(settings).map(([sheet, { hidden, widths }]) => [sheet, { hidden, widths }]);
    writeStored(storage, keyOf(mapId), Object.fromEntries(set));
  });
}
