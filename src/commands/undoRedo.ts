import { defineCommand, refused } from './command';

/** Takes back one's own last step; what others did since stays. Returns the step's label. */
export const undo = defineCommand<void, string>({
  id: 'history.undo',
  run({ document }) {
    if (document.isReadOnly) return refused('read-only');
    const label = document.undo();
    return label === null ? refused('nothing-to-do') : { ok: true, value: label };
  },
});

/** Does the step that was taken back last again. Returns the step's label. */
export const redo = defineCommand<void, string>({
  id: 'history.redo',
  run({ document }) {
    if (document.isReadOnly) return refused('read-only');
    const label = document.redo();
    return label === null ? refused('nothing-to-do') : { ok: true, value: label };
  },
});
