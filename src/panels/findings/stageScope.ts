import type { Finding } from '../../analysis/finding';
import type { Journey } from '../../model/resolve';

/** Whether a finding is about what lies in one stage. */
export type StageScope = (finding: Finding) => boolean;

/**
 * Findings in a stage: those about a step that leads into it, as its score counts them; of the others those that name
 * one of its touchpoints, or name none and are about a system, a flow or data that belongs to one (CON-21). A stage that
 * is gone holds nothing.
 */
export function stageScope(journey: Journey, stageId: string): StageScope {
  const inside = recordsInStage(journey, stageId);
  return ({ records }) => {
    if (records[0]?.kind === 'transitions') return inside.has(records[0].id);
    let namesTouchpoint = false;
    for (const { kind, id } of records) {
      if (kind !== 'touchpoints') continue;
      if (inside.has(id)) return true;
      namesTouchpoint = true;
    }
    const [first] = records;
    return !namesTouchpoint && first !== undefined && inside.has(first.id);
  };
}

/** Ids of the stage itself, its touchpoints and all that hangs on these. */
function recordsInStage(journey: Journey, stageId: string): ReadonlySet<string> {
  const stage = journey.stages.byId.get(stageId);
  if (!stage) return new Set();
  const inside = new Set([stageId]);
  const { relations } = journey;
  for (const { id, at, dataCaptured, dataNeeded } of journey.touchpoints.all) {
    if (at < stage.start || at > stage.end) continue;
    const out = (relations.transitionsFrom.get(id) ?? []).filter(({ to }) => to === null);
    const steps = [...(relations.transitionsTo.get(id) ?? []), ...out];
    const systems = (relations.usagesByTouchpoint.get(id) ?? []).flatMap(({ system }) => system ?? []);
    for (const member of [id, ...dataCaptured, ...dataNeeded, ...steps.map((step) => step.id), ...systems])
      inside.add(member);
  }
  for (const { id, from, to } of journey.dataFlows.all)
    if ((from !== null && inside.has(from)) || (to !== null && inside.has(to))) inside.add(id);
  for (const { id, subject } of journey.requirements.all)
    if (subject !== null && inside.has(subject)) inside.add(id);
  return inside;
}
