import type { DocumentWriter } from '../doc/documentWriter';
import { newRecordId } from '../model/ids';
import type { Touchpoint } from '../model/records/touchpoint';
import type { TransitionKind } from '../model/records/transition';
import { defineCommand } from './command';
import { gestureOfNew } from './gestureOfNew';

/** Where a new touchpoint goes, what is known of it, and the one before or after it on the customer's path. */
export interface NewTouchpoint {
  readonly at: number;
  readonly offset: number;
  readonly fields?: Partial<Omit<Touchpoint, 'id' | 'at' | 'offset'>>;
  /** A touchpoint the customer comes from: a transition is made with it. */
  readonly after?: string;
  /** A touchpoint the customer goes on to: a transition is made to it. */
  readonly before?: string;
  readonly transitionKind?: TransitionKind;
}

/** Makes a touchpoint, joined to its neighbours where given, as one step. Returns its id. */
export const createTouchpoint = defineCommand({
  id: 'touchpoint.create',
  run({ document }, { at, offset, fields, after, before, transitionKind = 'next' }: NewTouchpoint) {
    const id = newRecordId(document.entropy);
    const create = (writer: DocumentWriter): string => {
      writer.create('touchpoints', { ...fields, at, offset }, id);
      if (after !== undefined) writer.create('transitions', { from: after, to: id, kind: transitionKind });
      if (before !== undefined) writer.create('transitions', { from: id, to: before, kind: transitionKind });
      return id;
    };
    return document.change('touchpoint.create', create, gestureOfNew(id));
  },
});
