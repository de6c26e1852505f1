import type { FunctionTone } from '../model/functionColors';
import type { Standing } from '../model/records/system';
import type { StageColor } from '../model/records/stage';
import type { TransitionKind } from '../model/records/transition';

/** Everything in pixels at zoom 1; x to the right along the timeline, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A range of y. */
export interface Span {
  readonly y: number;
  readonly height: number;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';
export type Direction = 'left' | 'right' | 'up' | 'down';

/** What has an id and takes up room: what can be culled and hit. */
export interface Placed {
  readonly id: string;
  /** The smallest rectangle that holds all of it, hit targets included. */
  readonly bounds: Rect;
}

export interface StageBand extends Placed {
  readonly ruler: string | null;
  /** Row from the top within its ruler. */
  readonly row: number;
  readonly rect: Rect;
  readonly color: StageColor;
  readonly label: { readonly x: number; readonly y: number; readonly maxWidth: number };
  readonly handles: { readonly start: Rect; readonly end: Rect };
}

/** The rows of one ruler. The map without rulers has one with id null. */
export interface RulerRows extends Span {
  readonly id: string | null;
  readonly rows: number;
}

export interface EmotionPoint {
  /** The touchpoint. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly emotion: number;
}

export interface ExperienceBand {
  readonly points: readonly EmotionPoint[];
  /** Smooth curve through the points (through the mean where several share a place); empty below two places. */
  readonly path: string;
  readonly zeroY: number;
  readonly smileY: number;
  readonly frownY: number;
}

/** A touchpoint's card. Its centre is its place on the timeline. */
export interface Card extends Placed {
  readonly rect: Rect;
  readonly centerX: number;
  /** Row, 0 the uppermost; fractions lie between rows. */
  readonly offset: number;
  /** Colour family of those accountable. */
  readonly tone: FunctionTone | null;
}

/** Cards that lie on one another, from left to right. */
export interface Overlap {
  readonly ids: readonly string[];
}

export interface TransitionRoute extends Placed {
  readonly from: string;
  readonly to: string | null;
  readonly kind: TransitionKind;
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
  readonly exit: Side;
  readonly entry: Side | null;
  /** Where the line points at its end. */
  readonly endDirection: Direction;
  /** Where condition and share are written: the text's vertical middle. */
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly align: 'start' | 'middle' | 'end';
    readonly maxWidth: number;
  };
  /** Middle of the badge with the verdict, on the line. */
  readonly badge: Point;
  /** The bar that ends a drop-out which leads nowhere. */
  readonly stopBar: { readonly x: number; readonly y: number; readonly height: number } | null;
}

/** The vertical line of one touchpoint: from its emotion through its card to its lowest station. */
export interface DropLine extends Placed {
  readonly x: number;
  /** From the emotion point to the card; null when there is no emotion. */
  readonly above: { readonly from: number; readonly to: number } | null;
  /** From the card to the lowest station; null when no system is used. */
  readonly below: { readonly from: number; readonly to: number } | null;
  /** All of it as one path, broken by the card. */
  readonly path: string;
  readonly tone: FunctionTone | null;
}

export interface Station {
  /** The usage. */
  readonly id: string;
  readonly touchpoint: string;
  readonly x: number;
}

/** The groups of tracks, in the order they are drawn; `unused` is the systems nothing uses. */
export const trackGroups = ['marketing', 'shared', 'it', 'operations', 'none', 'unused'] as const;
export type TrackGroup = (typeof trackGroups)[number];

export interface Track extends Placed {
  readonly row: number;
  readonly group: TrackGroup;
  readonly tone: FunctionTone | null;
  /** Middle of the track. */
  readonly y: number;
  readonly bar: Rect;
  readonly stations: readonly Station[];
  /** How deep below its parent in the same group; 0 stands on its own. */
  readonly depth: number;
  readonly label: TrackLabel;
}

/** What the gutter says of a system. */
export interface TrackLabel {
  readonly name: string;
  /** Names of those accountable; none means no owner. */
  readonly owners: readonly string[];
  readonly standing: Standing | null;
  /** IT does not stand behind it: tolerated or shadow. Not stated and unknown accuse nobody. */
  readonly notSanctioned: boolean;
}

export interface FlowArrow extends Placed {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
  readonly endDirection: Direction;
  readonly label: { readonly text: string; readonly rect: Rect } | null;
}

export interface NoteRect extends Placed {
  readonly rect: Rect;
}

/** What a map looks like: made by `layoutJourney()`. Members that did not change keep their identity. */
export interface Geometry {
  /** All that is drawn on the timeline, padding included; the gutter lies left of it. */
  readonly bounds: Rect;
  readonly gutterWidth: number;
  readonly sections: {
    readonly stages: Span;
    readonly experience: Span;
    readonly touchpoints: Span;
    readonly systems: Span;
  };
  readonly rulers: readonly RulerRows[];
  readonly stages: readonly StageBand[];
  readonly experience: ExperienceBand;
  /** In order of the timeline. */
  readonly cards: readonly Card[];
  readonly cardById: ReadonlyMap<string, Card>;
  readonly overlaps: readonly Overlap[];
  readonly transitions: readonly TransitionRoute[];
  readonly visibility: { readonly y: number; readonly caption: Point };
  readonly dropLines: readonly DropLine[];
  /** From top to bottom. */
  readonly tracks: readonly Track[];
  readonly trackById: ReadonlyMap<string, Track>;
  readonly flows: readonly FlowArrow[];
  readonly notes: readonly NoteRect[];
}
