import { describe, expect, test } from 'vitest';
import { fileProblems, importCycles, importProblems } from './rules';
import { parseSource, readSources } from './sourceFiles';

const files = await readSources(['src', 'server', 'test', 'scripts']);
const product = files.filter((file) => !file.path.startsWith('test/') && !file.path.startsWith('scripts/'));

describe('the house', () => {
  test('was really read: every record kind and an import of each sort', () => {
    const records = product.filter((file) => file.path.startsWith('src/model/records/'));
    expect(records.length).toBeGreaterThanOrEqual(20);
    expect(product.length).toBeGreaterThanOrEqual(records.length + 10);
    // Every record file defines itself through defineRecord: fewer imports means the parser saw less than there is.
    const defining = records.filter((file) =>
      file.imports.some((i) => i.target === 'src/model/defineRecord.ts'),
    );
    expect(defining.length).toBe(records.length);
  });

  test('relative imports all lead to a file', () => {
    const known = new Set(files.map((file) => file.path));
    const lost = product.flatMap((file) =>
      file.imports
        .filter(({ target }) => target !== null && !known.has(target) && !/\.(css|svg|json)$/.test(target))
        .map(({ specifier }) => `${file.path}: ${specifier}`),
    );
    expect(lost).toEqual([]);
  });

  test('layers point one way and each big library has one door', () => {
    expect(importProblems(product)).toEqual([]);
  });

  test('nothing imports itself in a circle', () => {
    expect(importCycles(product)).toEqual([]);
  });

  test('no file is over 600 lines and none has a default export', () => {
    expect(fileProblems(files)).toEqual([]);
  });
});

describe('the guard itself', () => {
  const known = new Set([
    'src/model/a.ts',
    'src/doc/b.ts',
    'src/panels/x/c.ts',
    'src/panels/y/d.ts',
    'src/ui/e.ts',
  ]);
  const parse = (path: string, text: string) => parseSource(path, text, known);

  test.each([
    ['a value', "import { b } from '../doc/b';"],
    ['a type', "import type { b } from '../doc/b';"],
    ['a re-export', "export * from '../doc/b';"],
    ['code loaded later', "const b = () => import('../doc/b');"],
    ['a type written in place', "type B = import('../doc/b').B;"],
    ['a library behind a door', "import * as Y from 'yjs';"],
    ['a library that the layer does without', "import { useState } from 'react';"],
  ])('sees %s', (_what, text) => {
    expect(importProblems([parse('src/model/a.ts', text)])).toHaveLength(1);
  });

  test('lets features use primitives, not one another', () => {
    expect(importProblems([parse('src/panels/x/c.ts', "import { e } from '../../ui/e';")])).toEqual([]);
    expect(importProblems([parse('src/panels/x/c.ts', "import { d } from '../y/d';")])).toHaveLength(1);
  });

  test('keeps the server out of the interface', () => {
    expect(importProblems([parse('server/main.ts', "import { e } from '../src/ui/e';")])).toHaveLength(1);
    expect(importProblems([parse('server/main.ts', "import { a } from '../src/model/a';")])).toEqual([]);
  });

  test('finds a circle of values, and lets a circle of types be', () => {
    const a = parse('src/model/a.ts', "import { b } from '../doc/b';");
    expect(importCycles([a, parse('src/doc/b.ts', "import { a } from '../model/a';")])).toHaveLength(1);
    expect(importCycles([a, parse('src/doc/b.ts', "import type { a } from '../model/a';")])).toEqual([]);
  });

  test('finds default exports and long files', () => {
    expect(fileProblems([parse('src/ui/e.ts', 'export default 1;')])).toHaveLength(1);
    expect(fileProblems([parse('src/ui/e.ts', 'const a = 1;\nexport { a as default };')])).toHaveLength(1);
    expect(fileProblems([parse('src/ui/e.ts', '\n'.repeat(700))])).toHaveLength(1);
  });
});
