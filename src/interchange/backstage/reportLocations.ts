import type { Catalog } from './catalog';
import { referencesOf } from './catalog';
import { titleOf, type Entity } from './entity';

/** How many patterns are tried against every file: more than catalogues have, too few to keep anybody waiting. */
const maxPatterns = 100;
/** How many of the missing files are named. */
const mostListed = 10;

/** Reports which files a catalogue's Locations point at that were not given. Nothing is ever fetched. */
export function reportLocations(catalog: Catalog, files: readonly string[]): void {
  const given = new GivenFiles(files);
  for (const location of catalog.ofKind('location')) {
    const targets = [...referencesOf(location, 'targets'), ...referencesOf(location, 'target')];
    const missing = targets.filter((target) => !given.has(target, location));
    if (missing.length === 0) continue;
    const message = catalog.words.locations({
      name: titleOf(location),
      found: targets.length - missing.length,
      all: targets.length,
      listed: missing.slice(0, mostListed),
      more: Math.max(0, missing.length - mostListed),
    });
    catalog.note('ignored', message, location);
  }
}

class GivenFiles {
  readonly #paths: ReadonlySet<string>;
  #patterns = 0;

  constructor(files: readonly string[]) {
    this.#paths = new Set(files.map((file) => resolvePath('', file)));
  }

  /** Whether a target of a Location is among the files. */
  has(target: string, location: Entity): boolean {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return false;
    const folder = location.file.replaceAll('\\', '/').split('/').slice(0, -1).join('/');
    const path = resolvePath(folder, target);
    if (this.#paths.has(path)) return true;
    if (path.includes('*')) return this.#fits(path);
    // Files that were picked one by one come without their folders.
    return folder === '' && this.#paths.has(path.slice(path.lastIndexOf('/') + 1));
  }

  #fits(pattern: string): boolean {
    if (++this.#patterns > maxPatterns) return false;
    return [...this.#paths].some((path) => matchesPattern(path, pattern));
  }
}

function resolvePath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path.replaceAll('\\', '/')}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Whether a path fits a pattern with `*` for any letters within a folder and `**` for any folders. */
function matchesPattern(path: string, pattern: string): boolean {
  const parts = pattern.split(/\*+/u);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.endsWith(parts.at(-1) ?? '');
}
