import { englishRules } from './rules.en';
import { roundedDown, type CheckTexts } from './texts';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** What a check says, in English. */
export const englishTexts: CheckTexts = {
  severities: { high: 'High', medium: 'Medium', low: 'Low' },
  notKnown: 'Not known',
  accepted: 'Accepted',
  acceptedBecause: ({ reason, by, until }) => {
    const who = by === '' ? 'Accepted' : `Accepted by ${by}`;
    return `${until === null ? who : `${who} until ${until}`}: ${reason}`;
  },
  untitled: 'Map without a title',
  nothingFound: 'Nothing is amiss.',
  score: (score, carried, known) => {
    if (score === null) return 'No score: nothing is known about any step.';
    const steps = known === 1 ? 'known step is' : 'known steps are';
    return `Score ${Math.round(score)} of 100: ${carried} of ${known} ${steps} carried.`;
  },
  coverage: (coverage, known, counted) => {
    if (coverage === null) return 'No coverage: there is no step to judge.';
    const steps = counted === 1 ? 'step is' : 'steps are';
    return `Coverage ${Math.round(coverage)} %: ${known} of ${counted} ${steps} known.`;
  },
  found: (kind, count) =>
    `There should be no “${kind}”, and there ${count === 1 ? 'is one' : `are ${count}`}.`,
  noScoreFor: (minScore) =>
    `The score should be at least ${number.format(minScore)}, and there is none: nothing is known about any step.`,
  scoreBelow: (score, minScore) =>
    `The score should be at least ${number.format(minScore)}, and it is ${number.format(roundedDown(score))}.`,
  rules: englishRules,
};
