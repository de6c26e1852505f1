import { defineCommand, refused } from './command';

/** Moves or resizes a stage. Touchpoints stay where they are: which lie in it follows from the span. */
export const moveStage = defineCommand({
  id: 'stage.move',
  run(
    { document, journey },
    { id, start, end, gesture }: { id: string; start: number; end: number; gesture?: string },
  ) {
    if (!journey().stages.byId.has(id)) return refused('not-found');
    const span = { start: Math.min(start, end), end: Math.max(start, end) };
    return document.change('stage.move', (writer) => writer.update('stages', id, span), gesture);
  },
});
