import { expect, test } from 'vitest';
import { readKpi } from '../../../src/panels/inspector/touchpoint/readKpi';

test.each([
  ['Returns solved at first visit 61 → 80 %', 'Returns solved at first visit', 61, 80, '%'],
  ['Conversion: 2,5% -> 3,1 %', 'Conversion', 2.5, 3.1, '%'],
  ['Waiting time 12 -> 5 minutes', 'Waiting time', 12, 5, 'minutes'],
  ['NPS -10 => 20', 'NPS', -10, 20, ''],
  ['Refund paid within → 3 days', 'Refund paid within', null, 3, 'days'],
  ['Top 3 questions', 'Top 3 questions', null, null, ''],
  ['  Repeat purchase  ', 'Repeat purchase', null, null, ''],
  ['', '', null, null, ''],
])('LIST-2 “%s” is read as a KPI', (line, name, baseline, target, unit) => {
  expect(readKpi(line)).toEqual({ name, baseline, target, unit });
});
