import type { Geometry } from '../../layout/geometry';

/** How much of the map is real elements: all of it, or the picture with what is being worked on. */
export type PictureLevel = 'nodes' | 'picture';

/** Up to this many drawn records a map is small: all of it is elements at every zoom (PIC-1). */
export const smallMap = 400;
/** Below this zoom a large map is a picture: its titles could not be read anyway (PIC-2). */
export const nodesZoom = 0.5;

/** How many records the canvas draws. */
export function drawnRecords({ cards, tracks, transitions, flows, notes, stages }: Geometry): number {
  return cards.length + tracks.length + transitions.length + flows.length + notes.length + stages.length;
}

/** Whether a map has so much in it that it is worth a picture. */
export function isLargeMap(geometry: Geometry): boolean {
  return drawnRecords(geometry) > smallMap;
}

/** What is drawn at a zoom. */
export function pictureLevel(isLarge: boolean, zoom: number): PictureLevel {
  return isLarge && zoom < nodesZoom ? 'picture' : 'nodes';
}
