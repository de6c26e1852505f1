import type { Analysis } from '../analysis/analyse';
import type { AppliedPatch } from '../analysis/background/analysisPatch';
import type { Finding } from '../analysis/finding';
import { patchedMap } from '../model/patchedMap';

/** An analysis with its findings at hand by the id of the record they are about first; accepted ones too. */
export interface Judged<A extends Analysis = Analysis> {
  readonly analysis: A;
  readonly findingsByRecord: ReadonlyMap<string, readonly Finding[]>;
}

/** Puts the findings of an analysis at hand; what was made of the same list before is taken over. */
export function judged<A extends Analysis>(analysis: A, before: Judged | null): Judged<A> {
  const isSame = before?.analysis.findings === analysis.findings;
  return { analysis, findingsByRecord: isSame ? before.findingsByRecord : grouped(analysis.findings) };
}

/** The same after a patch, which says what is at hand otherwise. */
export function judgedAfter(before: Judged | null, { analysis, regrouped }: AppliedPatch): Judged {
  if (before === null || regrouped === null) return judged(analysis, before);
  return { analysis, findingsByRecord: patchedMap(before.findingsByRecord, regrouped) };
}

function grouped(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const one of findings) {
    const subject = one.records[0]?.id;
    if (subject === undefined) continue;
    const known = groups.get(subject);
    if (known) known.push(one);
    else groups.set(subject, [one]);
  }
  return groups;
}
