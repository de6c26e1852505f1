/** Letters that keep their stroke or ligature when accents are taken off, as people type them without. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const plainAscii = /^[\0-\x7f]*$/;

/** A text as it is searched: in lower case, without accents, `Größe` as `grosse`. */
export function foldText(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/gu, (letter) => spelled[letter] ?? letter);
}
