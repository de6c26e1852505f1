import type { CommittedFrame } from './broadcast';

/** Content frames that wait for one commit, and answers that must not be sent before it. */
interface Waiting {
  readonly commit: Promise<void>;
  readonly frames: CommittedFrame[];
  readonly answers: Answer[];
}

/** Something that is done once a commit has happened. It is given the frames that joined the commit after it was asked for. */
interface Answer {
  readonly framesBefore: number;
  readonly run: (framesSince: readonly CommittedFrame[]) => void;
}

export interface CommitListener {
  /** A commit has happened; answers that waited for it come next. */
  committed(frames: readonly CommittedFrame[]): void;
  answered(): void;
  failed(error: unknown): void;
}

/** What a room has handed to be committed, and what it owes to whom once it is. */
export class PendingCommits {
  readonly #listener: CommitListener;
  readonly #waiting: Waiting[] = [];

  constructor(listener: CommitListener) {
    this.#listener = listener;
  }

  /** Whether something is still to be committed. */
  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Adds a frame to a commit; frames of one commit give the same promise. */
  add(frame: CommittedFrame, commit: Promise<void>): void {
    if (this.join([frame], commit)) return;
    const waiting: Waiting = { commit, frames: [frame], answers: [] };
    this.#waiting.push(waiting);
    commit.then(
      () => this.#committed(waiting),
      (error: unknown) => this.#listener.failed(error),
    );
  }

  /** Adds frames to the last commit, if there is one (and it is this one). */
  join(frames: readonly CommittedFrame[], commit?: Promise<void>): boolean {
    const last = this.#waiting.at(-1);
    if (!last || (commit && last.commit !== commit)) return false;
    last.frames.push(...frames);
    return true;
  }

  /** Runs something when all that has been applied so far is committed; never, if that fails. */
  afterAll(run: Answer['run']): void {
    const last = this.#waiting.at(-1);
    if (last) last.answers.push({ framesBefore: last.frames.length, run });
    else run([]);
  }

  /** Resolves when the last commit has happened or failed. */
  async settled(): Promise<void> {
    await this.#waiting.at(-1)?.commit.catch(() => undefined);
  }

  #committed(waiting: Waiting): void {
    this.#waiting.shift();
    this.#listener.committed(waiting.frames);
    for (const { framesBefore, run } of waiting.answers) run(waiting.frames.slice(framesBefore));
    this.#listener.answered();
  }
}
