import { describe, expect, test } from 'vitest';
import { cellText } from '../../src/table/cells/cellText';
import type { CellType } from '../../src/table/cells/cellType';
import { parseCell } from '../../src/table/cells/parseCell';
import { roleLetters, usageLetters } from '../../src/table/matrices/matrixSource';
import { sheetKinds, sheetOf } from '../../src/table/sheets/sheets';
import { formatBy } from '../../src/ui/i18n/format';
import { buildMap } from '../support/mapBuilder';

const m = buildMap((map) => {
  map
    .system('CRM', { aliases: ['Customer base'] })
    .system('Shop, online')
    .system('ERP');
  map.touchpoint('Pay').uses('CRM');
});
const journey = m.journey();
const read = (type: CellType, text: string) => parseCell(journey, type, text);
const value = (type: CellType, text: string): unknown => {
  const result = read(type, text);
  return result.ok && 'value' in result ? result.value : result;
};

const number: CellType = { kind: 'number', min: -2, max: 2, isRequired: false };
const share: CellType = { kind: 'number', min: 0, max: 1, isRequired: false, isShare: true };
const systems: CellType = { kind: 'references', kinds: ['systems'], create: 'systems' };
const touchpoint: CellType = { kind: 'reference', kinds: ['touchpoints'], create: null };
const choice: CellType = {
  kind: 'choice',
  isRequired: false,
  choices: [{ value: 'phasing-out', label: 'Phasing out' }],
};

describe('TBL-4 a text is understood by the type of its cell', () => {
  test('numbers and shares', () => {
    expect(value(number, '1,5')).toBe(1.5);
    expect(value(number, '')).toBeNull();
    expect(read(number, 'five')).toMatchObject({ ok: false, problem: '“five” is not a number.' });
    expect(read(number, '7')).toMatchObject({ ok: false, problem: '“7” is not between -2 and 2.' });
    expect([value(share, '25 %'), value(share, '0.25'), value(share, '25')]).toEqual([0.25, 0.25, 0.25]);
    expect(read(share, '120 %').ok).toBe(false);
    expect(read({ ...number, isRequired: true }, ' ').ok).toBe(false);
  });

  test('days as people and spreadsheets write them; no day that is not in the calendar', () => {
    const day: CellType = { kind: 'date' };
    expect(['2026-03-31', '31.3.2026', '31. 3. 2026', '3/31/2026'].map((text) => value(day, text))).toEqual(
      Array.from({ length: 4 }, () => '2026-03-31'),
    );
    expect(read(day, '2026-02-30').ok).toBe(false);
    expect(read(day, 'soon')).toMatchObject({ problem: '“soon” is not a day, such as Mar 31, 2026.' });
  });

  test('LNG-3, TBL-3: numbers and days are written and read back by the locale', () => {
    const day: CellType = { kind: 'date' };
    const written = (locale: string): readonly unknown[] => {
      formatBy(locale);
      const texts = [
        cellText(journey, day, '2026-03-04'),
        cellText(journey, number, -1.25),
        cellText(journey, share, 0.125),
      ];
      expect([day, number, share].map((type, index) => value(type, texts[index] ?? ''))).toEqual([
        '2026-03-04',
        -1.25,
        0.125,
      ]);
      return [...texts, value(day, '4/3/2026'), value(day, '31/3/26')];
    };
    try {
      expect(written('de')).toEqual(['04.03.2026', '-1,25', '12,5 %', '2026-03-04', '2026-03-31']);
      expect(written('en-US')).toEqual(['Mar 4, 2026', '-1.25', '12.5 %', '2026-04-03', '2026-03-31']);
      expect(written('en-GB')).toEqual(['4 Mar 2026', '-1.25', '12.5 %', '2026-03-04', '2026-03-31']);
      formatBy('de');
      expect(['4. März 2026', '4. Mär. 2026', '4 march 2026'].map((text) => value(day, text))).toEqual(
        Array.from({ length: 3 }, () => '2026-03-04'),
      );
    } finally {
      formatBy('en');
    }
  });

  test('choices by word or label whatever their case; yes and no', () => {
    expect(value(choice, ' phasing OUT ')).toBe('phasing-out');
    expect(value(choice, 'phasing-out')).toBe('phasing-out');
    expect(read(choice, 'gone')).toMatchObject({ problem: '“gone” is none of the choices: Phasing out.' });
    const flag: CellType = { kind: 'flag' };
    expect(['x', 'Yes', '1', 'TRUE'].map((text) => value(flag, text))).toEqual([true, true, true, true]);
    expect(['no', '0', '', '–'].map((text) => value(flag, text))).toEqual([false, false, false, false]);
    expect(read(flag, 'maybe').ok).toBe(false);
  });

  test('references by name or alias; a comma in a name is no separator; what is missing is made where it can be', () => {
    expect(read(systems, 'crm; customer BASE')).toEqual({
      ok: true,
      references: [m.id('CRM'), m.id('CRM')],
    });
    expect(read(systems, 'Shop, online')).toEqual({ ok: true, references: [m.id('Shop, online')] });
    expect(read(systems, 'ERP, New one')).toEqual({
      ok: true,
      references: [m.id('ERP'), { make: 'New one' }],
    });
    expect(read(touchpoint, 'Fly')).toEqual({ ok: false, problem: 'Nothing here is called “Fly”.' });
  });

  test('letters of matrices, alone or together', () => {
    expect(value(roleLetters, 'r, A')).toEqual(['accountable', 'responsible']);
    expect(value(roleLetters, 'Informed')).toEqual(['informed']);
    expect(read(roleLetters, 'AX').ok).toBe(false);
    expect(value(usageLetters, 'rw')).toEqual(['both']);
    expect(read(usageLetters, 'UW').ok).toBe(false);
  });
});

test('TBL-3 what a cell shows is read back as the same value, in every column of every sheet', () => {
  const full = buildMap((map) => {
    map
      .party('Shop', 'marketing')
      .persona('Lena', { order: 'a', goals: [{ id: 'g', order: 'a', text: 'Fast' }] });
    map
      .ruler('Funnel', { order: 'a' })
      .stage('Buy', 0, 2.5, { ruler: 'Funnel', color: 'teal', owner: 'Shop' });
    map.dataObject('Order', { personal: true, systemOfRecord: 'CRM', classification: 'internal' });
    map.system('CRM', {
      lifecycle: 'phasing-out',
      role: 'record',
      aliases: ['C'],
      owner: 'Shop',
      order: 'a',
    });
    map
      .touchpoint('Pay', {
        emotion: -1.25,
        momentOfTruth: true,
        identityKey: 'email',
        channels: ['Web', 'App'],
      })
      .uses('CRM', 'reads')
      .captures('Order');
    map.touchpoint('Collect', { owner: ['Shop'] }).after('Pay', { share: 0.125, customerTime: 'days' });
    map.flow('CRM', 'Pay', { data: ['Order'], lawfulBasis: 'contract', latency: 'by-hand' });
    map.record('requirements', 'r', { what: 'Faster', subject: map.id('Pay'), dueOn: '2026-03-31' });
    map.note('Ask them', { color: 'pink' });
  }).journey();
  let cells = 0;
  for (const kind of sheetKinds) {
    for (const column of sheetOf(kind).columns) {
      if (!column.write) continue;
      for (const record of full[kind].all) {
        const now = column.read(record, { journey: full, analysis: null });
        const again = parseCell(full, column.type, cellText(full, column.type, now));
        const back = again.ok ? ('value' in again ? again.value : again.references) : again;
        const isOne = column.type.kind === 'reference' && Array.isArray(back);
        expect(isOne ? back[0] : back, `${kind} ${column.id}`).toEqual(now);
        cells++;
      }
    }
  }
  expect(cells).toBeGreaterThan(100);
});
