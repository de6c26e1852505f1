import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { note as size } from '../../layout/metrics';
import { useJourney } from '../../store/openMap';
import { t } from '../../ui/i18n/t';
import type { CanvasNode } from '../adaptor/canvasNodes';
import { countRender } from '../countRender';
import './NoteNode.css';

/** How many lines of text are seen whole on a note as high as this, in canvas pixels. */
function wholeLines(height: number = size.minHeight): number {
  return Math.max(1, Math.floor((height - 2 * size.padding) / size.lineHeight));
}

/** A sticky note. */
export const NoteNode = memo(function NoteNode({ id, height }: NodeProps<CanvasNode>) {
  countRender(id);
  const note = useJourney((journey) => journey.notes.byId.get(id));
  if (!note) return null;
  return (
    <div className="note" data-color={note.color ?? 'yellow'}>
      <span
        className="note-text"
        data-empty={note.text === '' || undefined}
        dir="auto"
        // Whole lines, and a sign that there are more.
        style={{ WebkitLineClamp: wholeLines(height) }}
      >
        {note.text === '' ? t('canvas.emptyNote') : note.text}
      </span>
    </div>
  );
});
