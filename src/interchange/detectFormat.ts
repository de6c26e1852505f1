import type { ImportFile } from './chosenFile';
import { importLimits } from './importResult';
import { findJourneys } from './mermaid/findJourneys';
import { looksLikeThroughlineFile } from './throughline/readThroughlineFile';

export type ImportFormat = 'throughline' | 'mermaid' | 'backstage';

/** Which of the formats a file is in: by what it says, then by its name; null when it is none of them. */
export function detectFormat({ name, text }: ImportFile): ImportFormat | null {
  if (looksLikeThroughlineFile(text)) return 'throughline';
  const isDocument = /\.(?:md|markdown|mdx|html?|xhtml)$/i.test(name);
  if (!isDocument && /^\uFEFF?apiVersion:[ \t]*["']?backstage\.io\//m.test(text)) return 'backstage';
  if (text.length <= importLimits.characters && findJourneys(text, name).length > 0) return 'mermaid';
  if (/\.ya?ml$/i.test(name)) return 'backstage';
  if (/\.(?:mmd|mermaid)$/i.test(name)) return 'mermaid';
  return /\.json$/i.test(name) ? 'throughline' : null;
}
