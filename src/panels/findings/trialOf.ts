import type { Finding } from '../../analysis/finding';
import { fixOf } from '../../analysis/fixOf';
import type { Trial } from '../../analysis/trial';
import { newRecordId, type Entropy } from '../../model/ids';
import type { Journey } from '../../model/resolve';

/** Whether what would mend a finding can be tried: something planned for it, or a flow that its fix would sketch. */
export function canTry(finding: Finding, journey: Journey): boolean {
  return plannedFor(finding).length > 0 || fixOf(finding, journey)?.command === 'data-flow.create';
}

/** The trial of what would mend a finding; null where nothing can be tried. */
export function trialOf(finding: Finding, journey: Journey, entropy: Entropy): Partial<Trial> | null {
  const on = plannedFor(finding);
  if (on.length > 0) return { on };
  const fix = fixOf(finding, journey);
  if (fix?.command !== 'data-flow.create') return null;
  const {
    from,
    to,
    dataObjects = [],
  } = fix.args as {
    readonly from: string;
    readonly to: string;
    readonly dataObjects?: readonly string[];
  };
  return { added: [{ id: newRecordId(entropy), from, to, dataObjects }] };
}

function plannedFor({ facts }: Finding): readonly string[] {
  const wouldBe = 'wouldBe' in facts ? facts.wouldBe : null;
  return wouldBe?.once.map(({ id }) => id) ?? [];
}
