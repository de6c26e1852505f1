import { defineCommand, refused } from './command';

/** Leads an existing transition from or to another touchpoint. */
export const reconnectTransition = defineCommand({
  id: 'transition.reconnect',
  run({ document, journey }, { id, from, to }: { id: string; from: string; to: string }) {
    const { transitions, touchpoints } = journey();
    if (!transitions.byId.has(id) || !touchpoints.byId.has(from) || !touchpoints.byId.has(to))
      return refused('not-found');
    return document.change('transition.reconnect', (writer) =>
      writer.update('transitions', id, { from, to }),
    );
  },
});
