import { analyse, type Analysis } from '../../analysis/analyse';
import { digestFacts } from '../../analysis/factsDigest';
import { findingKinds } from '../../analysis/findingGroups';
import { severities } from '../../analysis/finding';
import { routeOf } from '../../analysis/routeOf';
import { sentenceOf, sentenceOfTransition, type Sentences } from '../../analysis/sentences';
import type { Judgement } from '../../analysis/verdict';
import type { ImportReport } from '../../interchange/importResult';
import type { Transition } from '../../model/records/transition';
import type { Journey } from '../../model/resolve';
import type { Language } from './languages';
import { nameOf } from './nameOf';
import type { CheckFacts, ReportedFinding, ReportedTransition } from './report';

interface Checked {
  /** The file, as it was named. */
  readonly file: string;
  readonly journey: Journey;
  readonly notes: ImportReport;
  readonly language: Language;
  readonly sentences: Sentences;
  /** The date as YYYY-MM-DD, for what is due. */
  readonly today: string;
}

/** Analyses a journey and says everything there is to say of it, in one language. */
export function makeFacts({ file, journey, notes, language, sentences, today }: Checked): CheckFacts {
  const analysis = analyse(journey, undefined, { today });
  const { score } = analysis.continuity;
  return {
    format: 'throughline-check',
    version: 1,
    file,
    language,
    map: { title: journey.map.title },
    // From the counts, not from the ratio: 57 of 100 is 57, and a threshold of 57 holds.
    score: percentOf(score.carried, score.known),
    coverage: percentOf(score.known, score.counted),
    counts: {
      transitions: journey.transitions.all.length,
      counted: score.counted,
      known: score.known,
      verdicts: { ...score.byVerdict },
      findings: analysis.findings.length,
      accepted: analysis.accepted.length,
      ...findingCounts(analysis),
    },
    transitions: reportTransitions(journey, analysis, sentences),
    findings: reportFindings(journey, analysis, sentences),
    notes: notes.map(({ message, pointer }) => ({ message, pointer: pointer ?? null })),
  };
}

function reportFindings(journey: Journey, analysis: Analysis, sentences: Sentences): ReportedFinding[] {
  const acceptances = new Map(analysis.accepted.map(({ finding, acceptance }) => [finding.id, acceptance]));
  const digest = digestFacts(journey);
  return analysis.findings.map((finding) => {
    const { id, kind, severity, records } = finding;
    const known = acceptances.get(id);
    return {
      id,
      kind,
      severity,
      records: records.map((record) => ({ ...record, name: nameOf(journey, record) })),
      sentence: sentenceOf(finding, journey, sentences),
      factsDigest: digest(finding),
      accepted: known ? { reason: known.reason, by: known.acceptedBy, until: known.until } : null,
    };
  });
}

function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (part * 100) / whole;
}

function findingCounts({ findings }: Analysis): Pick<CheckFacts['counts'], 'severities' | 'kinds'> {
  const bySeverity = Object.fromEntries(severities.map((severity) => [severity, 0]));
  const byKind = Object.fromEntries(findingKinds.map((kind) => [kind, 0]));
  for (const { severity, kind } of findings) {
    bySeverity[severity] = (bySeverity[severity] ?? 0) + 1;
    byKind[kind] = (byKind[kind] ?? 0) + 1;
  }
  return { severities: bySeverity as CheckFacts['counts']['severities'], kinds: byKind };
}

function reportTransitions(journey: Journey, analysis: Analysis, sentences: Sentences): ReportedTransition[] {
  // A map may have thousands of tears: each is looked up, not searched for.
  const tears = new Map(
    analysis.findings
      .filter(({ kind }) => kind === 'broken' || kind === 'late' || kind === 'by-hand')
      .map((finding) => [finding.records[0]?.id, finding]),
  );
  return journey.transitions.all.flatMap((transition) => {
    const judgement = analysis.continuity.judgements.get(transition.id);
    if (!judgement) return [];
    const tear = tears.get(transition.id);
    const findings = tear ? [tear] : [];
    const sentence = sentenceOfTransition(transition.id, { ...analysis, findings }, journey, sentences);
    return [reportTransition(journey, transition, judgement, sentence)];
  });
}

function reportTransition(
  journey: Journey,
  { id, from, to }: Transition,
  judgement: Judgement,
  sentence: string,
): ReportedTransition {
  const { verdict, reason, from: judgedFrom, slowestLatency } = judgement;
  const route = routeOf(journey, judgement);
  const named = (record: string): { id: string; name: string } => ({
    id: record,
    name: nameOf(journey, { kind: 'touchpoints', id: record }),
  });
  return {
    id,
    from: named(from ?? ''),
    to: to === null ? null : named(to),
    judgedFrom: judgedFrom === null ? null : named(judgedFrom),
    verdict,
    reason,
    route: route?.systems.map((system) => nameOf(journey, { kind: 'systems', id: system })) ?? null,
    slowestLatency,
    sentence,
  };
}
