import type { Finding } from '../../analysis/finding';
import { pathOf } from '../../analysis/paths';
import type { Journey } from '../../model/resolve';

/**
 * Findings on a persona's path: those about one of its steps, as its score counts them; of the others those that name one
 * of its touchpoints, or name none and are about what one of them uses (CON-21). A persona that is gone has none.
 */
export function personaScope(journey: Journey, persona: string): (finding: Finding) => boolean {
  if (!journey.personas.byId.has(persona)) return () => false;
  const { touchpoints, transitions } = pathOf(journey, persona);
  const inside = new Set([persona, ...touchpoints, ...transitions]);
  for (const { id, dataCaptured, dataNeeded } of journey.touchpoints.all) {
    if (!touchpoints.has(id)) continue;
    for (const item of [...dataCaptured, ...dataNeeded]) inside.add(item);
    for (const { system } of journey.relations.usagesByTouchpoint.get(id) ?? [])
      if (system !== null) inside.add(system);
  }
  for (const { id, from, to } of journey.dataFlows.all)
    if (inside.has(from ?? '') || inside.has(to ?? '')) inside.add(id);
  for (const { id, subject } of journey.requirements.all) if (inside.has(subject ?? '')) inside.add(id);
  return ({ records }) => {
    const [first] = records;
    if (first?.kind === 'transitions') return inside.has(first.id);
    const named = records.filter(({ kind }) => kind === 'touchpoints');
    if (named.length > 0) return named.some(({ id }) => inside.has(id));
    return first !== undefined && inside.has(first.id);
  };
}
