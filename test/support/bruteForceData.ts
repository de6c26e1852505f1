import type { Journey } from '../../src/model/resolve';

/**
 * What becomes of data items and of the person at a step, taken literally (CON-11 … CON-14, PRI-5): every touchpoint
 * against every other, every route by spreading until nothing is added. Only for small maps; shares no code with
 * src/analysis.
 */
export function bruteForceData(journey: Journey): readonly string[] {
  const found: string[] = [];
  const inOrder = [...journey.touchpoints.all].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const ids = new Set(journey.dataObjects.all.map(({ id }) => id));
  const leads = (from: string, to: string): boolean => from !== to && walk(journey, from).has(to);
  for (const [place, here] of inOrder.entries()) {
    for (const item of here.dataCaptured.filter((one) => ids.has(one))) {
      const earlier = inOrder.find((there, otherPlace) => {
        if (!there.dataCaptured.includes(item) || !leads(there.id, here.id)) return false;
        return !leads(here.id, there.id) || otherPlace < place;
      });
      if (earlier) found.push(`asked-twice:${item}:${here.id} ${earlier.id}`);
    }
    for (const item of here.dataNeeded.filter((one) => ids.has(one) && !here.dataCaptured.includes(one))) {
      const capturing = inOrder.filter(({ dataCaptured }) => dataCaptured.includes(item));
      const upstream = capturing.filter(({ id }) => leads(id, here.id));
      if (upstream.length === 0) {
        const later = capturing.find(({ id }) => leads(here.id, id));
        const isPersonal = journey.dataObjects.byId.get(item)?.personal === true;
        if (isPersonal && later) found.push(`used-before-captured:${item}:${here.id} ${later.id}`);
        else found.push(`unavailable:${item}:${here.id}`);
        continue;
      }
      const readers = systemsAt(journey, here.id, 'writes');
      const sources = upstream.map(({ id }) => systemsAt(journey, id, 'reads'));
      if (readers.length === 0 || sources.some((writers) => writers.length === 0)) continue;
      const arrives = sources.some((writers) =>
        readers.some((reader) => spread(journey, writers, item).has(reader)),
      );
      if (!arrives) found.push(`asked-again:${item}:${here.id} ${upstream[0]?.id}`);
    }
  }
  return found.sort();
}

/** Of judged steps with a route those at which the person is not recognised. */
export function bruteForceIdentity(
  journey: Journey,
  judged: readonly { readonly transition: string; readonly from: string; readonly to: string }[],
): readonly string[] {
  const keyOf = (id: string): string => {
    const key = (journey.touchpoints.byId.get(id)?.identityKey ?? '').trim().toLowerCase();
    return key === 'nobody' ? '' : key;
  };
  const usedWith = (key: string): readonly string[] =>
    journey.touchpoints.all
      .filter(({ id }) => keyOf(id) === key)
      .flatMap(({ id }) => [...systemsAt(journey, id, 'writes'), ...systemsAt(journey, id, 'reads')]);
  const found: string[] = [];
  for (const { transition, from, to } of judged) {
    const keys = [keyOf(from), keyOf(to)];
    if (keys.includes('') || keys[0] === keys[1]) continue;
    const reached = spread(journey, systemsAt(journey, from, 'reads'), null);
    const goals = systemsAt(journey, to, 'writes');
    const passes = (leave: string): boolean => goals.some((goal) => spread(journey, [leave], null).has(goal));
    const others = usedWith(keys[1] ?? '');
    const bySystem = usedWith(keys[0] ?? '').some(
      (system) => others.includes(system) && reached.has(system) && passes(system),
    );
    const byFlow = liveHops(journey, null).some(
      (hop) => keys.includes(hop.key) && reached.has(hop.from) && passes(hop.to),
    );
    if (!bySystem && !byFlow) found.push(`not-recognised:${transition}`);
  }
  return found.sort();
}

/** Touchpoints to which steps lead from one, itself only if they lead back. */
function walk(journey: Journey, from: string): ReadonlySet<string> {
  const seen = new Set<string>();
  for (let grew = true; grew;) {
    grew = false;
    for (const step of journey.transitions.all) {
      const starts = step.from === from || seen.has(step.from ?? '');
      if (!starts || step.kind === 'drop-out' || step.to === null || seen.has(step.to)) continue;
      seen.add(step.to);
      grew = true;
    }
  }
  return seen;
}

/** Systems to which live flows lead from some, over those that carry the item; null: any. */
function spread(journey: Journey, from: readonly string[], item: string | null): ReadonlySet<string> {
  const seen = new Set(from);
  for (let grew = true; grew;) {
    grew = false;
    for (const hop of liveHops(journey, item)) {
      if (!seen.has(hop.from) || seen.has(hop.to)) continue;
      seen.add(hop.to);
      grew = true;
    }
  }
  return seen;
}

function liveHops(
  journey: Journey,
  item: string | null,
): readonly { readonly from: string; readonly to: string; readonly key: string }[] {
  return journey.dataFlows.all
    .filter(({ status, dataObjects, from, to }) => {
      const isLive =
        (status === null || status === 'live') && isSystem(journey, from) && isSystem(journey, to);
      const listed = dataObjects.filter((one) => journey.dataObjects.byId.has(one));
      return isLive && from !== to && (item === null || listed.length === 0 || listed.includes(item));
    })
    .map(({ from, to, identityKey }) => ({
      from: from ?? '',
      to: to ?? '',
      key: identityKey?.trim().toLowerCase() ?? '-',
    }));
}

function isSystem(journey: Journey, id: string | null): boolean {
  const lifecycle = journey.systems.byId.get(id ?? '')?.lifecycle;
  return lifecycle !== undefined && lifecycle !== 'planned' && lifecycle !== 'retired';
}

/** A touchpoint's live systems but those with only the `without` access; all of them when that leaves none. */
function systemsAt(journey: Journey, touchpoint: string, without: 'reads' | 'writes'): readonly string[] {
  const pairs: [string, string][] = [];
  for (const usage of journey.usages.all)
    if (usage.touchpoint === touchpoint) pairs.push([usage.system ?? '', usage.access ?? 'both']);
  for (const { from, to, status } of journey.dataFlows.all) {
    if (status !== null && status !== 'live') continue;
    if (from === touchpoint) pairs.push([to ?? '', 'writes']);
    if (to === touchpoint) pairs.push([from ?? '', 'reads']);
  }
  const live = pairs.filter(([system]) => isSystem(journey, system));
  const fit = live.filter(([, access]) => access !== without);
  return (fit.length > 0 ? fit : live).map(([system]) => system);
}
