import type { Viewport } from '../../store/view';

/**
 * Where the view is going. While it glides, whatever moves it next counts from where it will be, and not from what it
 * happens to pass.
 */
export class Heading {
  #goal: Viewport | null = null;

  /** @param arrival settles once the view is there; it never does where somebody takes the view in hand before */
  set(goal: Viewport, arrival: Promise<unknown>): void {
    this.#goal = goal;
    void arrival.then(() => {
      if (this.#goal === goal) this.#goal = null;
    });
  }

  /** The view goes nowhere any more. */
  leave(): void {
    this.#goal = null;
  }

  /** The view to count from, given the one that is shown. */
  from(shown: Viewport): Viewport {
    return this.#goal ?? shown;
  }
}
