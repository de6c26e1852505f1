import { defineCommand, refused } from './command';

/** New places on the timeline, in units of the timeline and rows. */
export interface Move {
  readonly id: string;
  readonly at: number;
  readonly offset: number;
}

/** Moves touchpoints (or notes) to new places, as one step. */
export const moveTouchpoints = defineCommand({
  id: 'touchpoint.move',
  run({ document, journey }, { moves, gesture }: { moves: readonly Move[]; gesture?: string }) {
    const known = moves.filter(
      ({ id }) => journey().touchpoints.byId.has(id) || journey().notes.byId.has(id),
    );
    if (known.length === 0) return refused('not-found');
    return document.change(
      'touchpoint.move',
      (writer) => {
        for (const { id, at, offset } of known) {
          writer.update(journey().touchpoints.byId.has(id) ? 'touchpoints' : 'notes', id, { at, offset });
        }
      },
      gesture,
    );
  },
});
