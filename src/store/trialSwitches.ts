import type { Trial, TrialFlow } from '../analysis/trial';
import type { RecordRef } from '../model/kinds';
import type { Journey } from '../model/resolve';
import { derivedOf } from './derived';
import type { Mirror } from './mirror';

/** What can be tried with a record: doing without it, having it already, or neither. */
type TrialOffer = 'off' | 'on' | null;

/**
 * What can be tried with a system or a data flow: what is live can be switched off, what is planned or proposed on, and
 * what is retired on again. Nothing can be tried with other records.
 */
function trialOffer(journey: Journey, { kind, id }: RecordRef): TrialOffer {
  if (kind === 'systems') {
    const system = journey.systems.byId.get(id);
    if (!system) return null;
    return system.lifecycle === 'planned' || system.lifecycle === 'retired' ? 'on' : 'off';
  }
  const flow = kind === 'dataFlows' ? journey.dataFlows.byId.get(id) : undefined;
  if (!flow) return null;
  return flow.status === null || flow.status === 'live' ? 'off' : 'on';
}

/** A trial without a switch. */
export const noTrial: Trial = { off: [], on: [], added: [] };

/** The switches that are set by hand; the future sets its own, and trying something else ends it (FUT-2). */
function switchesOf(mirror: Mirror): Trial {
  const { trial, isFuture } = derivedOf(mirror).store.getState();
  return trial === null || isFuture ? noTrial : trial;
}

/** Of some records the ids of those that can be switched off, of those that can be on, and of those in the trial. */
export interface TrialChoices {
  readonly off: readonly string[];
  readonly on: readonly string[];
  readonly tried: readonly string[];
}

/** What can be tried with these records as things are. */
export function trialChoices(journey: Journey, trial: Trial, records: readonly RecordRef[]): TrialChoices {
  const known = new Set([...trial.off, ...trial.on]);
  const rest = records.filter(({ id }) => !known.has(id));
  const offered = (offer: TrialOffer): readonly string[] =>
    rest.filter((record) => trialOffer(journey, record) === offer).map(({ id }) => id);
  const tried = records.filter(({ id }) => known.has(id)).map(({ id }) => id);
  return { off: offered('off'), on: offered('on'), tried };
}

/** Adds switches to the trial, or begins one. What was switched the other way is switched this way. */
export function tryWith(mirror: Mirror, change: Partial<Trial>): void {
  const { off, on, added = [] } = switchesOf(mirror);
  const off2 = change.off ?? [];
  const on2 = change.on ?? [];
  derivedOf(mirror).tryOut({
    off: union(without(off, on2), off2),
    on: union(without(on, off2), on2),
    added: [...added, ...(change.added ?? []).filter((flow) => !added.some((one) => isSameFlow(one, flow)))],
  });
}

/** Takes one switch out of the trial; with the last one the trial is over. */
export function stopTrying(mirror: Mirror, id: string): void {
  const { off, on, added = [] } = switchesOf(mirror);
  derivedOf(mirror).tryOut({
    off: without(off, [id]),
    on: without(on, [id]),
    added: added.filter((flow) => flow.id !== id),
  });
}

function isSameFlow(a: TrialFlow, b: TrialFlow): boolean {
  return a.from === b.from && a.to === b.to && a.dataObjects.join() === b.dataObjects.join();
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}

function without(all: readonly string[], gone: readonly string[]): readonly string[] {
  return all.filter((one) => !gone.includes(one));
}
