import type { Transition } from '../model/records/transition';
import { defineCommand, refused } from './command';

export interface NewTransition {
  readonly from: string;
  readonly to: string;
  readonly fields?: Partial<Omit<Transition, 'id' | 'from' | 'to'>>;
}

/**
 * Makes a transition between two touchpoints; a step back along the timeline becomes a loop unless a kind is given.
 * Two touchpoints already joined in that direction stay joined once: the existing transition's id is returned.
 */
export const connectTouchpoints = defineCommand({
  id: 'transition.create',
  run({ document, journey }, { from, to, fields }: NewTransition) {
    const { touchpoints, relations } = journey();
    const start = touchpoints.byId.get(from);
    const end = touchpoints.byId.get(to);
    if (!start || !end) return refused('not-found');
    const existing = relations.transitionsFrom.get(from)?.find((transition) => transition.to === to);
    if (existing) return { ok: true, value: existing.id };
    const kind = end.at < start.at || from === to ? 'loop' : 'next';
    return document.change('transition.create', (writer) =>
      writer.create('transitions', { kind, ...fields, from, to }),
    );
  },
});
