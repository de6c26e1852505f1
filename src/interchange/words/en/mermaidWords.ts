import type { Kind } from '../../../model/kinds';
import { mermaidLineWords } from './mermaidLineWords';

/** What is said of Mermaid journeys, in English. */
export const mermaidWords = {
  ...mermaidLineWords,
  /** What a pasted text without a name is called. */
  theImport: 'The import',
  isEmpty: ({ file }: { readonly file: string }) => `${file} is empty.`,
  noJourney: ({ file }: { readonly file: string }) =>
    `${file} holds no Mermaid journey: none of its diagrams begins with “journey”.`,
  emptyJourney: ({ file, line }: { readonly file: string; readonly line: number }) =>
    `The journey at line ${line} of ${file} has no task and no section.`,
  tooMany: ({
    file,
    limit,
    of,
  }: {
    readonly file: string;
    readonly limit: number;
    readonly of: Kind | 'tasks';
  }) => `${file} has more than ${limit} ${of}; that is more than a map can hold.`,
  sameDiagram: ({ file, line }: { readonly file: string; readonly line: number }) =>
    `This diagram is the same as the one at line ${line} of ${file} and was taken once`,
  refused: ({ line, problem }: { readonly line: number; readonly problem: string }) =>
    `Mermaid refuses the diagram at line ${line}: ${problem}.`,
  readAsMeant: ({ refusal }: { readonly refusal: string }) =>
    `${refusal} It was read as it was probably meant`,
  /** What the stages of an import lie on. */
  ruler: 'Stages',
  accTitle: ({ accTitle, title }: { readonly accTitle: string; readonly title: string }) =>
    `The accTitle “${accTitle}” has no place of its own in a map; the title is “${title}”`,
  follows: ({
    title,
    number,
    place,
  }: {
    readonly title: string;
    readonly number: number;
    readonly place: number;
  }) => `“${title}” is diagram ${number}: it follows on the timeline from place ${place}`,
  emptySection: ({ name }: { readonly name: string }) =>
    `The section “${name}” has no task; it was given a place of its own`,
  sectionAgain: ({ name }: { readonly name: string }) =>
    `The section “${name}” stands here again; it became a second stage`,
  noScore: ({ title }: { readonly title: string }) => `“${title}” has no score; its emotion was left open`,
  scoreIsNoNumber: ({ score, title }: { readonly score: string; readonly title: string }) =>
    `The score “${score}” of “${title}” is no number; its emotion was left open`,
  scoreOutside: ({ score, title, emotion }: ScoreOutside) =>
    `The score ${score} of “${title}” is outside 1 to 5; its emotion is ${emotion}`,
  textCut: ({ limit }: { readonly limit: number }) => `A text longer than ${limit} characters was cut`,
  namelessActor: 'An actor without a name was left out',
  sameActor: ({ name, known }: { readonly name: string; readonly known: string }) =>
    `The actor “${name}” was taken for “${known}”`,
  actorLikeSystem: ({ name }: { readonly name: string }) =>
    `The actor “${name}” looks like a system; it was taken as a persona`,
};

/** What a language says of Mermaid journeys. */
export type MermaidWords = typeof mermaidWords;

interface ScoreOutside {
  readonly score: number;
  readonly title: string;
  readonly emotion: number;
}
