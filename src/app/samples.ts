import { createJourneyDocument } from '../doc/seed';
import { readThroughlineFile } from '../interchange/throughline/readThroughlineFile';
import type { Entropy } from '../model/ids';
import { resolve } from '../model/resolve';
import { mapThumbnail } from './home/mapThumbnail';
import { openingWords } from './userLanguage';

/** The samples that ship with the app, each one click away. */
export const sampleNames = ['collectInStore', 'motorClaim'] as const;
export type SampleName = (typeof sampleNames)[number];

const loaders: Readonly<Record<SampleName, () => Promise<{ default: unknown }>>> = {
  collectInStore: () => import('../samples/collectInStore.throughline.json'),
  motorClaim: () => import('../samples/motorClaim.throughline.json'),
};

/** The text of a sample's file. Loaded on demand: nobody pays for a sample they do not open. */
export async function loadSample(name: SampleName): Promise<string> {
  return JSON.stringify((await loaders[name]()).default);
}

/** The small picture of a sample, as SVG text; empty when it cannot be read. */
export async function samplePicture(name: SampleName, entropy: Entropy): Promise<string> {
  const read = readThroughlineFile(await loadSample(name), name, entropy, openingWords());
  if (!read.ok) return '';
  const document = createJourneyDocument({ entropy, actor: '', bundle: read.file.bundle });
  const picture = mapThumbnail(resolve(document.readTables()));
  document.destroy();
  return picture;
}
