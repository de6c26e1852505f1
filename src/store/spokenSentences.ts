import type { Sentences } from '../analysis/sentences';
import { english } from '../analysis/sentences.en';

let spoken: Sentences = english;

/** What the analysis says, in the language of the interface. */
export function spokenSentences(): Sentences {
  return spoken;
}

/** Lets the analysis speak another language from now on. Called once, before anything is drawn. */
export function speakSentences(wanted: Sentences): void {
  spoken = wanted;
}
