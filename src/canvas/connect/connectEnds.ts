import { attachSystem } from '../../commands/attachSystem';
import type { CommandResult } from '../../commands/command';
import { connectTouchpoints } from '../../commands/connectTouchpoints';
import { createDataFlow } from '../../commands/createDataFlow';
import type { Journey } from '../../model/resolve';
import type { RecordRef } from '../../model/kinds';
import type { OpenMap } from '../../store/openMap';

/** What joining two ends makes. */
export type ConnectionKind = 'transition' | 'usage' | 'flow';

/** What is made when these two are joined; null when they cannot be. */
export function connectionBetween(journey: Journey, from: string, to: string): ConnectionKind | null {
  if (from === to) return null;
  const [fromSystem, toSystem] = [from, to].map((id) => journey.systems.byId.has(id));
  const [fromTouchpoint, toTouchpoint] = [from, to].map((id) => journey.touchpoints.byId.has(id));
  if (fromTouchpoint && toTouchpoint) return 'transition';
  if (fromSystem && toSystem) return 'flow';
  return (fromTouchpoint && toSystem) || (fromSystem && toTouchpoint) ? 'usage' : null;
}

/** Joins two ends: touchpoint and touchpoint by a transition, touchpoint and system by a usage, systems by a flow. */
export function connectEnds(openMap: OpenMap, from: string, to: string): RecordRef | null {
  const journey = openMap.journey();
  switch (connectionBetween(journey, from, to)) {
    case 'transition':
      return made('transitions', connectTouchpoints.run(openMap, { from, to }));
    case 'flow':
      return made('dataFlows', createDataFlow.run(openMap, { from, to }));
    case 'usage': {
      const [touchpoint, system] = journey.touchpoints.byId.has(from) ? [from, to] : [to, from];
      const result = attachSystem.run(openMap, { touchpoint, system });
      return result.ok ? { kind: 'touchpoints', id: touchpoint } : null;
    }
    case null:
      return null;
  }
}

function made(kind: RecordRef['kind'], result: CommandResult<string>): RecordRef | null {
  return result.ok ? { kind, id: result.value } : null;
}
