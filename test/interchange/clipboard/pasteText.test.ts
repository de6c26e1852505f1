import { describe, expect, test } from 'vitest';
import { pasteLines, readLines } from '../../../src/interchange/clipboard/pasteLines';
import { guessMapping, pasteTable, type TableMapping } from '../../../src/interchange/clipboard/pasteTable';
import { readClipboard } from '../../../src/interchange/clipboard/readClipboard';
import { buildMap } from '../../support/mapBuilder';
import { seededEntropy } from '../../support/testNetwork';

const entropy = seededEntropy(5);
const nowhere = { place: { at: 0, offset: 0 }, after: null };
const built = buildMap((m) => {
  m.party('Retail IT');
  m.system('Store tills', { vendor: 'Acme' });
});
const journey = built.journey();
const tills = built.id('Store tills');
const retailIt = built.id('Retail IT');

function read(plain: string, html = '') {
  return readClipboard({ own: '', html, plain, hasImage: false }, entropy);
}

describe('CLIP-4: lines', () => {
  test('become touchpoints in their order, joined, without bullets and numbers', () => {
    const lines = readLines('• See the ad\r\n\n2. Compare\n- Pay by card\n3D view');
    expect(lines).toEqual(['See the ad', 'Compare', 'Pay by card', '3D view']);
    const { bundle } = pasteLines(lines, { at: 4, offset: 0 }, 'before', entropy);
    expect(bundle.touchpoints.map(({ title, at, offset }) => [title, at, offset])).toEqual([
      ['See the ad', 4, 0],
      ['Compare', 5, 1],
      ['Pay by card', 6, 0],
      ['3D view', 7, 1],
    ]);
    const ids = bundle.touchpoints.map(({ id }) => id);
    expect(bundle.transitions.map(({ from, to }) => [from, to])).toEqual(
      ['before', ...ids.slice(0, -1)].map((from, index) => [from, ids[index]]),
    );
  });

  test('too long for a title keep every word', () => {
    const long = 'word '.repeat(100).trim();
    const [made] = pasteLines([long], { at: 0, offset: 0 }, null, entropy).bundle.touchpoints;
    expect(made?.description).toBe(long);
    expect(made?.title?.length).toBeLessThan(210);
  });
});

describe('CLIP-6: links', () => {
  test('of the web and of mail, when every line is one', () => {
    expect(read('https://example.com/study/2024?a=1\nmailto:ana@example.com')).toEqual({
      kind: 'links',
      links: [
        { title: 'example.com · 2024', url: 'https://example.com/study/2024?a=1' },
        { title: 'ana@example.com', url: 'mailto:ana@example.com' },
      ],
    });
    expect(read('see https://example.com').kind).toBe('lines');
    expect(read('javascript:alert(1)').kind).toBe('lines');
    expect(read('file:///etc/passwd').kind).toBe('lines');
  });

  test('are called what the page called them; a picture of a page is its address', () => {
    expect(read('https://example.com/', '<a href="https://example.com/">The study</a>')).toMatchObject({
      links: [{ title: 'The study' }],
    });
    expect(read('', '<img alt="" src="https://example.com/a.png">')).toMatchObject({
      kind: 'links',
      links: [{ url: 'https://example.com/a.png' }],
    });
    expect(read('', '<img src="data:image/png;base64,AAAA">')).toMatchObject({ kind: 'nothing' });
  });

  test('a picture goes before its address, and what is written beside it goes before the picture', () => {
    const page = '<img src="https://example.com/queue.png">';
    const withImage = (plain: string, html: string) =>
      readClipboard({ own: '', html, plain, hasImage: true }, entropy);
    expect(withImage('', page)).toEqual({
      kind: 'picture',
      link: { title: 'example.com · queue.png', url: 'https://example.com/queue.png' },
    });
    expect(withImage('Queue', page).kind).toBe('lines');
    expect(withImage('a\tb', '').kind).toBe('table');
  });
});

describe('CLIP-5: tables', () => {
  const sheet = [
    ['Touchpoint', 'Channel', 'Systems', 'Owner', 'Emotion', 'Size'],
    ['Browse', 'Web; App', 'Website, store TILLS', 'Brand', '1,5', 'L'],
    ['Pay', '', 'Website', 'retail it', 'good', 'M'],
    ['', 'Web', '', '', '', ''],
  ];

  test('are recognised from a spreadsheet and from a page, with at least two columns', () => {
    expect(read('a\tb\r\n"c\nd"\te\r\n')).toEqual({
      kind: 'table',
      rows: [
        ['a', 'b'],
        ['c\nd', 'e'],
      ],
    });
    expect(read('a b', '<table><tr><td>a<td>b<tr><td>c &amp; d</td><td></td></tr></table>')).toEqual({
      kind: 'table',
      rows: [
        ['a', 'b'],
        ['c & d', ''],
      ],
    });
    expect(read('one\ntwo', '<table><tr><td>one<tr><td>two</table>').kind).toBe('lines');
  });

  test('are mapped by their headings', () => {
    expect(guessMapping(sheet)).toEqual({
      target: 'touchpoints',
      columns: ['title', 'channels', 'systems', 'owner', 'emotion', null],
      hasHeadings: true,
    });
    expect(guessMapping([['Anwendung', 'Hersteller', 'Verantwortlich']])).toEqual({
      target: 'systems',
      columns: ['name', 'vendor', 'owner'],
      hasHeadings: true,
    });
    expect(guessMapping([['Pay', 'Web']])).toEqual({
      target: 'touchpoints',
      columns: ['title', null],
      hasHeadings: false,
    });
  });

  test('become joined touchpoints; owners and systems go by name; what is not understood is counted', () => {
    const { bundle, rows, notUnderstood } = pasteTable(sheet, guessMapping(sheet), nowhere, journey, entropy);
    expect([rows, notUnderstood]).toEqual([2, 1]);
    expect(bundle.touchpoints.map(({ title, channels, emotion }) => [title, channels, emotion])).toEqual([
      ['Browse', ['Web', 'App'], 1.5],
      ['Pay', undefined, undefined],
    ]);
    expect(bundle.transitions).toHaveLength(1);
    expect(bundle.systems.map(({ name }) => name)).toEqual(['Website']);
    expect(bundle.parties.map(({ name }) => name)).toEqual(['Brand']);
    expect(bundle.usages.map(({ system }) => system)).toContain(tills);
    expect(bundle.assignments.map(({ party, role }) => [party, role])).toContainEqual([
      retailIt,
      'accountable',
    ]);
  });

  test('become systems; one that is there has what is missing filled in', () => {
    const mapping: TableMapping = {
      target: 'systems',
      columns: ['name', 'vendor', 'standing', 'region'],
      hasHeadings: false,
    };
    const table = [
      ['Store tills', 'Other', 'Shadow', 'EU'],
      ['CRM', '', 'frowned upon', 'EU'],
    ];
    const { bundle, notUnderstood } = pasteTable(table, mapping, nowhere, journey, entropy);
    expect(notUnderstood).toBe(1);
    expect(bundle.systems[0]).toEqual({ id: tills, standing: 'shadow', region: 'EU' });
    expect(bundle.systems[1]).toMatchObject({ name: 'CRM', region: 'EU' });
  });
});
