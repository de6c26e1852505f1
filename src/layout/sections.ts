interface Part {
  readonly inputs: readonly unknown[];
  readonly value: unknown;
}

interface Input {
  /** As it was the last time: what the next one is compared with. */
  readonly seen: unknown;
  /** As it was when it last differed: what parts are made of. */
  readonly counts: unknown;
}

/**
 * Remembers parts of a layout with what they were made of. A part whose inputs are the same ones as before is the
 * same as before; the others are made again and may keep members of what they were.
 */
export class Sections {
  /** Only the parts before, not those before them: a long session must not keep every layout it ever had. */
  readonly #before: ReadonlyMap<string, Part>;
  readonly #parts: Map<string, Part> = new Map();
  readonly #inputsBefore: ReadonlyMap<string, Input>;
  readonly #inputs: Map<string, Input> = new Map();
  /** Whether every part so far is the one from before. */
  isUnchanged: boolean;

  constructor(previous: Sections | undefined) {
    this.#before = previous ? previous.#parts : new Map();
    this.#inputsBefore = previous ? previous.#inputs : new Map();
    this.isUnchanged = previous !== undefined;
  }

  /** A value as far as it counts for a layout: an earlier one for as long as nothing that counts differs from it. */
  input<T>(name: string, value: T, isAlike: (before: T, now: T) => boolean): T {
    const before = this.#inputsBefore.get(name);
    const counts = before && isAlike(before.seen as T, value) ? (before.counts as T) : value;
    this.#inputs.set(name, { seen: value, counts });
    return counts;
  }

  part<T>(name: string, inputs: readonly unknown[], make: (before: T | undefined) => T): T {
    const before = this.#before.get(name);
    return this.#keep(
      name,
      inputs,
      before && isMadeOf(before, inputs) ? (before.value as T) : make(before?.value as T | undefined),
    );
  }

  /** A part that is made in steps: whoever takes them decides how many at a time. */
  *steps<T>(
    name: string,
    inputs: readonly unknown[],
    make: (before: T | undefined) => Generator<undefined, T>,
  ): Generator<undefined, T> {
    const before = this.#before.get(name);
    if (before && isMadeOf(before, inputs)) return this.#keep(name, inputs, before.value as T);
    yield;
    return this.#keep(name, inputs, yield* make(before?.value as T | undefined));
  }

  #keep<T>(name: string, inputs: readonly unknown[], value: T): T {
    const before = this.#before.get(name);
    if (!before || value !== before.value) this.isUnchanged = false;
    this.#parts.set(name, { inputs, value });
    return value;
  }
}

function isMadeOf(part: Part, inputs: readonly unknown[]): boolean {
  return part.inputs.length === inputs.length && part.inputs.every((input, i) => Object.is(input, inputs[i]));
}
