import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findJourneys } from '../../src/interchange/mermaid/findJourneys';

const documents = new URL('../samples/mermaid-journey/markdown/', import.meta.url);

function find(text: string, name = 'page.md'): readonly (readonly [number, string])[] {
  return findJourneys(text, name).map((found) => [found.line, found.text]);
}

test('INT-M30 a file that is a diagram is one', () => {
  const text = '---\ntitle: T\n---\n%% note\njourney\n  A: 3';
  for (const name of ['a.mmd', 'a.mermaid', 'Pasted text']) expect(find(text, name)).toEqual([[1, text]]);
});

test.each([
  ['backticks', '```mermaid\njourney\n  A: 3\n```', 2],
  ['tildes', 'x\n\n~~~~ mermaid\njourney\n  A: 3\n~~~~', 4],
  ['colons', '::: mermaid\njourney\n  A: 3\n:::', 2],
  ['braces', '```{.mermaid width=400}\njourney\n  A: 3\n```', 2],
  ['a list', '- item\n\n   ```mermaid\n   journey\n     A: 3\n   ```\n', 4],
  ['a list item’s first line', '- ```mermaid\n  journey\n    A: 3\n  ```\n', 2],
  ['a quote', '> ```mermaid\n> journey\n>   A: 3\n> ```\n', 2],
  ['CRLF', '# T\r\n```mermaid\r\njourney\r\n  A: 3\r\n```\r\n', 3],
  ['a longer end', '```mermaid\njourney\n  A: 3\n`````\ntext', 2],
])('INT-M30 a fence in %s', (_, text, line) => {
  expect(find(text)).toEqual([[line, 'journey\n  A: 3']]);
});

test('INT-M31 a fence inside a fence is text, and one without an end runs to the end', () => {
  expect(find('````md\n```mermaid\njourney\n  A: 3\n```\n````')).toEqual([]);
  expect(find('```mermaid\njourney\n  A: 3')).toEqual([[2, 'journey\n  A: 3']]);
});

test('INT-M32 a pre element is dedented and decoded', () => {
  const html =
    '<body>\n<PRE class="x mermaid" id=a>\n    journey\n      A &amp; B&#x21;: 3\n</pre>\n<pre>journey\nB: 3</pre>';
  expect(find(html, 'page.html')).toEqual([[2, '\njourney\n  A & B!: 3\n']]);
  expect(find(html, 'page.md').length).toBe(1);
});

test('INT-M33 other diagrams and other fences are passed over', () => {
  const text =
    '```mermaid\nflowchart TB\n A --> B\n```\n```js\njourney\n```\n~~~mermaid\njourney\n A: 3\n~~~\n';
  expect(find(text)).toEqual([[9, 'journey\n A: 3']]);
  expect(find('journey maps are lovely', 'Pasted text')).toEqual([]);
  expect(find('Journey maps are lovely', 'page.md')).toEqual([]);
});

test.each([
  ['K-Dense-AI_claude-scientific-skills--user_journey.md', 3],
  ['K-Dense-AI_claude-scientific-skills--complex_examples.md', 1],
  ['microsoft_hve-core--privacy-planner-prd.md', 1],
  ['lamtquyen03_techcombank-product-engineering--README.md', 1],
  ['mermaid-js_mermaid--accessibility.md', 2],
])('INT-M34 the journeys of %s are found', (name, count) => {
  const text = readFileSync(new URL(name, documents), 'utf8');
  const found = findJourneys(text, name);
  expect(found.length).toBe(count);
  const lines = text.split(/\r?\n/);
  for (const diagram of found) expect(lines[diagram.line - 1]?.trim()).toBe('journey');
});
