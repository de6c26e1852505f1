/** How long work may hold the page at a time, ms: a third of a frame, or more where there is nothing to be seen without it. */
const sliceMs = { calm: 5, urgent: 40 } as const;

/**
 * Takes steps a few milliseconds at a time, one slice between two frames, and tells what came of them. Returns the way to
 * stop; once stopped it tells nothing.
 */
export function runInSlices<T>(
  steps: Generator<undefined, T>,
  onDone: (value: T) => void,
  haste: keyof typeof sliceMs = 'calm',
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slice = (): void => {
    const end = performance.now() + sliceMs[haste];
    do {
      const step = steps.next();
      if (step.done) return onDone(step.value);
    } while (performance.now() < end);
    timer = setTimeout(slice, haste === 'calm' ? sliceMs.calm * 2 : 0);
  };
  timer = setTimeout(slice, 0);
  return () => clearTimeout(timer);
}
