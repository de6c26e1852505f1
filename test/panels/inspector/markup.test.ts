import { describe, expect, test } from 'vitest';
import { formatSelection, type Format } from '../../../src/panels/inspector/parts/formatSelection';
import { hasMarkup, readMarkup, type Piece } from '../../../src/panels/inspector/parts/markup';

/** Pieces as HTML, which is easier to read. */
function html(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      const inner = html(piece.pieces);
      if (piece.kind === 'link') return `<a ${piece.url}>${inner}</a>`;
      return piece.kind === 'bold' ? `<b>${inner}</b>` : `<i>${inner}</i>`;
    })
    .join('');
}
const shown = (text: string): readonly string[] =>
  readMarkup(text).map((block) =>
    block.kind === 'line' ? html(block.pieces) : block.items.map((item) => `• ${html(item)}`).join(' '),
  );

describe('TEXT-1 signs mean', () => {
  test.each([
    ['**bold** and *italic* and _too_', '<b>bold</b> and <i>italic</i> and <i>too</i>'],
    ['**all _of_ it**', '<b>all <i>of</i> it</b>'],
    ['see [the report](https://a.example/x)', 'see <a https://a.example/x>the report</a>'],
    ['see https://a.example/x.', 'see <a https://a.example/x>https://a.example/x</a>.'],
    ['2 * 3 * 4, snake_case_name, ** not **, *', '2 * 3 * 4, snake_case_name, ** not **, *'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  test('lists, between lines', () => {
    expect(shown('Why:\n- one\n- **two**\nSo.')).toEqual(['Why:', '• one • <b>two</b>', 'So.']);
  });

  test('nothing where there are none, nor in a line of many', () => {
    expect(hasMarkup('As it is.\nTwo lines.')).toBe(false);
    expect(hasMarkup('*'.repeat(60_000))).toBe(false);
    expect(hasMarkup('*a '.repeat(1_000))).toBe(false);
  });
});

describe('TEXT-2 formatting what is marked', () => {
  const apply = (text: string, format: Format): string => {
    const [start, end] = [text.indexOf('<'), text.indexOf('>') - 1];
    const plain = text.replace(/[<>]/g, '');
    const edit = formatSelection(plain, start, end, format);
    const next = plain.slice(0, edit.from) + edit.text + plain.slice(edit.to);
    const [from, to] = edit.selection;
    return `${next.slice(0, from)}<${next.slice(from, to)}>${next.slice(to)}`;
  };
  test.each<[Format, string, string]>([
    ['bold', 'a <b> c', 'a **<b>** c'],
    ['bold', 'a **<b>** c', 'a <b> c'],
    ['italic', '<all>', '_<all>_'],
    ['italic', '_<all>_', '<all>'],
    ['link', 'the <report>', 'the [report](https://<>)'],
    ['link', '<https://a.example>', '[<>](https://a.example)'],
    ['list', 'one\nt<wo\nthr>ee', 'one\n- two\n- three<>'],
    ['list', '<- one\n- two>', 'one\ntwo<>'],
    ['bold', '<>', '**<>**'],
  ])('%s: %s', (format, before, after) => {
    expect(apply(before, format)).toBe(after);
  });
});
