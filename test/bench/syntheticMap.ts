import * as Y from 'yjs';
import { createJourneyDocument } from '../../src/doc/seed';
import { writeThroughlineFile } from '../../src/interchange/throughline/writeThroughlineFile';
import { emptyBundle, type Bundle, type BundleDraft } from '../../src/model/bundle';
import { newRecordId } from '../../src/model/ids';
import { orderKeysBetween } from '../../src/model/orderKeys';
import { readRecord } from '../../src/model/defineRecord';
import { kinds, recordDefinitions } from '../../src/model/kinds';
import { resolve, type Journey } from '../../src/model/resolve';
import { emptyTables, type Tables } from '../../src/model/tables';
import { seededRandom, type Random } from './random';

/** Rows of cards; a map grows along the timeline, not downwards. */
const rows = 3;
/** From one touchpoint to the next along the timeline: cards of one row do not touch. */
const step = 0.5;
/** How many touchpoints lie between the two ends of a branch or loop, at most. */
const reach = 6;
const stageSpan = 8;

const verbs = ['Compare', 'Order', 'Ask about', 'Pay for', 'Receive', 'Return', 'Rate', 'Look up'] as const;
const things = [
  'the plan',
  'a new device',
  'the delivery',
  'the invoice',
  'an upgrade',
  'the contract',
] as const;
const channels = ['Web', 'App', 'Store', 'Phone', 'Email', 'Chat'] as const;
const systemKinds = ['CRM', 'CMS', 'ERP', 'OMS', 'POS', 'DWH', 'Service', 'Analytics'] as const;
const functions = ['marketing', 'it', 'sales', 'service', 'operations'] as const;

/** How many systems and flows there are, where not as many as usual for the size. */
export interface Landscape {
  readonly systems?: number;
  readonly flows?: number;
  /** So many of the systems are hubs, and every other flow begins or ends at one: then routes have a few hops, not hundreds. */
  readonly hubs?: number;
}

/**
 * A map of `size` touchpoints with what a map of that size has around them: size/5 systems, 1.3 size transitions,
 * 1.5 size usages, 0.4 size data flows, and stages, data objects, parties, owners and emotions. Everything relates to what
 * is near it on the timeline, as in a real journey. The same size and seed give the same map.
 */
export function syntheticBundle(
  size: number,
  seed = 1,
  { systems = Math.round(size / 5), flows = Math.round(size * 0.4), hubs = 0 }: Landscape = {},
): Bundle {
  const random = seededRandom(seed);
  const bundle = emptyBundle();
  bundle.map = { title: `Synthetic journey of ${size} touchpoints` };
  addParties(bundle, random, size);
  addDataObjects(bundle, random, size);
  addTouchpoints(bundle, random, size);
  addStages(bundle, random, size);
  addTransitions(bundle, random);
  addSystems(bundle, random, systems);
  addUsages(bundle, random, Math.round(size * 1.5));
  addFlows(bundle, random, flows, hubs);
  addOwners(bundle, random);
  return bundle;
}

/** The map as a `*.throughline.json` text. */
export function syntheticFile(size: number, seed?: number): string {
  return writeThroughlineFile({ bundle: syntheticBundle(size, seed) });
}

/** The map as a document. */
export function syntheticDocument(size: number, seed = 1): Y.Doc {
  const { entropy } = seededRandom(seed + 1);
  const ydoc = new Y.Doc();
  ydoc.clientID = seed;
  return createJourneyDocument({ entropy, actor: 'bench', ydoc, bundle: syntheticBundle(size, seed) }).ydoc;
}

/** The map as views see it, without a document in between. */
export function syntheticJourney(size: number, seed?: number, landscape?: Landscape): Journey {
  const bundle = syntheticBundle(size, seed, landscape);
  const tables: Record<string, unknown> = { ...emptyTables() };
  for (const kind of kinds) {
    const records = bundle[kind].map(({ id, ...values }) => readRecord(recordDefinitions[kind], id, values));
    tables[kind] = new Map(records.map((record) => [record.id, record]));
  }
  return resolve(tables as unknown as Tables);
}

function addParties(bundle: BundleDraft, random: Random, size: number): void {
  const count = functions.length + Math.round(size / 50);
  for (let i = 0; i < count; i++) {
    const partyFunction = functions[i % functions.length] ?? 'other';
    const name = `${partyFunction} team ${i + 1}`;
    bundle.parties.push({ id: newRecordId(random.entropy), name, type: 'team', function: partyFunction });
  }
}

function addDataObjects(bundle: BundleDraft, random: Random, size: number): void {
  for (let i = 0; i < Math.max(4, Math.round(size / 20)); i++) {
    bundle.dataObjects.push({
      id: newRecordId(random.entropy),
      name: `Customer data ${i + 1}`,
      classification: random.pick(['public', 'internal', 'confidential']),
      personal: random.happens(0.5),
    });
  }
}

function addTouchpoints(bundle: BundleDraft, random: Random, size: number): void {
  for (let i = 0; i < size; i++) {
    bundle.touchpoints.push({
      id: newRecordId(random.entropy),
      title: `${random.pick(verbs)} ${random.pick(things)} ${i + 1}`,
      at: i * step + random.below(100) / 1_000,
      offset: i % rows,
      channels: [random.pick(channels)],
      importance: 1 + random.below(5),
      momentOfTruth: random.happens(0.1),
      identityKey: random.pick(['cookie', 'email', 'account']),
      ...(random.happens(0.9) && { emotion: random.below(5) - 2 }),
      dataCaptured: random.happens(0.2) ? [random.pick(bundle.dataObjects).id] : [],
      dataNeeded: random.happens(0.2) ? [random.pick(bundle.dataObjects).id] : [],
    });
  }
}

function addStages(bundle: BundleDraft, random: Random, size: number): void {
  for (let start = 0; start < size * step; start += stageSpan) {
    const id = newRecordId(random.entropy);
    bundle.stages.push({
      id,
      name: `Stage ${bundle.stages.length + 1}`,
      start,
      end: start + stageSpan + 0.5,
    });
  }
}

/** One step from each touchpoint to the next, and three in ten more that branch, loop back or change the channel. */
function addTransitions(bundle: BundleDraft, random: Random): void {
  const { touchpoints, transitions } = bundle;
  const add = (from: number, to: number, kind: 'next' | 'branch' | 'loop' | 'channel-change'): void => {
    const [start, end] = [touchpoints[from], touchpoints[to]];
    if (!start || !end) return;
    const customerTime = random.pick(['at-once', 'minutes', 'hours', 'days'] as const);
    transitions.push({
      id: newRecordId(random.entropy),
      from: start.id,
      to: end.id,
      kind,
      customerTime,
      ...(kind === 'branch' && { condition: 'when it is in stock' }),
    });
  };
  for (let i = 0; i + 1 < touchpoints.length; i++) add(i, i + 1, 'next');
  const more = Math.round(touchpoints.length * 1.3) - transitions.length;
  for (let i = 0; i < more; i++) {
    const near = random.below(touchpoints.length - reach);
    const far = near + 2 + random.below(reach - 1);
    const kind = random.pick(['branch', 'loop', 'channel-change'] as const);
    if (kind === 'loop') add(far, near, kind);
    else add(near, far, kind);
  }
}

function addSystems(bundle: BundleDraft, random: Random, count: number): void {
  const orders = orderKeysBetween(null, null, count, random.entropy);
  for (const [i, order] of orders.entries()) {
    const kind = random.pick(systemKinds);
    bundle.systems.push({
      id: newRecordId(random.entropy),
      name: `${kind} ${i + 1}`,
      kind,
      lifecycle: 'live',
      standing: random.happens(0.9) ? 'sanctioned' : 'shadow',
      clearedFor: 'confidential',
      order,
    });
  }
}

/** Every touchpoint uses a system of its part of the journey, half of them a second one. */
function addUsages(bundle: BundleDraft, random: Random, count: number): void {
  const { touchpoints, systems, usages } = bundle;
  const taken = new Set<string>();
  for (let i = 0; usages.length < count; i++) {
    const place = i % touchpoints.length;
    const nearest = Math.floor((place / touchpoints.length) * systems.length);
    const touchpoint = touchpoints[place]?.id ?? '';
    const system = systems[Math.min(systems.length - 1, nearest + random.below(4))]?.id ?? '';
    if (taken.has(`${touchpoint} ${system}`)) continue;
    taken.add(`${touchpoint} ${system}`);
    const access = random.pick(['reads', 'writes', 'both'] as const);
    usages.push({ id: newRecordId(random.entropy), touchpoint, system, access });
  }
}

function addFlows(bundle: BundleDraft, random: Random, count: number, hubs: number): void {
  const { systems, dataFlows, dataObjects } = bundle;
  for (let i = 0; i < count; i++) {
    let from = random.below(systems.length);
    let to = (from + 1 + random.below(Math.min(5, systems.length - 1))) % systems.length;
    if (hubs > 0 && i % 4 === 0) from = random.below(hubs);
    if (hubs > 0 && i % 4 === 1) to = random.below(hubs);
    dataFlows.push({
      id: newRecordId(random.entropy),
      from: systems[from]?.id ?? null,
      to: systems[to]?.id ?? null,
      dataObjects: [random.pick(dataObjects).id],
      pattern: random.pick(['api-call', 'event-stream', 'batch-file']),
      latency: random.pick(['real-time', 'minutes', 'hourly', 'daily']),
      identityKey: random.pick(['cookie', 'email', 'account']),
    });
  }
}

function addOwners(bundle: BundleDraft, random: Random): void {
  for (const { id: subject } of [...bundle.touchpoints, ...bundle.systems]) {
    if (random.happens(0.25)) continue;
    const party = random.pick(bundle.parties).id;
    bundle.assignments.push({ id: newRecordId(random.entropy), party, subject, role: 'accountable' });
  }
}
