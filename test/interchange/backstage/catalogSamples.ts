import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportFile } from '../../../src/interchange/chosenFile';

const root = join(import.meta.dirname, '../../samples/backstage');

/** The sample catalogues: one folder a repository. */
export const repositories: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** All YAML files of one sample repository, with their paths. */
export function catalogOf(repository: string): readonly ImportFile[] {
  return readdirSync(join(root, repository), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => sampleFile(`${repository}/${path.replaceAll('\\', '/')}`));
}

/** One sample file by its path below the samples. */
export function sampleFile(path: string): ImportFile {
  return { name: path, text: readFileSync(join(root, path), 'utf8') };
}
