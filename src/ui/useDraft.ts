import { useState } from 'react';

/** A text that is being edited before it is handed on. */
export interface Draft {
  /** What to show: the draft while there is one, else the value as it stands. */
  readonly text: string;
  readonly set: (text: string) => void;
  /** Hands the draft on if it differs from the value it began with, and ends it. */
  readonly commit: () => void;
  readonly revert: () => void;
}

/**
 * Keeps what is typed apart from the value until it is committed. A colleague's change arriving meanwhile neither
 * overwrites the draft nor is undone by a draft that was opened but not altered.
 */
export function useDraft(value: string, onCommit: (text: string) => void): Draft {
  const [draft, setDraft] = useState<{ readonly from: string; readonly text: string } | null>(null);
  return {
    text: draft?.text ?? value,
    set: (text) => setDraft({ from: draft?.from ?? value, text }),
    commit: () => {
      if (draft !== null && draft.text !== draft.from) onCommit(draft.text);
      setDraft(null);
    },
    revert: () => setDraft(null),
  };
}
