/** A longer line is text, not a title. */
const longestTitle = 200;

/** What a note says, as a title and the text below it, with the addresses in it. Nothing of it is lost. */
export interface SplitNote {
  readonly title: string;
  /** What follows the first line; all of it where the first line is too long for a title. */
  readonly text: string;
  /** Addresses of the web and of mail in the text, each once. */
  readonly links: readonly string[];
}

/** Takes a note's text apart: its first line is the title. */
export function splitNote(text: string): SplitNote {
  const [first = '', ...rest] = text.trim().split(/\r\n?|\n/);
  const isTitle = first.length <= longestTitle;
  const links = text.match(/\b(?:https?:\/\/|mailto:)[^\s<>"')\]]+/gi) ?? [];
  return {
    title: isTitle ? first.trim() : `${first.slice(0, longestTitle).trimEnd()}…`,
    text: isTitle ? rest.join('\n').trim() : text.trim(),
    links: [...new Set(links.map((link) => link.replace(/[.,;:!?]+$/, '')))],
  };
}
