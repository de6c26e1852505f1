/** Work that waits for the next frame; of what is asked for before it the latest alone is done. */
export interface NextFrame {
  readonly ask: (work: () => void) => void;
  readonly callOff: () => void;
}

/** Pointers tell of themselves several times a frame: what they ask for is done once in each. */
export function nextFrame(): NextFrame {
  let frame = 0;
  let asked: (() => void) | null = null;
  const run = (): void => {
    const work = asked;
    frame = 0;
    asked = null;
    work?.();
  };
  return {
    ask: (work) => {
      asked = work;
      frame ||= requestAnimationFrame(run);
    },
    callOff: () => {
      cancelAnimationFrame(frame);
      frame = 0;
      asked = null;
    },
  };
}
