import { describe, expect, test } from 'vitest';
import { boundedWidth, fittingWidth } from '../../src/table/grid/columnWidths';
import { openTable } from './openTable';

function shop() {
  return openTable('systems', (m) => {
    m.system('CRM', { order: 'a', vendor: 'A vendor with a rather long name' });
    m.system('ERP', { order: 'b' });
  });
}

describe('TBL-13', () => {
  test('Alt with an arrow in the row of names makes its column wider or narrower, and elsewhere is not the grid’s', () => {
    const table = shop();
    const width = () => table.model.view().columns.find(({ id }) => id === 'vendor')?.widthPx ?? 0;
    const before = width();
    table.goTo('header', 'vendor');
    table.press('Alt+ArrowRight', 'Alt+ArrowRight');
    expect(width()).toBe(before + 32);
    table.press('Alt+ArrowLeft');
    expect(width()).toBe(before + 16);
    expect(table.focus()).toEqual(['header', 'vendor']);
    table.goTo('CRM', 'vendor');
    expect(table.model.controller.key('Alt+ArrowRight', null)).toBe(false);
    expect(width()).toBe(before + 16);
  });

  test('a column stays wide enough to be caught and narrow enough to see others', () => {
    const table = shop();
    table.goTo('header', 'vendor');
    const width = () => table.model.view().columns.find(({ id }) => id === 'vendor')?.widthPx;
    for (let press = 0; press < 60; press++) table.press('Alt+ArrowRight');
    expect(width()).toBe(640);
    for (let press = 0; press < 60; press++) table.press('Alt+ArrowLeft');
    expect(width()).toBe(64);
    expect(boundedWidth(100.4)).toBe(100);
  });

  test('a column that fits is as wide as its longest text, or as its name', () => {
    const view = shop().model.view();
    const measure = (text: string): number => text.length * 10;
    const long = fittingWidth(view, 'vendor', measure);
    expect(long).toBeGreaterThan('A vendor with a rather long name'.length * 10);
    const label = view.columns.find(({ id }) => id === 'region')?.label ?? '';
    const short = fittingWidth(view, 'region', measure);
    expect(short).toBeGreaterThan(label.length * 10);
    expect(short).toBeLessThan(long);
  });
});
