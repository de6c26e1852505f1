import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  formatAgo,
  formatBy,
  formatExact,
  formatIsoDay,
  formatList,
  formatNumber,
  formatPercent,
} from '../../../src/ui/i18n/format';

afterEach(() => formatBy('en'));

describe('LNG-3: numbers, dates and lists', () => {
  beforeEach(() => formatBy('de'));

  test('are written as in German when German is spoken', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5');
    expect(formatExact(-1234.25)).toBe('-1234,25');
    expect(formatPercent(0.54)).toBe('54\u00a0%');
    expect(formatIsoDay('2027-03-12')).toBe('12.03.2027');
    expect(formatList(['Anzeige', 'Kasse', 'Hotline'])).toBe('Anzeige, Kasse und Hotline');
    expect(formatAgo(0, 5 * 60_000)).toBe('vor 5 Minuten');
    expect(formatAgo(0, 0)).toBe('jetzt');
  });

  test('follow a region', () => {
    formatBy('de-CH');
    expect(formatNumber(1234.5)).toMatch(/^1['’]234\.5$/);
    formatBy('en-GB');
    expect(formatIsoDay('2027-03-12')).toBe('12 Mar 2027');
  });

  test('a day that is none stays as it is written', () => {
    expect(formatIsoDay('soon')).toBe('soon');
  });
});
