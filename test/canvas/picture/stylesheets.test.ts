import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listFiles } from '../../../scripts/listFiles';

const source = fileURLToPath(new URL('../../../src', import.meta.url));

/** What everything on the canvas is in. */
const around =
  /(?:\*|:root|\bhtml|\bbody|\.canvas|\.canvas-stage|\.canvas-surface|\.react-flow[\w-]*)(?:\[[^\]]*\])*:has\(/;

test('PIC-10: no stylesheet asks what is in the page, the canvas or its surface', async () => {
  const sheets = (await listFiles(source)).filter((file) => file.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(30);
  const asking = sheets.filter((sheet) =>
    around.test(readFileSync(`${source}/${sheet}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')),
  );
  expect(asking).toEqual([]);
});

test.each([
  ':root:has(.x) .y',
  'body:has(.x)',
  ".canvas-stage[data-a='b']:has(.x)::after",
  '.react-flow__pane:has(a)',
])('PIC-10: %s would be one that asks', (rule) => expect(around.test(rule)).toBe(true));
