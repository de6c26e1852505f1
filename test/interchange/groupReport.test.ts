import { expect, test } from 'vitest';
import { groupReport, moreLikeThis } from '../../src/interchange/groupReport';
import type { ReportEntry } from '../../src/interchange/importResult';

function offered(name: string, level: ReportEntry['level'] = 'ignored'): ReportEntry {
  return { level, message: `“${name}” is a library: offered.`, file: 'c.yaml', line: 1 };
}

test('INT-44: sentences that differ in names alone are said a few times, then counted', () => {
  const many = Array.from({ length: 3_125 }, (_, index) => offered(`lib ${index}`));
  const other: ReportEntry = { level: 'ignored', message: '“A” has no name.' };
  const lines = groupReport([...many.slice(0, 4), other, ...many.slice(4)], 5);
  expect(lines).toHaveLength(6);
  expect(lines.map(({ entry }) => entry)).toEqual([...many.slice(0, 4), other, many[4]]);
  expect(lines.map(({ more }) => more)).toEqual([0, 0, 0, 0, 0, 3_120]);
  expect(moreLikeThis(3_120)).toBe('… and 3,120 more like this');
});

test('INT-44: file names, places and numbers count as names; levels and other words do not', () => {
  const twice = (name: string): ReportEntry => {
    const pointer = `component:default/${name}`;
    const message = `${pointer} is there twice in ${name}.yaml, line 12.`;
    return { level: 'ignored', message, pointer, file: `${name}.yaml` };
  };
  expect(groupReport([twice('a'), twice('b'), twice('c')], 1)).toEqual([{ entry: twice('a'), more: 2 }]);
  const levels = [offered('a'), offered('b', 'guessed')];
  expect(groupReport(levels, 1).map(({ more }) => more)).toEqual([0, 0]);
});

test('INT-44: the same words about the same place are said once', () => {
  expect(groupReport([offered('a'), offered('a')])).toEqual([{ entry: offered('a'), more: 0 }]);
});

test('INT-44: a short report stays as it is', () => {
  const report = ['a', 'b', 'c'].map((name) => offered(name));
  expect(groupReport(report).map(({ entry }) => entry)).toEqual(report);
});
