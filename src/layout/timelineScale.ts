import { card, cardsTop, experience, timelineUnit } from './metrics';

/** x of a place on the timeline. It depends on nothing else, so nothing ever moves because something else did. */
export function xOfAt(at: number): number {
  return at * timelineUnit;
}

/** The place on the timeline at x. */
export function atOfX(x: number): number {
  return x / timelineUnit;
}

/** Upper edge of a card in a row; rows above the first do not exist and count as the first. */
export function yOfOffset(offset: number): number {
  return cardsTop + Math.max(0, offset) * card.rowPitch;
}

/** The row whose cards have their upper edge at y, for drops; never above the first. */
export function offsetOfY(y: number): number {
  return Math.max(0, (y - cardsTop) / card.rowPitch);
}

/** y of an emotion, −2 to +2; delighted is up. */
export function yOfEmotion(emotion: number): number {
  return experience.zeroY - emotion * experience.perStep;
}

/** The emotion at y, clamped to −2 to +2. */
export function emotionOfY(y: number): number {
  return Math.min(2, Math.max(-2, (experience.zeroY - y) / experience.perStep));
}

/** A place as it is stored after a drop: whole rows, and along the timeline to a twentieth. */
export function snapPlace(place: { readonly at: number; readonly offset: number }): {
  at: number;
  offset: number;
} {
  return { at: Math.round(place.at * 20) / 20, offset: Math.max(0, Math.round(place.offset)) };
}
