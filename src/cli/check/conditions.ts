import type { FindingKind } from '../../analysis/finding';
import { findingKinds } from '../../analysis/findingGroups';
import type { CheckOptions } from './checkArguments';
import type { CheckFacts } from './report';
import type { CheckTexts } from './texts';

/** Verdicts a map can be held to: those that say the story is torn, and the one that says nobody knows. */
const failVerdicts = ['broken', 'late', 'by-hand', 'unknown'] as const;
type FailVerdict = (typeof failVerdicts)[number];

/** Of what there can be asked to be none. */
export type FailKind = FailVerdict | FindingKind;

/** Every word `--fail-on` takes: verdicts first. A torn step is a verdict and a finding of the same name. */
export const failKinds: readonly FailKind[] = [...new Set<FailKind>([...failVerdicts, ...findingKinds])];

/** Whether `--fail-on` takes this word. */
export function isFailKind(word: string): word is FailKind {
  return (failKinds as readonly string[]).includes(word);
}

/** One sentence for each condition that does not hold; none when the map holds. */
export function failuresOf(
  facts: CheckFacts,
  { failOn, minScore }: Pick<CheckOptions, 'failOn' | 'minScore'>,
  texts: CheckTexts,
): readonly string[] {
  const failures: string[] = [];
  const accepted = new Map<string, number>();
  for (const one of facts.findings)
    if (one.accepted !== null) accepted.set(one.kind, (accepted.get(one.kind) ?? 0) + 1);
  for (const kind of failOn) {
    const all = isFailVerdict(kind) ? facts.counts.verdicts[kind] : (facts.counts.kinds[kind] ?? 0);
    // A torn step whose finding people live with is torn, and known.
    const count = all - (accepted.get(kind) ?? 0);
    if (count > 0) failures.push(texts.found(kind, count));
  }
  if (minScore !== null) {
    // What nobody knows holds no story together: no score never passes for a good one.
    if (facts.score === null) failures.push(texts.noScoreFor(minScore));
    else if (facts.score < minScore) failures.push(texts.scoreBelow(facts.score, minScore));
  }
  return failures;
}

function isFailVerdict(kind: FailKind): kind is FailVerdict {
  return (failVerdicts as readonly string[]).includes(kind);
}
