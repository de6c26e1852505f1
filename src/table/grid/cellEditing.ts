import type { KeyboardEvent } from 'react';
import type { GridController } from './gridController';
import type { AfterWriting, OpenCell } from './gridCursor';
import type { GridCell } from './gridSource';

/** What an editor of a cell is given. */
export interface CellEditorProps {
  readonly open: OpenCell;
  readonly cell: GridCell;
  /** Names the field: column and row. */
  readonly label: string;
  readonly columnLabel: string;
  readonly controller: GridController;
}

/** Keys that end typing, and where they go on. */
export function endOfTyping({ key, shiftKey }: KeyboardEvent): AfterWriting | null {
  if (key === 'Enter') return shiftKey ? 'up' : 'down';
  if (key === 'Tab') return shiftKey ? 'left' : 'right';
  return null;
}
