import { acceptFinding, reopenFinding } from './acceptFinding';
import { addComment, resolveThread, startThread } from './comments';
import { arrangeRecords } from './arrangeRecords';
import { assignRole } from './assignRole';
import { attachSystem } from './attachSystem';
import { castVote, openBallot, openVote } from './ballots';
import { changeRecords } from './changeRecords';
import { connectTouchpoints } from './connectTouchpoints';
import { convertNotes } from './convertNotes';
import { createDataFlow } from './createDataFlow';
import { createNamed } from './createNamed';
import { createNote } from './createNote';
import { createRequirement } from './createRequirement';
import { createStage } from './createStage';
import { createTouchpoint } from './createTouchpoint';
import { deleteRecords } from './deleteRecords';
import { detachSystem } from './detachSystem';
import { duplicateRecords } from './duplicateRecords';
import { importBundle } from './importBundle';
import { addListItem, addListItems, removeListItem, updateListItem } from './listItems';
import { keepTrial } from './keepTrial';
import { mergeStages } from './mergeStages';
import { mergeRecords } from './mergeRecords';
import { moveStage } from './moveStage';
import { splitStage } from './splitStage';
import { moveTouchpoints } from './moveTouchpoints';
import { proposeAgreement, signAgreement } from './agreements';
import { reconnectTransition } from './reconnectTransition';
import { redo, undo } from './undoRedo';
import { replaceInNames } from './replaceInNames';
import { restoreRecords } from './restoreRecords';
import { saveView } from './saveView';
import { unassignRole } from './unassignRole';
import { updateMap } from './updateMap';
import { updateRecord } from './updateRecord';

/** Every command there is. What changes a map goes through one of these; menus, keyboard, palette and tests share them. */
export const commands = [
  createTouchpoint,
  moveTouchpoints,
  arrangeRecords,
  connectTouchpoints,
  reconnectTransition,
  createStage,
  moveStage,
  splitStage,
  mergeStages,
  attachSystem,
  detachSystem,
  createDataFlow,
  createNamed,
  assignRole,
  unassignRole,
  updateRecord,
  changeRecords,
  updateMap,
  replaceInNames,
  saveView,
  addListItem,
  addListItems,
  updateListItem,
  removeListItem,
  deleteRecords,
  restoreRecords,
  duplicateRecords,
  mergeRecords,
  importBundle,
  createNote,
  convertNotes,
  createRequirement,
  openBallot,
  castVote,
  openVote,
  proposeAgreement,
  signAgreement,
  startThread,
  addComment,
  resolveThread,
  acceptFinding,
  reopenFinding,
  keepTrial,
  undo,
  redo,
] as const;

/** The name of a command. */
export type CommandId = (typeof commands)[number]['id'];

/**
 * Keys of commands that have some, in the form `Mod+Shift+Z`; `Mod` is Ctrl, or Command on a Mac. Menus show them, the
 * keyboard listens to them, both from here.
 */
export const shortcuts: Readonly<Record<string, readonly string[]>> = {
  'history.undo': ['Mod+Z'],
  'history.redo': ['Mod+Shift+Z', 'Mod+Y'],
  'record.delete': ['Delete', 'Backspace'],
  'record.duplicate': ['Mod+D'],
  'record.rename': ['Enter', 'F2'],
  'touchpoint.create': ['N'],
  'stage.create': ['S'],
  'stage.split': ['Shift+S'],
  'stage.merge': ['M'],
  'rulers.next': ['R'],
  'system.create': ['Y'],
  'note.create': ['O'],
  'transition.create': ['C'],
  'usage.create': ['A'],
  'data-flow.create': ['F'],
  'owner.set': ['U'],
  'note.to-touchpoint': ['Shift+N'],
  'note.to-system': ['Shift+Y'],
  'note.to-requirement': ['Shift+R'],
  'tidy.evenly': ['Shift+E'],
  'tidy.time': ['Shift+T'],
  'tidy.untangle': ['Shift+U'],
  'tidy.tracks': ['Shift+O'],
  'view.zoom-fit': ['Shift+1'],
  'view.zoom-selection': ['Shift+2'],
  'view.zoom-in': ['+', 'Mod+=', 'Mod++'],
  'view.zoom-out': ['-', 'Mod+-'],
  'view.zoom-100': ['Mod+0', 'Shift+0', '0'],
  'region.next': ['F6'],
  'region.previous': ['Shift+F6'],
  'view.table': ['Mod+E'],
  'view.split': ['Mod+Shift+E'],
  'selection.all': ['Mod+A'],
  'selection.none': ['Escape'],
  'tool.select': ['V'],
  'tool.hand': ['H'],
  'palette.open': ['Mod+K'],
  'shortcuts.open': ['?'],
  'filter.open': ['Mod+Shift+L'],
  'names.replace': ['Mod+Shift+F'],
  'paths.open': ['P'],
  'walk.start': ['W'],
  'lens.experience': ['1'],
  'lens.systems': ['2'],
  'lens.ownership': ['3'],
  'lens.privacy': ['4'],
  'lens.alignment': ['5'],
  'impact.open': ['I'],
  'file.save': ['Mod+S'],
  'file.open': ['Mod+O'],
};
