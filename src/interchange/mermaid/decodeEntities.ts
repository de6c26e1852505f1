/** Named entities that people write in diagrams and pages. Others stay as they are written. */
const named: Readonly<Record<string, string>> = Object.assign(Object.create(null) as Record<string, string>, {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  num: '#',
  semi: ';',
  colon: ':',
  comma: ',',
  percnt: '%',
  excl: '!',
  quest: '?',
  lpar: '(',
  rpar: ')',
  lbrack: '[',
  rbrack: ']',
  lbrace: '{',
  rbrace: '}',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  yen: '¥',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  times: '×',
  rarr: '→',
  larr: '←',
  uarr: '↑',
  darr: '↓',
  hearts: '♥',
  infin: '∞',
  szlig: 'ß',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  aring: 'å',
  Aring: 'Å',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  ccedil: 'ç',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  atilde: 'ã',
  otilde: 'õ',
});

function character(code: number): string | null {
  const isText =
    Number.isInteger(code) && code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isText ? String.fromCodePoint(code) : null;
}

/** Decodes what `#35;` and `#quot;` became while a diagram was read (see `prepareSource`). */
export function decodeEntities(text: string): string {
  if (!text.includes('¶ß')) return text;
  return text.replace(/ﬂ°(°)?(\w+)¶ß/g, (_, isNumber: string | undefined, name: string) => {
    const decoded = isNumber ? character(Number(name)) : named[name];
    return decoded ?? `#${name};`;
  });
}

/** Decodes the character references of an HTML text, once. */
export function decodeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{1,31}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name as string] ?? whole;
    return (
      character(decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)) ??
      (whole as string)
    );
  });
}
