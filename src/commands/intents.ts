import { isOwnable } from '../model/isOwnable';
import type { RecordRef } from '../model/kinds';
import { mergeableKind } from './mergeRecords';
import { shortcuts } from './registry';

/** What has to be so before something can be asked for. */
export type Need =
  /** The map can be changed here. */
  | 'writable'
  /** Something is selected. */
  | 'selection'
  /** The last thing selected is a touchpoint. */
  | 'touchpoint'
  /** Something that can have an owner is selected. */
  | 'ownable'
  /** A note is selected. */
  | 'note'
  /** Two or more touchpoints or notes are selected. */
  | 'several'
  /** The last thing selected is a stage. */
  | 'stage'
  /** The last thing selected is a touchpoint or a system. */
  | 'end'
  /** The last thing selected is something others may depend on. */
  | 'dependable'
  /** There is a step of one's own to take back. */
  | 'undoable'
  /** There is a step that was taken back. */
  | 'redoable'
  /** The map has a touchpoint. */
  | 'touchpoints'
  /** Something is filtered. */
  | 'filter'
  /** Two or more records of one kind are selected that may be one thing. */
  | 'mergeable'
  /** A system or data flow that is live, and not in the trial, is selected. */
  | 'live'
  /** A system or data flow that is not live, and not in the trial, is selected. */
  | 'planned'
  /** Something that is in the trial is selected. */
  | 'tried'
  /** Something is planned, so that the map will be another one. */
  | 'future';

export const intentGroups = ['make', 'edit', 'arrange', 'find', 'view', 'map'] as const;
export type IntentGroup = (typeof intentGroups)[number];

interface IntentEntry {
  readonly id: string;
  readonly group: IntentGroup;
  readonly needs: readonly Need[];
}

/**
 * What a user can ask for by name, key, menu or button. The palette lists them, the sheet of shortcuts shows them with
 * their keys from `shortcuts`, and whoever can do one listens for it (`ViewState.intentRequest`).
 */
export const intents = [
  { id: 'touchpoint.create', group: 'make', needs: ['writable'] },
  { id: 'stage.create', group: 'make', needs: ['writable'] },
  { id: 'system.create', group: 'make', needs: ['writable'] },
  { id: 'note.create', group: 'make', needs: ['writable'] },
  { id: 'transition.create', group: 'make', needs: ['writable', 'end'] },
  { id: 'usage.create', group: 'make', needs: ['writable', 'touchpoint'] },
  { id: 'data-flow.create', group: 'make', needs: ['writable'] },
  { id: 'record.rename', group: 'edit', needs: ['writable', 'selection'] },
  { id: 'owner.set', group: 'edit', needs: ['writable', 'ownable'] },
  { id: 'note.to-touchpoint', group: 'edit', needs: ['writable', 'note'] },
  { id: 'note.to-system', group: 'edit', needs: ['writable', 'note'] },
  { id: 'note.to-requirement', group: 'edit', needs: ['writable', 'note'] },
  { id: 'record.duplicate', group: 'edit', needs: ['writable', 'selection'] },
  { id: 'record.delete', group: 'edit', needs: ['writable', 'selection'] },
  { id: 'clipboard.copy', group: 'edit', needs: ['selection'] },
  { id: 'clipboard.cut', group: 'edit', needs: ['writable', 'selection'] },
  { id: 'clipboard.paste', group: 'edit', needs: ['writable'] },
  { id: 'record.merge', group: 'edit', needs: ['writable', 'mergeable'] },
  { id: 'stage.split', group: 'edit', needs: ['writable', 'stage'] },
  { id: 'stage.merge', group: 'edit', needs: ['writable', 'stage'] },
  { id: 'history.undo', group: 'edit', needs: ['writable', 'undoable'] },
  { id: 'history.redo', group: 'edit', needs: ['writable', 'redoable'] },
  { id: 'names.replace', group: 'edit', needs: ['writable'] },
  { id: 'selection.all', group: 'edit', needs: ['touchpoints'] },
  { id: 'selection.none', group: 'edit', needs: ['selection'] },
  { id: 'tidy.evenly', group: 'arrange', needs: ['writable', 'touchpoints'] },
  { id: 'tidy.time', group: 'arrange', needs: ['writable', 'touchpoints'] },
  { id: 'tidy.untangle', group: 'arrange', needs: ['writable', 'touchpoints'] },
  { id: 'tidy.tracks', group: 'arrange', needs: ['writable', 'touchpoints'] },
  { id: 'align.left', group: 'arrange', needs: ['writable', 'several'] },
  { id: 'align.centre', group: 'arrange', needs: ['writable', 'several'] },
  { id: 'align.right', group: 'arrange', needs: ['writable', 'several'] },
  { id: 'align.top', group: 'arrange', needs: ['writable', 'several'] },
  { id: 'align.middle', group: 'arrange', needs: ['writable', 'several'] },
  { id: 'align.bottom', group: 'arrange', needs: ['writable', 'several'] },
  { id: 'align.rows', group: 'arrange', needs: ['writable', 'several'] },
  { id: 'palette.open', group: 'find', needs: [] },
  { id: 'shortcuts.open', group: 'find', needs: [] },
  { id: 'findings.open', group: 'find', needs: [] },
  { id: 'filter.open', group: 'find', needs: [] },
  { id: 'filter.clear', group: 'find', needs: ['filter'] },
  { id: 'impact.open', group: 'find', needs: ['dependable'] },
  { id: 'scores.open', group: 'find', needs: [] },
  { id: 'records.processing', group: 'find', needs: [] },
  { id: 'records.raci', group: 'find', needs: [] },
  { id: 'matrix.usages', group: 'find', needs: [] },
  { id: 'matrix.owners', group: 'find', needs: [] },
  { id: 'view.zoom-fit', group: 'view', needs: [] },
  { id: 'view.zoom-selection', group: 'view', needs: ['selection'] },
  { id: 'view.zoom-in', group: 'view', needs: [] },
  { id: 'view.zoom-out', group: 'view', needs: [] },
  { id: 'view.zoom-100', group: 'view', needs: [] },
  { id: 'view.minimap', group: 'view', needs: [] },
  { id: 'view.details', group: 'view', needs: [] },
  { id: 'region.next', group: 'view', needs: [] },
  { id: 'region.previous', group: 'view', needs: [] },
  { id: 'region.panel', group: 'view', needs: [] },
  { id: 'view.canvas', group: 'view', needs: [] },
  { id: 'view.split', group: 'view', needs: [] },
  { id: 'view.table', group: 'view', needs: [] },
  { id: 'lens.experience', group: 'view', needs: [] },
  { id: 'lens.systems', group: 'view', needs: [] },
  { id: 'lens.ownership', group: 'view', needs: [] },
  { id: 'lens.privacy', group: 'view', needs: [] },
  { id: 'lens.alignment', group: 'view', needs: [] },
  { id: 'lens.legend', group: 'view', needs: [] },
  { id: 'rulers.next', group: 'view', needs: [] },
  { id: 'rulers.add', group: 'make', needs: ['writable'] },
  { id: 'paths.open', group: 'view', needs: [] },
  { id: 'walk.start', group: 'view', needs: ['touchpoints'] },
  { id: 'trial.without', group: 'view', needs: ['live'] },
  { id: 'trial.with', group: 'view', needs: ['planned'] },
  { id: 'trial.stop', group: 'view', needs: ['tried'] },
  { id: 'view.future', group: 'view', needs: ['future'] },
  { id: 'tool.select', group: 'view', needs: [] },
  { id: 'tool.hand', group: 'view', needs: [] },
  { id: 'file.open', group: 'map', needs: [] },
  { id: 'file.save', group: 'map', needs: [] },
  { id: 'map.rename', group: 'map', needs: ['writable'] },
  { id: 'map.share', group: 'map', needs: [] },
  { id: 'map.copy', group: 'map', needs: [] },
  { id: 'map.deleted', group: 'map', needs: [] },
  { id: 'map.leave', group: 'map', needs: [] },
] as const satisfies readonly IntentEntry[];

/** The name of something a user can ask for. */
export type IntentId = (typeof intents)[number]['id'];
/** One thing a user can ask for. */
export type Intent = IntentEntry & { readonly id: IntentId };

/** How things stand where an intent would be carried out. */
export interface Situation {
  readonly isReadOnly: boolean;
  readonly selection: readonly RecordRef[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly touchpoints: number;
  readonly isFiltered: boolean;
  /** How many of what is selected could be tried without, or with, and how many are tried already. */
  readonly trials: { readonly off: number; readonly on: number; readonly tried: number };
  readonly hasFuture: boolean;
}

const isMet: { readonly [N in Need]: (situation: Situation) => boolean } = {
  writable: ({ isReadOnly }) => !isReadOnly,
  selection: ({ selection }) => selection.length > 0,
  note: ({ selection }) => selection.some(({ kind }) => kind === 'notes'),
  ownable: ({ selection }) => selection.some(({ kind }) => isOwnable(kind)),
  several: ({ selection }) =>
    selection.filter(({ kind }) => kind === 'touchpoints' || kind === 'notes').length > 1,
  stage: ({ selection }) => selection.at(-1)?.kind === 'stages',
  touchpoint: ({ selection }) => selection.at(-1)?.kind === 'touchpoints',
  end: ({ selection }) => ['touchpoints', 'systems'].includes(selection.at(-1)?.kind ?? ''),
  dependable: ({ selection }) =>
    ['touchpoints', 'systems', 'dataFlows', 'parties', 'dataObjects'].includes(selection.at(-1)?.kind ?? ''),
  undoable: ({ canUndo }) => canUndo,
  redoable: ({ canRedo }) => canRedo,
  touchpoints: ({ touchpoints }) => touchpoints > 0,
  filter: ({ isFiltered }) => isFiltered,
  mergeable: ({ selection }) => mergeableKind(selection) !== null,
  live: ({ trials }) => trials.off > 0,
  planned: ({ trials }) => trials.on > 0,
  tried: ({ trials }) => trials.tried > 0,
  future: ({ hasFuture }) => hasFuture,
};

/** What an intent still lacks, the first thing only; null when it can be carried out now. */
export function missingNeed(intent: Intent, situation: Situation): Need | null {
  return intent.needs.find((need) => !isMet[need](situation)) ?? null;
}

/** The keys of an intent, the first being the one that is shown. */
export function keysOf(id: IntentId): readonly string[] {
  return shortcuts[id] ?? [];
}

/** Keys that the browser turns into events of the clipboard by itself: shown beside the intent, never listened to. */
const nativeKeys: Readonly<Partial<Record<IntentId, string>>> = {
  'clipboard.copy': 'Mod+C',
  'clipboard.cut': 'Mod+X',
  'clipboard.paste': 'Mod+V',
};

/** The key that is shown beside an intent; undefined for one without. */
export function shownKeyOf(id: IntentId): string | undefined {
  return keysOf(id)[0] ?? nativeKeys[id];
}
