import type { Point } from '../../layout/geometry';

/** What a picker is opened for. */
export type PickerPurpose =
  /** Join the end `from` to what is picked: a touchpoint or a system, existing or new. */
  | { readonly kind: 'connect'; readonly from: string; readonly offer: 'any' | 'systems' }
  /** Make a system by name, at the end of its group. */
  | { readonly kind: 'system' }
  /** Say who answers for these records. */
  | { readonly kind: 'owner'; readonly subjects: readonly string[] };

/** A picker and where it stands, in pixels of the window; `at` is where on the canvas a new thing goes. */
export interface PickerRequest {
  readonly purpose: PickerPurpose;
  readonly point: Point;
  readonly at: Point;
}
