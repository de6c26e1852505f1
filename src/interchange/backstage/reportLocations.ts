import type { Catalog } from './catalog';
import { referencesOf } from './catalog';
import { titleOf, type Entity } from './entity';

/** Reports which files a catalogue's Locations point at that were not given. Nothing is ever fetched. */
export function reportLocations(catalog: Catalog, files: readonly string[]): void {
  const given = new Set(files.map((file) => resolvePath('', file)));
  for (const location of catalog.ofKind('location')) {
    const targets = [...referencesOf(location, 'targets'), ...referencesOf(location, 'target')];
    const missing = targets.filter((target) => !isGiven(target, location, given));
    if (missing.length === 0) continue;
    const found = targets.length - missing.length;
    const listed =
      missing.slice(0, 10).join(', ') + (missing.length > 10 ? ` and ${missing.length - 10} more` : '');
    const message = `“${titleOf(location)}” points at other files, of which ${found} of ${targets.length} are in this import; not fetched: ${listed}.`;
    catalog.note('ignored', message, location);
  }
}

function isGiven(target: string, location: Entity, given: ReadonlySet<string>): boolean {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return false;
  const folder = location.file.replaceAll('\\', '/').split('/').slice(0, -1).join('/');
  const path = resolvePath(folder, target);
  if (given.has(path)) return true;
  if (path.includes('*')) return [...given].some((file) => matchesPattern(file, path));
  // Files that were picked one by one come without their folders.
  return folder === '' && given.has(path.slice(path.lastIndexOf('/') + 1));
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
