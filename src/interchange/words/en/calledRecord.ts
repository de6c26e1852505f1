import { recordDefinitions, type Kind } from '../../../model/kinds';

/** A record in a sentence, by its name or title: `the system “CRM”`; without one `a data flow`. */
export function calledRecord(kind: Kind, record: object): string {
  const { name, title } = record as { readonly name?: unknown; readonly title?: unknown };
  const called = [name, title].find((text) => typeof text === 'string' && text !== '');
  const what = recordDefinitions[kind].name;
  if (called !== undefined) return `the ${what} “${String(called)}”`;
  return `${/^[aeiou]/.test(what) && what !== 'usage' ? 'an' : 'a'} ${what}`;
}

/** The sentence with a capital letter at its beginning. */
export function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
