import type { Note } from '../model/records/note';
import { estimateTextWidth, type MeasureText } from './flowLabels';
import type { NoteRect } from './geometry';
import { card, cardsTop, note as size, text as textSize } from './metrics';
import { xOfAt } from './timelineScale';

/** Sticky notes (LAY-80): anywhere, also above the first row; as high as their text needs, within limits. */
export function layoutNotes(
  notes: readonly Note[],
  measure: MeasureText = estimateTextWidth,
): readonly NoteRect[] {
  return notes.map(({ id, at, offset, text }) => {
    const room = size.width - 2 * size.padding;
    // Only as much of a very long text is measured as can be shown.
    const lines = text
      .slice(0, 2000)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(measure(line, textSize.note) / room)), 0);
    const height = Math.min(
      size.maxHeight,
      Math.max(size.minHeight, lines * size.lineHeight + 2 * size.padding),
    );
    const rect = {
      x: xOfAt(at) - size.width / 2,
      y: cardsTop + offset * card.rowPitch,
      width: size.width,
      height,
    };
    return { id, rect, bounds: rect };
  });
}
