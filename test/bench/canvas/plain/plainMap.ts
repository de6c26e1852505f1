import { layoutJourney } from '../../../../src/layout/layoutJourney';
import { syntheticJourney } from '../../syntheticMap';

/** A map for the plain page: where its nodes stand and what they say, nothing about their size. */
export interface PlainMap {
  readonly nodes: readonly PlainNode[];
  readonly edges: readonly { readonly id: string; readonly source: string; readonly target: string }[];
}

export interface PlainNode {
  readonly id: string;
  readonly type: 'card' | 'track';
  readonly position: { readonly x: number; readonly y: number };
  readonly data: {
    readonly channel: string;
    readonly title: string;
    readonly owner: string;
    readonly width: number;
  };
}

/** The same map that the program draws, at the same places, with a node a card and system and an edge a line. */
export function plainMap(size: number): PlainMap {
  const journey = syntheticJourney(size);
  const { cards, tracks } = layoutJourney(journey);
  const nodes: PlainNode[] = [];
  for (const { id, rect } of cards) {
    const { title = '', channels = [] } = journey.touchpoints.byId.get(id) ?? {};
    const owner = journey.relations.ownersBySubject.get(id)?.[0]?.name ?? 'No owner';
    const data = { channel: channels.join(', '), title, owner, width: rect.width };
    nodes.push({ id, type: 'card', position: { x: rect.x, y: rect.y }, data });
  }
  for (const { id, bar } of tracks) {
    const data = {
      channel: '',
      title: journey.systems.byId.get(id)?.name ?? '',
      owner: '',
      width: bar.width,
    };
    nodes.push({ id, type: 'track', position: { x: bar.x, y: bar.y }, data });
  }
  const edges = [
    ...journey.transitions.all.map(({ id, from, to }) => ({ id, source: from ?? '', target: to ?? '' })),
    ...journey.usages.all.map(({ id, touchpoint, system }) => ({
      id,
      source: touchpoint ?? '',
      target: system ?? '',
    })),
    ...journey.dataFlows.all.map(({ id, from, to }) => ({ id, source: from ?? '', target: to ?? '' })),
  ];
  return { nodes, edges };
}
