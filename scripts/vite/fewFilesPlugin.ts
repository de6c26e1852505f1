import type { Plugin, Rolldown } from 'vite';

/** Where what is loaded together begins, and the file that is made of it. */
export interface Beginning {
  readonly name: string;
  /** The module with the first import, from the root of the repository. */
  readonly module: string;
}

/** What a module needs before it can run, beginning with itself. */
function neededBy(start: string, infoOf: (id: string) => Rolldown.ModuleInfo | null): ReadonlySet<string> {
  const needed = new Set<string>([start]);
  // A set grows while it is walked.
  for (const id of needed) for (const next of infoOf(id)?.importedIds ?? []) needed.add(next);
  return needed;
}

/**
 * Puts all that is loaded together into one file: what the program starts with, then what each of the others needs on top
 * of it. Cut by who shares what, a map needed a hundred files, and fetching those took longer than reading it.
 * Only in production builds.
 */
export function fewFilesPlugin(beginnings: readonly Beginning[]): Plugin {
  const files = new Map<string, string>();
  const groupOf = ({ name }: Beginning, index: number): Rolldown.CodeSplittingGroup => ({
    name,
    test: (id) => files.get(id) === name,
    priority: beginnings.length - index,
  });
  return {
    name: 'throughline:few-files',
    apply: 'build',
    config: () => ({
      build: { rolldownOptions: { output: { codeSplitting: { groups: beginnings.map(groupOf) } } } },
    }),
    buildEnd() {
      const ids = [...this.getModuleIds()];
      for (const { name, module } of beginnings) {
        const start = ids.find((id) => id.endsWith(`/${module}`));
        // Other builds pass through here too: a bench's page, a worker.
        if (start === undefined) continue;
        for (const id of neededBy(start, (asked) => this.getModuleInfo(asked)))
          // The first module keeps a file of its own: the program's waits while it runs, and nothing else may wait with it.
          if (id !== start && !files.has(id)) files.set(id, name);
      }
    },
  };
}
