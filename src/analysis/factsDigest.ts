import type { Journey } from '../model/resolve';
import type { Finding } from './finding';
import { worldToAsk, type World } from './world';

/** The digest of the facts under a finding (ACC-3). */
export type DigestFacts = (finding: Finding) => string;

/**
 * Makes digests of facts in one journey. What is chosen by name among equals (the best route, the one of several
 * predecessors) is left out and what it was chosen from taken in, so that a new name or order changes no digest.
 *
 * @param world the journey's live systems, where they are at hand already.
 */
export function digestFacts(
  journey: Journey,
  { network, systemsOf }: World = worldToAsk(journey),
): DigestFacts {
  const holders: Holders = (touchpoint, role) =>
    Array.from(systemsOf(touchpoint)[role], (system) => network.ids[system] ?? '');
  return (finding) => {
    const { kind, severity } = finding;
    const facts = { ...basisOf(finding, journey, holders), kind, severity };
    return digestOf(JSON.stringify(inOrder(facts)));
  };
}

type Holders = (touchpoint: string, role: 'writers' | 'readers') => readonly string[];

/** The facts that count, whatever anything is called. */
function basisOf(finding: Finding, journey: Journey, holders: Holders): Readonly<Record<string, unknown>> {
  switch (finding.kind) {
    case 'broken':
    case 'late':
    case 'by-hand': {
      const { from, to, wouldBe } = finding.facts;
      const own = journey.transitions.byId.get(finding.records[0]?.id ?? '')?.from === from;
      return {
        // One of several predecessors is told by its title where the step itself starts at a touchpoint without systems.
        ...(own && { from, writers: holders(from, 'writers') }),
        to,
        readers: holders(to, 'readers'),
        wouldBe: wouldBe?.verdict ?? null,
        ...(finding.kind === 'late' && {
          latency: finding.facts.latency,
          customerTime: finding.facts.customerTime,
        }),
        ...(own && finding.kind !== 'broken' && { hops: finding.facts.systems.length }),
      };
    }
    case 'not-recognised': {
      const { from, to, fromKey, toKey } = finding.facts;
      const own = journey.transitions.byId.get(finding.records[0]?.id ?? '')?.from === from;
      return own ? { from, to, fromKey, toKey } : { to, toKey };
    }
    default:
      return finding.facts;
  }
}

/** The same value with every object's keys and every list in one order: what is a set is written one way. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(inOrder(one))).sort();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, one]) => [key, inOrder(one)]);
}

/** 64 bits of FNV-1a in hexadecimal, as two halves: it tells facts apart, and is no secret. */
function digestOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ ((code << 7) | (i & 0x7f)), 0x01000193);
  }
  return [low, high].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
