/**
 * Sizes of everything on the canvas, in pixels at zoom 1. The concept pictures were drawn at 86 %; sizes are theirs
 * divided by that and rounded, cards a little larger so that a channel line, two lines of title and an owner fit.
 */

/** Timeline: pixels between places 1 apart. Cards 1 apart on alternating rows overlap in x and never touch. */
export const timelineUnit = 108;
/** What an empty map shows of the timeline, as places on it. */
export const emptyTimeline = { start: -0.75, end: 10 } as const;
/** How far lines and bounds reach beyond what is drawn. */
export const boundsPadding = { x: 60, top: 24, bottom: 48 } as const;

export const card = { width: 148, height: 92, rowPitch: 104, cornerRadius: 10 } as const;
/** Rows of cards a map always has room for. */
export const minimumRows = 2;

/** Gutter with the section and track labels, left of everything. */
export const gutterWidth = 204;

/** Stage bands lie above y = 0 and grow upwards, so that no stage ever moves a card. */
export const stageBand = {
  height: 28,
  rowPitch: 32,
  labelInset: 16,
  /** Empty space between two bands of one row. */
  gap: 4,
  minimumWidth: 24,
  /** Hit target of an edge: how far it reaches out of the band and into it. */
  handleOutside: 16,
  handleInside: 8,
  /** Between the rows of two rulers, with the ruler's name. */
  rulerGap: 20,
} as const;

/** Experience band: y = 0 is its top. */
export const experience = { height: 176, zeroY: 80, perStep: 30, pointRadius: 6 } as const;
/** Where the first row of cards begins. */
export const cardsTop = experience.height;

/** Lines of transitions. */
export const route = {
  cornerX: 44,
  cornerY: 62,
  radius: 10,
  /** Between ends that share a side of a card. */
  portPitch: 12,
  /** Keeps an arrival at top or bottom off the drop-line in the middle. */
  dropLineClearance: 6,
  /** Lanes over the first and under the last row, for long ways and ways back. */
  laneStart: 9,
  lanePitch: 6,
  lanes: 4,
  /** How far a line runs out of a card's side before it turns into a lane. */
  laneRun: 12,
  sideBulge: 30,
  dropOutLength: 26,
  stopBarHeight: 16,
  /** Longest stretch that is examined for cards in the way; longer ones take a lane. */
  farAway: 1600,
} as const;

/** From the bottom of the last row to the line of visibility; holds the lanes under the cards. */
export const visibilityGap = 40;
export const visibilityCaption = { x: 14, y: 15 } as const;

export const track = {
  height: 14,
  rowPitch: 36,
  groupGap: 14,
  /** From the line of visibility to the middle of the first track. */
  firstRow: 50,
  /** From a track's last station or arrow to its end. */
  padding: 16,
  stationRadius: 6,
  /** A system nothing uses yet: a stub of this length at the start. */
  stubLength: 48,
  childIndent: 12,
  /** Height of the systems section of a map without systems. */
  emptyHeight: 132,
} as const;

export const flow = {
  /** Width of a column that holds one arrow. */
  column: 12,
  /** How far before the station it serves an arrow stands, and how far behind where it cannot stand before. */
  before: 42,
  behind: 54,
  /** How many columns to each side are tried, and how many gaps between tracks for the label. */
  columnTries: 30,
  labelTries: 10,
  /** A column with more things than this in it counts as full. Bounds the work. */
  columnDepth: 48,
  arrowTip: 2,
  labelHeight: 20,
  labelGap: 7,
  labelPadding: 10,
  /** Room for the icon before the text. */
  labelIcon: 16,
  labelMinWidth: 36,
  labelMaxWidth: 200,
} as const;

export const note = { width: 168, minHeight: 64, maxHeight: 280, lineHeight: 18, padding: 12 } as const;

/** Mean width of a character of Inter as a part of the font size, and the sizes texts are estimated with. */
export const text = { meanWidth: 0.55, label: 11.5, note: 13 } as const;
