import type { LucideIcon } from 'lucide-react';

/** A passing message about something that has happened. */
export interface Notice {
  readonly id: string;
  readonly text: string;
  /** `danger` interrupts a screen reader and stays until it is dismissed. */
  readonly tone?: 'danger' | 'late' | 'neutral' | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined;
  /** Something else says it to screen readers, which would hear it twice. */
  readonly isSaid?: boolean | undefined;
  /** Stays until somebody acts on it or dismisses it: nothing else leads to where it leads. */
  readonly stays?: boolean | undefined;
}

/** The notices in sight, newest last. */
export interface Notices {
  /** Shows one; one with the same id is replaced. Returns its id. */
  readonly show: (notice: Omit<Notice, 'id'> & { readonly id?: string | undefined }) => string;
  readonly dismiss: (id: string) => void;
  readonly current: () => readonly Notice[];
  /** Keeps the foot of the page free of notices, so many CSS pixels high, until what it returns is called. */
  readonly keepRoom: (height: number) => () => void;
  /** How much of the foot of the page is kept free. */
  readonly room: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

/** How many are in sight at once; the oldest that may pass gives way, or else the oldest. */
const mostShown = 3;

export function createNotices(): Notices {
  const listeners = new Set<() => void>();
  let shown: readonly Notice[] = [];
  let kept: readonly { readonly height: number }[] = [];
  let counter = 0;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const change = (next: readonly Notice[]): void => {
    shown = next;
    tell();
  };

  return {
    show: (notice) => {
      counter += 1;
      const id = notice.id ?? `notice-${counter}`;
      const others = shown.filter((other) => other.id !== id);
      const gives = others.find(({ stays }) => !stays) ?? others[0];
      change([
        ...(others.length < mostShown ? others : others.filter((one) => one !== gives)),
        { ...notice, id },
      ]);
      return id;
    },
    dismiss: (id) => change(shown.filter((notice) => notice.id !== id)),
    current: () => shown,
    keepRoom: (height) => {
      const mine = { height };
      kept = [...kept, mine];
      tell();
      return () => {
        kept = kept.filter((one) => one !== mine);
        tell();
      };
    },
    room: () => Math.max(0, ...kept.map(({ height }) => height)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The notices of this page, drawn by NoticeRegion. */
export const notices = createNotices();
