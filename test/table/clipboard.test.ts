import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromTabText, toCsv, toHtmlTable, toTabText } from '../../src/interchange/clipboard/clipboardText';
import { parseHtmlTable } from '../../src/interchange/clipboard/parseHtmlTable';

describe('tab-separated text', () => {
  test('quoted cells hold tabs, line breaks and quotes; one break at the end is no row', () => {
    expect(fromTabText('a\tb\r\n"two\nlines"\t"say ""hi"""\r\n')).toEqual([
      ['a', 'b'],
      ['two\nlines', 'say "hi"'],
    ]);
    expect(fromTabText('a\n\nb')).toEqual([['a'], [''], ['b']]);
    expect(fromTabText('"x\ty"\tz')).toEqual([['x\ty', 'z']]);
  });

  test('a quote that is never closed, or stands inside, is a quote', () => {
    expect(fromTabText('"open\tb')).toEqual([['"open', 'b']]);
    expect(fromTabText('5" pipe\t"a"b')).toEqual([['5" pipe', '"a"b']]);
  });

  test('what is written is read back, whatever is in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ';', ' ', '=', 'é', '😀') });
    const rows = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([width, height]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      )
      // A single empty cell at the very end cannot be told from a last line break.
      .filter((table) => !(table.at(-1)?.length === 1 && table.at(-1)?.[0] === ''));
    fc.assert(
      fc.property(rows, (table) => {
        expect(fromTabText(toTabText(table))).toEqual(table);
      }),
      { numRuns: 300 },
    );
  });
});

describe('HTML tables', () => {
  test('reads what Excel writes: styles, comments, entities, breaks, spans', () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color:black;} <!-- table {} --></style></head>
      <body><!--StartFragment--><table border=0 cellpadding=0><col width=64 style='width:48pt'>
      <tr height=20><td class=xl65 style='height:15pt'>Name</td><td colspan=2>Kind &amp; more</td></tr>
      <tr><td>Store<br>  tills</td><td x:num>4&nbsp;711</td><td>&#8364;&lt;b&gt;</td></tr>
      </table><!--EndFragment--></body></html>`;
    expect(parseHtmlTable(html)).toEqual([
      ['Name', 'Kind & more', ''],
      ['Store\ntills', '4 711', '€<b>'],
    ]);
  });

  test('reads tables without closing tags, ragged rows, the first of several; nothing is no table', () => {
    expect(parseHtmlTable('<table><tr><th>a<th>b<tr><td>c</table><table><tr><td>no')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(parseHtmlTable('<p>no table</p>')).toBeNull();
    expect(parseHtmlTable('')).toBeNull();
    expect(parseHtmlTable('<table><tr><td>x<script>alert(1)</script></td>')).toEqual([['x']]);
  });

  test('what is written is read back', () => {
    const rows = [
      ['a & b', '<i>'],
      ['one\ntwo', '"'],
    ];
    expect(parseHtmlTable(toHtmlTable(rows))).toEqual(rows);
    expect(toHtmlTable([['x']], ['N'])).toContain('<th>N</th>');
    // Excel would make two rows of a cell with a plain break.
    expect(toHtmlTable(rows)).toContain('one<br style="mso-data-placement:same-cell">two');
  });

  test('hostile HTML is read in linear time and gives texts only', () => {
    const started = performance.now();
    expect(parseHtmlTable(`<table>${'<td colspan=99999999>'.repeat(2_000)}`)?.length).toBe(1);
    parseHtmlTable(`<table><tr><td>${'<!--'.repeat(100_000)}`);
    parseHtmlTable(`<table><tr><td>${'<'.repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

test('TBL-10 what is copied is no formula in Excel either, and is read back as it was', () => {
  const cells = [['=HYPERLINK("http://x.example")', '-5', '+49 30']];
  const html = toHtmlTable(cells);
  expect(html.match(/<td style="mso-number-format:'\\@'">/g)).toHaveLength(2);
  expect(html).toContain('<td>-5</td>');
  expect(parseHtmlTable(html)).toEqual(cells);
});

test('TBL-10 a CSV file keeps formulas as text, numbers as numbers, and quotes what it must', () => {
  expect(toCsv([['=1+1', '-5', '@x', '+49 30', 'a,b', 'say "hi"']])).toBe(
    '\uFEFF\'=1+1,-5,\'@x,\'+49 30,"a,b","say ""hi"""\r\n',
  );
});
