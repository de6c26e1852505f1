import { describe, expect, test } from 'vitest';
import { filterOptions, groupOptions, hasOptionNamed } from '../../src/ui/comboboxOptions';

const options = [
  { id: '1', label: 'Order management', keywords: ['OMS'] },
  { id: '2', label: 'Store tills', secondLine: 'Retail IT', group: 'IT' },
  { id: '3', label: 'Web shop' },
  { id: '4', label: 'Café-Kasse', group: 'IT' },
  { id: '5', label: 'Border control' },
];
const found = (query: string) => filterOptions(options, query).map(({ id }) => id);

describe('filterOptions', () => {
  test('puts names that begin with the query first, then words, then the rest', () => {
    expect(found('or')).toEqual(['1', '2', '5']);
    expect(found('s')).toEqual(['2', '3', '4', '1']);
  });

  test('looks past case and accents, and into second lines and keywords', () => {
    expect(found('cafe')).toEqual(['4']);
    expect(found('oms')).toEqual(['1']);
    expect(found('retail')).toEqual(['2']);
  });

  test('wants every word, and gives all for none', () => {
    expect(found('web till')).toEqual([]);
    expect(found('  ')).toEqual(['1', '2', '3', '4', '5']);
  });
});

test('hasOptionNamed sees through case, accents and blanks', () => {
  expect(hasOptionNamed(options, ' café-kasse ')).toBe(true);
  expect(hasOptionNamed(options, 'Café')).toBe(false);
});

test('groupOptions keeps the order of headings and leads with those that have none', () => {
  expect(groupOptions(options).map(({ label, items }) => [label, items.map(({ id }) => id)])).toEqual([
    [null, ['1', '3', '5']],
    ['IT', ['2', '4']],
  ]);
});
