import { Clock, Hand, ShieldAlert, type LucideIcon } from 'lucide-react';
import type { Finding } from '../../analysis/finding';
import type { DataFlow } from '../../model/records/dataFlow';
import type { Tone } from '../../ui/tone';

/** How a data flow is drawn. */
export interface FlowLook {
  readonly tone: Tone | 'ink';
  readonly line: 'solid' | 'dashed' | 'thin';
  readonly icon: LucideIcon | null;
}

/**
 * Personal data at risk counts first, then what does not exist yet, then what arrives daily or slower.
 * @param isAtRisk whether the analysis found personal data at risk on it
 */
export function flowLook(flow: DataFlow, isAtRisk: boolean): FlowLook {
  const isSketched = flow.status === 'proposed' || flow.status === 'planned';
  if (isAtRisk) return { tone: 'danger', line: isSketched ? 'dashed' : 'solid', icon: ShieldAlert };
  if (isSketched) return { tone: 'shared', line: 'dashed', icon: null };
  if (flow.status === 'retired') return { tone: 'neutral', line: 'thin', icon: null };
  if (flow.latency === 'by-hand' || flow.pattern === 'manual-re-entry') {
    return { tone: 'late', line: 'dashed', icon: Hand };
  }
  if (flow.latency === 'daily' || flow.latency === 'weekly')
    return { tone: 'late', line: 'dashed', icon: Clock };
  return { tone: 'ink', line: 'solid', icon: null };
}

const privacyKinds: ReadonlySet<Finding['kind']> = new Set([
  'no-lawful-basis',
  'no-purpose',
  'into-not-sanctioned',
  'not-cleared',
]);

/** Whether one of a flow's findings is about personal data. */
export function isPersonalDataAtRisk(findings: readonly Finding[] | undefined): boolean {
  return findings?.some(({ kind }) => privacyKinds.has(kind)) ?? false;
}
