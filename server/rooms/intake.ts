import { closeCode, wireLimits, type CloseCode } from '../../src/doc/wire';
import { isAtLeast } from '../../src/model/access';
import { messageOf } from '../log';
import { largeBytes } from '../offThread/documentTasks';
import { ThreadStoppedError, type DocumentThread } from '../offThread/documentThread';
import type { TakenApart } from '../offThread/takeApart';
import type { WriterBinding } from '../storage/logStore';
import { isEmptyUpdate, syncFrame } from '../sync/frames';
import type { CommittedFrame } from './broadcast';
import type { ClientIds } from './clientIds';
import { HeldFrames } from './heldFrames';
import type { Member } from './member';
import type { Outcome, RefusalReason, RoomDocument } from './roomDocument';

const refusalCodes: Readonly<Record<RefusalReason, CloseCode>> = {
  invalid: closeCode.invalidUpdate,
  tooBig: closeCode.tooBig,
  idInUse: closeCode.idInUse,
};

/** How a content frame came: as the answer to a state request, on its own, or late, as it had to wait for such an answer. */
type Via = 'step2' | 'update' | 'held';

interface ContentFrame {
  readonly via: Via;
  readonly update: Uint8Array;
}

/** What one member sends. */
interface Stream {
  readonly held: HeldFrames;
  /** Frames behind a large one that is being taken in. */
  queue: ContentFrame[];
  queuedBytes: number;
  isBusy: boolean;
  /** Whether a sync step 2 is still to come. */
  isAskedForState: boolean;
}

/** How far a large frame is. */
interface Progress {
  readonly parts: readonly Uint8Array[];
  readonly at: number;
  readonly isBlank: boolean;
}

/** What taking in content needs of its room. */
export interface IntakeRoom {
  readonly ids: ClientIds;
  readonly thread: DocumentThread;
  /** Null while it is being read again. */
  document(): RoomDocument | null;
  /** Whether whoever hands in a whole state may bring that of others: a lost map is made again, or was put back. */
  isBlank(): boolean;
  /** Runs something now, or in its turn when the document has been read again. */
  whenReady(run: () => void): void;
  commit(frame: CommittedFrame, writers: readonly WriterBinding[]): void;
  /** The document is ahead of the log for good. */
  reload(): void;
}

/**
 * Takes in what members send, each member's frames in order. A large one is checked and cut up on another thread and comes
 * in part by part; everybody else goes on in between.
 */
export class Intake {
  readonly #room: IntakeRoom;
  readonly #streams = new Map<Member, Stream>();

  constructor(room: IntakeRoom) {
    this.#room = room;
  }

  join(member: Member): void {
    const stream = {
      held: new HeldFrames(),
      queue: [],
      queuedBytes: 0,
      isBusy: false,
      isAskedForState: false,
    };
    this.#streams.set(member, stream);
  }

  leave(member: Member): void {
    this.#streams.delete(member);
  }

  /** Asks a member for what the document lacks. */
  askForState(member: Member): void {
    const stream = this.#streams.get(member);
    const document = this.#room.document();
    if (!stream || !document) return;
    // Whoever may not write is not asked: a plain client would answer with deletions that are known.
    if (!isAtLeast(member.role, 'editor')) return;
    stream.isAskedForState = true;
    member.send(syncFrame('step1', document.stateVector()));
  }

  /** Takes a content frame. */
  receive(member: Member, via: 'step2' | 'update', update: Uint8Array): void {
    this.#room.whenReady(() => {
      const stream = this.#streams.get(member);
      if (!stream) return;
      if (!isAtLeast(member.role, 'editor')) {
        if (!isEmptyUpdate(update))
          member.close(closeCode.forbidden, 'content from somebody who may not edit');
        return;
      }
      if (stream.isBusy) return this.#enqueue(member, stream, { via, update });
      this.#take(member, stream, { via, update });
      this.#takeQueued(member, stream);
    });
  }

  /** Whether something large is coming in. */
  get isBusy(): boolean {
    return [...this.#streams.values()].some(({ isBusy }) => isBusy);
  }

  #enqueue(member: Member, stream: Stream, { via, update }: ContentFrame): void {
    // A copy, because the update is a view of a network buffer that may be much larger.
    stream.queue.push({ via, update: update.slice() });
    stream.queuedBytes += update.length;
    if (stream.queue.length > wireLimits.updateBurst || stream.queuedBytes > wireLimits.map)
      member.close(closeCode.slowDown, 'too much waits behind a large update');
  }

  #take(member: Member, stream: Stream, frame: ContentFrame): void {
    const { via, update } = frame;
    if (via === 'update' && !stream.held.isEmpty) return this.#hold(member, stream, update);
    if (via === 'step2') stream.isAskedForState = false;
    if (update.length >= largeBytes) return this.#takeApart(member, stream, frame);
    this.#accept(member, frame, this.#room.isBlank(), true);
    this.#afterTaking(stream, via);
  }

  /** What waited for a step 2 comes next, whatever else has been sent meanwhile. */
  #afterTaking(stream: Stream, via: Via): void {
    if (via !== 'step2') return;
    const held = stream.held.takeAll().map((update) => ({ via: 'held' as const, update }));
    stream.queue = [...held, ...stream.queue];
  }

  #takeQueued(member: Member, stream: Stream): void {
    while (!stream.isBusy && this.#streams.get(member) === stream) {
      const next = stream.queue.shift();
      if (!next) break;
      this.#take(member, stream, next);
    }
    if (stream.queue.length === 0) stream.queuedBytes = 0;
  }

  #takeApart(member: Member, stream: Stream, frame: ContentFrame): void {
    stream.isBusy = true;
    this.#room.thread.run('takeApart', [frame.update]).then(
      (taken) => this.#room.whenReady(() => this.#takeLarge(member, stream, frame, taken)),
      (error: unknown) => {
        const isTooMuch = error instanceof ThreadStoppedError;
        member.close(isTooMuch ? closeCode.tooBig : closeCode.draining, messageOf(error));
      },
    );
  }

  #takeLarge(member: Member, stream: Stream, frame: ContentFrame, taken: TakenApart): void {
    const document = this.#room.document();
    if (!document || this.#streams.get(member) !== stream) return;
    if (taken.kind === 'refused') return member.close(refusalCodes[taken.reason], taken.problem);
    const outcome = document.admit(taken.summary, (clientId) => this.#room.ids.mayWriteAs(clientId, member));
    if (outcome) {
      this.#turnAway(member, frame, outcome);
      return this.#done(member, stream, frame.via);
    }
    const progress = { parts: taken.parts, at: 0, isBlank: this.#room.isBlank() };
    if (document.isRepeatedBy(taken.summary)) this.#compareParts(member, stream, frame.via, progress);
    else this.#takeParts(member, stream, frame.via, progress);
  }

  /** Compares what comes with what is here, before any of it comes in: what contradicts it is refused as a whole. */
  #compareParts(member: Member, stream: Stream, via: Via, progress: Progress): void {
    const { parts, at } = progress;
    const part = parts[at];
    const document = this.#room.document();
    if (!document || this.#streams.get(member) !== stream) return;
    if (!part) return this.#takeParts(member, stream, via, { ...progress, at: 0 });
    if (document.contradicts(part)) {
      member.close(closeCode.invalidUpdate, 'contradicts what is stored');
      return this.#done(member, stream, via);
    }
    this.#inTurn(() => this.#compareParts(member, stream, via, { ...progress, at: at + 1 }));
  }

  #takeParts(member: Member, stream: Stream, via: Via, progress: Progress): void {
    const { parts, at, isBlank } = progress;
    const part = parts[at];
    if (this.#streams.get(member) !== stream) return;
    if (!part) return this.#done(member, stream, via);
    // A gap in a part cannot be filled: what the whole needs was there.
    this.#accept(
      member,
      { via: via === 'step2' ? 'step2' : 'held', update: part },
      isBlank,
      at === parts.length - 1,
    );
    this.#inTurn(() => this.#takeParts(member, stream, via, { ...progress, at: at + 1 }));
  }

  /** Goes on once everybody else has had their turn. */
  #inTurn(run: () => void): void {
    setImmediate(() => this.#room.whenReady(run));
  }

  #done(member: Member, stream: Stream, via: Via): void {
    stream.isBusy = false;
    this.#afterTaking(stream, via);
    this.#takeQueued(member, stream);
  }

  #accept(member: Member, frame: ContentFrame, isBlank: boolean, isWhole: boolean): void {
    const { ids } = this.#room;
    const document = this.#room.document();
    if (!document || !this.#streams.has(member)) return;
    const outcome = document.accept(frame.update, (clientId) => ids.mayWriteAs(clientId, member));
    if (outcome.kind !== 'applied') return this.#turnAway(member, frame, outcome);
    const { change, writers, firstSeen } = outcome;
    const [writer] = writers;
    if (frame.via !== 'step2' && writers.length === 1 && writer !== undefined) ids.bind(writer, member);
    // Whoever hands in offline work may pass on what the server has lost; ids that others write under stay theirs.
    const own = frame.via !== 'step2' ? writers : isBlank ? [] : firstSeen;
    this.#room.commit({ from: member, change, isWhole }, ids.keep(own, member));
  }

  #turnAway(
    member: Member,
    { via, update }: ContentFrame,
    outcome: Exclude<Outcome, { readonly kind: 'applied' }>,
  ): void {
    const stream = this.#streams.get(member);
    if (outcome.kind === 'gap' && via === 'update') {
      if (stream) this.#hold(member, stream, update);
    } else if (outcome.kind === 'gap')
      member.close(closeCode.invalidUpdate, 'builds on something that never came');
    else {
      member.close(refusalCodes[outcome.reason], outcome.problem);
      if (outcome.kind === 'spoilt') this.#room.reload();
    }
  }

  #hold(member: Member, stream: Stream, update: Uint8Array): void {
    if (!stream.held.add(update)) member.close(closeCode.slowDown, 'too much waits for what it builds on');
    else if (!stream.isAskedForState) this.askForState(member);
  }
}
