import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FindingKind } from '../analysis/finding';
import type { Lens } from '../analysis/lenses/lens';
import type { Walk } from '../analysis/walk';
import type { Guide } from '../layout/tidy/snap';
import type { Kind, RecordRef } from '../model/kinds';
import type { RecordFilter } from '../model/recordFilter';
import type { PartyFunction } from '../model/records/party';
import type { Filtered } from './filterRecords';
import type { Reach } from './reach';
import { withLight, type EmphasisSources, type Lighting, type LightSource } from './emphasis';

/** What the pointer does on the canvas. */
export type Tool = 'select' | 'touchpoint' | 'stage' | 'system' | 'flow' | 'note' | 'hand';

/** What is being typed in place: the record whose title is open, and whether it was just made. */
export interface Editing {
  readonly kind: Kind;
  readonly id: string;
  /** Made by this very gesture: Escape without a letter typed removes it again. */
  readonly fresh: boolean;
  /** What was selected before it was made, and is again when it is removed so. */
  readonly over?: readonly RecordRef[] | undefined;
}

/** Id of the element beside the canvas that holds the inspector or whatever list stands in its place. */
export const sidePanelId = 'side-panel';

/** Who has to answer for a finding: somebody of a function, one party, or nobody that the map knows of. */
export type AnsweringFilter = `function:${PartyFunction}` | `party:${string}` | 'nobody';

/** Which findings are listed beside the map; what is null or empty lets all of them through. */
export interface FindingsFilter {
  /** Those to do, or those people live with. */
  readonly state: 'open' | 'accepted';
  readonly kinds: readonly FindingKind[] | null;
  readonly answering: AnsweringFilter | null;
  /** A stage's id. */
  readonly stage: string | null;
  /** A persona's id: what is on its path. */
  readonly persona: string | null;
  readonly query: string;
}

/** Lets every open finding through. */
export const everyFinding: FindingsFilter = {
  state: 'open',
  kinds: null,
  answering: null,
  stage: null,
  persona: null,
  query: '',
};

/** Where the view is: screen = flow × zoom + (x, y), in CSS pixels. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What stands in the middle of the page: the picture, the table, or both. */
export type ViewMode = 'canvas' | 'table' | 'split';

/** What concerns this tab alone: nothing of it is stored in the map or told to others. */
export interface ViewState extends EmphasisSources {
  readonly mode: ViewMode;
  readonly selection: readonly RecordRef[];
  /** What had the keyboard on the canvas until it was deleted under it: arrows go on from where it stood. */
  readonly lost: RecordRef | null;
  readonly tool: Tool;
  readonly editing: Editing | null;
  readonly hover: RecordRef | null;
  /** What a line of a list that is looked at is about, where it is no step; null when there is none. */
  readonly pointedAt: ReadonlySet<string> | null;
  /** To what the card that is being dragged snaps right now. */
  readonly guides: readonly Guide[];
  /** Cards and notes that are moved together right now, shifted as they are drawn; null while few or none are. */
  readonly lifted: ReadonlySet<string> | null;
  readonly inspectorOpen: boolean;
  /** Which findings are listed in place of the inspector; null while they are not. */
  readonly findings: FindingsFilter | null;
  /** Whether the scores of the map's parts are shown, unless findings or a reach are listed. */
  readonly scores: boolean;
  /** Of what the dependents or the way are listed, unless findings are; null while they are not. */
  readonly reach: Reach | null;
  readonly minimapOpen: boolean;
  readonly viewport: Viewport;
  readonly lens: Lens;
  /** Which lenses' legends were opened or closed by hand; the others are as `isLegendOpen` says. */
  readonly legends: Readonly<Partial<Record<Lens, boolean>>>;
  /** Personas whose paths are shown, in the order they were chosen; none shows everybody. */
  readonly personas: readonly string[];
  /** Rulers whose stages are not drawn right now. */
  readonly hiddenRulers: readonly string[];
  /** Whether the choice of personas is open. */
  readonly pathsOpen: boolean;
  /** The walk through the journey that is under way. */
  readonly walk: Walk | null;
  /** Something asked the canvas to move; it does so once and clears it. */
  readonly cameraRequest: CameraRequest | null;
  /** A table that was pasted and waits for what its columns hold; null while none does. */
  readonly tablePaste: TablePaste | null;
  /** Pictures that were pasted, dropped or chosen and wait to be read; null while none do. */
  readonly pictureIntake: PictureIntake | null;
  /** What records have to meet to stand out; empty while nothing is filtered. */
  readonly filter: RecordFilter;
  /** The view that was shown last, whether or not something was changed since; null once the filter is cleared. */
  readonly appliedView: string | null;
  /** What the filter lets through; null while nothing is filtered. Written by `followFilter` alone. */
  readonly filtered: Filtered | null;
  /** Something asked for by name (an id of `commands/intents.ts`); whoever can do it does so once and clears it. */
  readonly intentRequest: string | null;
  /** What was chosen by name lately, the last one first: keys of the palette. */
  readonly recents: readonly string[];
}

/** A pasted table: its rows as texts, and where on the map it was pasted. */
export interface TablePaste {
  readonly rows: readonly (readonly string[])[];
  readonly place: { readonly at: number; readonly offset: number };
  /** The touchpoint that the first of new ones follows. */
  readonly after: string | null;
}

/** Pictures for the evidence of a touchpoint, as they came. */
export interface PictureIntake {
  readonly touchpoint: string;
  readonly files: readonly File[];
  /** Where a picture was copied from; null when that is not known. */
  readonly link: { readonly title: string; readonly url: string } | null;
}

export type CameraRequest =
  | { readonly kind: 'fit' }
  | { readonly kind: 'selection' }
  | { readonly kind: 'record'; readonly record: RecordRef }
  | { readonly kind: 'place'; readonly x: number; readonly y: number; readonly zoom: number }
  /** Brings a record to the middle, near enough to be read. */
  | { readonly kind: 'follow'; readonly record: RecordRef }
  /** Brings a stage's span into view, from the experience down to the systems. */
  | { readonly kind: 'span'; readonly stage: string }
  | { readonly kind: 'zoom'; readonly zoom: number }
  | { readonly kind: 'zoom-by'; readonly factor: number };

export type ViewStore = StoreApi<ViewState>;

export const initialView: ViewState = {
  mode: 'canvas',
  selection: [],
  lost: null,
  tool: 'select',
  editing: null,
  hover: null,
  pointedAt: null,
  guides: [],
  lifted: null,
  inspectorOpen: true,
  findings: null,
  scores: false,
  reach: null,
  minimapOpen: false,
  viewport: { x: 0, y: 0, zoom: 1 },
  lens: 'experience',
  legends: {},
  personas: [],
  hiddenRulers: [],
  pathsOpen: false,
  walk: null,
  cameraRequest: null,
  lights: {},
  matching: null,
  tablePaste: null,
  pictureIntake: null,
  filter: [],
  filtered: null,
  appliedView: null,
  onPath: null,
  intentRequest: null,
  recents: [],
};

/** Asks the canvas for nothing but to take the keyboard. */
export const focusRequest = 'canvas.focus';

/** How many things chosen lately are remembered. */
const mostRecents = 20;

/** What was chosen lately with one more at the front. */
export function withRecent(recents: readonly string[], key: string): readonly string[] {
  return [key, ...recents.filter((other) => other !== key)].slice(0, mostRecents);
}

/** The view of one tab onto one map, as it begins or with parts of it set otherwise. */
export function createViewStore(start: Partial<ViewState> = {}): ViewStore {
  return createStore<ViewState>(() => ({ ...initialView, ...start }));
}

/** Ids of a selection: made once for as long as it lasts, however many ask for it. */
const selectedIds = new WeakMap<readonly RecordRef[], ReadonlySet<string>>();

/** Whether a record is selected. */
export function isSelected({ selection }: Pick<ViewState, 'selection'>, id: string): boolean {
  if (selection.length < 8) return selection.some((record) => record.id === id);
  let ids = selectedIds.get(selection);
  if (!ids) {
    ids = new Set(selection.map((record) => record.id));
    selectedIds.set(selection, ids);
  }
  return ids.has(id);
}

/**
 * Lights up records until the same source is called with null. What is lit by several sources stays lit until the last
 * one lets go; see `emphasisOf`.
 */
export function light(view: ViewStore, source: LightSource, lighting: Lighting | null): void {
  const { lights } = view.getState();
  const next = withLight(lights, source, lighting);
  if (next !== lights) view.setState({ lights: next });
}

/** Dims every touchpoint, system, step and flow whose id is not among these; null lets all of them through again. */
export function dimAllBut(view: ViewStore, matching: ReadonlySet<string> | null): void {
  if (view.getState().matching !== matching) view.setState({ matching });
}

/** Whether a lens explains itself right now. The one a map opens with does so only when asked. */
export function isLegendOpen({ lens, legends }: ViewState): boolean {
  return legends[lens] ?? lens !== 'experience';
}
