import { CircleHelp, Clock, Hand, Unlink2, type LucideIcon } from 'lucide-react';
import type { Verdict } from '../../analysis/verdict';
import type { Tone } from '../../ui/tone';

/** How a verdict is drawn: colour, pattern of the line, and a badge where something is amiss. */
export interface TransitionLook {
  readonly tone: Tone | 'ink';
  readonly line: 'solid' | 'torn' | 'dashed' | 'sparse' | 'thin';
  readonly badge: LucideIcon | null;
}

const looks: Readonly<Record<Verdict, TransitionLook>> = {
  carried: { tone: 'ink', line: 'solid', badge: null },
  late: { tone: 'late', line: 'torn', badge: Clock },
  'by-hand': { tone: 'late', line: 'dashed', badge: Hand },
  broken: { tone: 'danger', line: 'torn', badge: Unlink2 },
  unknown: { tone: 'neutral', line: 'sparse', badge: CircleHelp },
  'not-counted': { tone: 'neutral', line: 'thin', badge: null },
};

/** How a transition with this verdict is drawn; one that was not judged yet looks like one that is not counted. */
export function transitionLook(verdict: Verdict | undefined): TransitionLook {
  return looks[verdict ?? 'not-counted'];
}
