import * as Y from 'yjs';
import { kinds } from '../model/kinds';
import { applyTextDiff } from './textDiff';
import { DocumentWriter, tombstoneKey, type KeyChange } from './documentWriter';
import type { JourneyDocument, RecordPlace } from './journeyDocument';
import { origins, ownMark, type Origin } from './origins';
import { mapRoot } from './wire';

/** What undo and redo would do: the labels of the steps, or null. */
export interface HistoryState {
  readonly undo: string | null;
  readonly redo: string | null;
}

interface Step {
  readonly label: string;
  readonly gesture: string | undefined;
  changes: readonly KeyChange[];
  /** Length of the text undo manager's stack with this step's typing on top; null when it typed nothing. */
  textDepth: number | null;
  /** Moment of the last own change in this step, on the counter that also stamps foreign changes. */
  stamp: number;
}

/** How many steps are remembered. */
const maxSteps = 500;

/**
 * This person's undo. Two techniques, because one is not enough:
 * - fields: the keys a step wrote are put back, except those somebody else wrote since. A created record is not removed
 *   but marked deleted, and not even that once somebody else wrote in it or refers to it.
 * - long texts: Yjs' own undo manager, which takes back exactly one's own letters.
 * Hard removal through Yjs' undo manager alone would take a colleague's fields away with a record (decision 0002).
 */
export class History {
  readonly #document: JourneyDocument;
  readonly #texts: Y.UndoManager;
  #undoSteps: Step[] = [];
  #redoSteps: Step[] = [];
  #clock = 0;
  /** Stamp of the last foreign write, by place and key. */
  readonly #foreignKeys = new Map<string, number>();
  /** Stamp of the last foreign write in a record, or of a foreign reference to it, by id. */
  readonly #foreignRecords = new Map<string, number>();

  constructor(document: JourneyDocument) {
    this.#document = document;
    const roots = [...kinds, mapRoot].map((root) => document.ydoc.getMap(root));
    this.#texts = new Y.UndoManager(roots, {
      trackedOrigins: new Set([origins.text]),
      // One gesture is one step; where a gesture ends is said by `record`, not by a timer.
      captureTimeout: Number.MAX_SAFE_INTEGER,
      doc: document.ydoc,
    });
    Object.assign(this.#texts, { [ownMark]: true });
  }

  get state(): HistoryState {
    return { undo: this.#undoSteps.at(-1)?.label ?? null, redo: this.#redoSteps.at(-1)?.label ?? null };
  }

  /** Runs a change in one transaction and remembers it as one step, or as part of the last one of the same gesture. */
  record<T>(label: string, write: (writer: DocumentWriter) => T, gesture: string | undefined): T {
    const writer = new DocumentWriter(this.#document);
    const value = this.#document.ydoc.transact(() => write(writer), origins.edit);
    const last = this.#undoSteps.at(-1);
    const continues = gesture !== undefined && last?.gesture === gesture && this.#redoSteps.length === 0;
    const changes = [...writer.created.map((place) => createdChange(place)), ...writer.changes];
    const typed = this.#type(writer, continues && last.textDepth !== null);
    if (changes.length === 0 && !typed) return value;
    const stamp = ++this.#clock;
    const textDepth = typed ? this.#texts.undoStack.length : null;
    if (continues) {
      last.changes = [...last.changes, ...changes];
      last.stamp = stamp;
      last.textDepth = textDepth ?? last.textDepth;
      // Made and taken away again in one gesture: there is nothing that undo could bring back.
      if (last.textDepth === null && this.#isNothing(last.changes)) this.#undoSteps.pop();
    } else {
      this.#undoSteps.push({ label, gesture, changes, textDepth, stamp });
      if (this.#undoSteps.length > maxSteps) this.#undoSteps.shift();
      this.#redoSteps = [];
    }
    return value;
  }

  undo(): string | null {
    const step = this.#undoSteps.pop();
    if (!step) return null;
    if (step.textDepth !== null && this.#texts.undoStack.length >= step.textDepth) this.#texts.undo();
    this.#redoSteps.push({ ...this.#revert(step, origins.undo), textDepth: step.textDepth });
    this.#forgetWhenIdle();
    return step.label;
  }

  redo(): string | null {
    const step = this.#redoSteps.pop();
    if (!step) return null;
    if (step.textDepth !== null) this.#texts.redo();
    this.#undoSteps.push({ ...this.#revert(step, origins.redo), textDepth: step.textDepth });
    return step.label;
  }

  /** Forgets all steps, and what they would have put back. */
  forget(): void {
    this.#undoSteps = [];
    this.#redoSteps = [];
    this.#texts.clear();
    this.#forgetWhenIdle();
  }

  /** Remembers that somebody else wrote, so that undo spares it. Called for every event of a foreign transaction. */
  noteForeign(root: string, event: Y.YEvent<Y.AbstractType<unknown>>): void {
    if (this.#undoSteps.length === 0 && this.#redoSteps.length === 0) return;
    const stamp = ++this.#clock;
    const id = event.path.length === 0 ? null : String(event.path[0]);
    const isRecord = root === mapRoot ? event.path.length === 0 : event.path.length === 1;
    if (id !== null) this.#foreignRecords.set(id, stamp);
    if (event instanceof Y.YMapEvent && isRecord) {
      for (const key of event.keysChanged as Set<string>) {
        this.#foreignKeys.set(`${root} ${id ?? ''} ${key}`, stamp);
        this.#noteReference(key, (event.target as Y.Map<unknown>).get(key), stamp);
      }
    } else if (event instanceof Y.YMapEvent && event.path.length === 0) {
      for (const created of event.keysChanged as Set<string>) {
        const record = (event.target as Y.Map<unknown>).get(created);
        this.#foreignRecords.set(created, stamp);
        if (record instanceof Y.Map)
          for (const [key, value] of record.entries()) this.#noteReference(key, value, stamp);
      }
    }
  }

  destroy(): void {
    this.#texts.destroy();
  }

  /** A value or a set member may name a record; a record that others refer to is not deleted by undo. */
  #noteReference(key: string, value: unknown, stamp: number): void {
    if (typeof value === 'string' && value.length <= 128) this.#foreignRecords.set(value, stamp);
    const cut = key.indexOf('/');
    if (cut > 0) this.#foreignRecords.set(key.slice(cut + 1), stamp);
  }

  /** Whether all a step did was to make records that are deleted again. */
  #isNothing(changes: readonly KeyChange[]): boolean {
    const made = new Set(changes.filter(({ before }) => before === createdHere).map(({ place }) => place.id));
    const isGone = (place: RecordPlace): boolean =>
      this.#document.recordMap(place)?.has(tombstoneKey) === true;
    return made.size > 0 && changes.every(({ place }) => made.has(place.id) && isGone(place));
  }

  #type(writer: DocumentWriter, continues: boolean): boolean {
    if (writer.texts.length === 0) return false;
    if (!continues) this.#texts.stopCapturing();
    this.#document.ydoc.transact(() => {
      for (const { text, value } of writer.texts) applyTextDiff(text, value);
    }, origins.text);
    return true;
  }

  /** Puts a step's keys back and returns the step that would do it again. */
  #revert(step: Step, origin: Origin): Step {
    const writer = new DocumentWriter(this.#document);
    this.#document.ydoc.transact(() => {
      for (const change of [...step.changes].reverse())
        if (this.#mayRevert(change, step.stamp)) this.#put(writer, change);
    }, origin);
    return {
      label: step.label,
      gesture: undefined,
      changes: writer.changes,
      textDepth: null,
      stamp: ++this.#clock,
    };
  }

  #put(writer: DocumentWriter, { place, key, before }: KeyChange): void {
    const tombstone = [this.#document.entropy.now(), this.#document.actor];
    writer.write(place, key, before === createdHere ? tombstone : before);
  }

  #mayRevert({ place, key, before }: KeyChange, since: number): boolean {
    if ((this.#foreignKeys.get(keyId(place, key)) ?? 0) > since) return false;
    const deletes = key === tombstoneKey && before !== undefined;
    return !deletes || (this.#foreignRecords.get(place.id) ?? 0) <= since;
  }

  #forgetWhenIdle(): void {
    if (this.#undoSteps.length > 0 || this.#redoSteps.length > 0) return;
    this.#foreignKeys.clear();
    this.#foreignRecords.clear();
  }
}

function keyId(place: RecordPlace, key: string): string {
  return `${place.kind} ${place.kind === mapRoot ? '' : place.id} ${key}`;
}

/** Stands for “what was here before” of a record that did not exist: putting that back marks it deleted. */
const createdHere: unique symbol = Symbol('created');

function createdChange(place: RecordPlace): KeyChange {
  return { place, key: tombstoneKey, before: createdHere, after: undefined };
}
