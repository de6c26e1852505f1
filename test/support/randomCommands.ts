import * as fc from 'fast-check';
import { assignRole } from '../../src/commands/assignRole';
import { attachSystem } from '../../src/commands/attachSystem';
import type { CommandContext } from '../../src/commands/command';
import { connectTouchpoints } from '../../src/commands/connectTouchpoints';
import { createDataFlow } from '../../src/commands/createDataFlow';
import { createNamed } from '../../src/commands/createNamed';
import { createStage } from '../../src/commands/createStage';
import { createTouchpoint } from '../../src/commands/createTouchpoint';
import { deleteRecords } from '../../src/commands/deleteRecords';
import { detachSystem } from '../../src/commands/detachSystem';
import { duplicateRecords } from '../../src/commands/duplicateRecords';
import { addListItem, removeListItem, updateListItem } from '../../src/commands/listItems';
import { moveStage } from '../../src/commands/moveStage';
import { moveTouchpoints } from '../../src/commands/moveTouchpoints';
import { restoreRecords } from '../../src/commands/restoreRecords';
import { redo, undo } from '../../src/commands/undoRedo';
import { unassignRole } from '../../src/commands/unassignRole';
import { updateMap } from '../../src/commands/updateMap';
import { updateRecord } from '../../src/commands/updateRecord';
import { kinds } from '../../src/model/kinds';

/** A command to be run by whoever the test chooses; numbers pick among what that client sees at that moment. */
export interface RandomCommand {
  readonly name: string;
  readonly a: number;
  readonly b: number;
  readonly text: string;
}

function pick<T>(all: readonly T[], index: number): T | undefined {
  return all.length === 0 ? undefined : all[index % all.length];
}

/** Ids of what can be picked, or one that does not exist. */
function id(all: readonly { readonly id: string }[], index: number): string {
  return pick(all, index)?.id ?? 'nobody';
}

type Run = (context: CommandContext, command: RandomCommand) => unknown;

const runs: Readonly<Record<string, Run>> = {
  createTouchpoint: (c, { a, b, text }) =>
    createTouchpoint.run(c, { at: a, offset: b % 3, fields: { title: text, description: text } }),
  createNext: (c, { a, text }) => {
    const after = pick(c.journey().touchpoints.all, a);
    return createTouchpoint.run(c, {
      at: a + 1,
      offset: 0,
      fields: { title: text },
      ...(after ? { after: after.id } : {}),
    });
  },
  rename: (c, { a, text }) =>
    updateRecord.run(c, {
      kind: 'touchpoints',
      id: id(c.journey().touchpoints.all, a),
      patch: { title: text },
    }),
  describe: (c, { a, text }) =>
    updateRecord.run(c, {
      kind: 'touchpoints',
      id: id(c.journey().touchpoints.all, a),
      patch: { description: text },
    }),
  channels: (c, { a, b, text }) =>
    updateRecord.run(c, {
      kind: 'touchpoints',
      id: id(c.journey().touchpoints.all, a),
      patch: { channels: ['Web', 'Store', text].slice(0, b % 4) },
    }),
  move: (c, { a, b }) =>
    moveTouchpoints.run(c, { moves: [{ id: id(c.journey().touchpoints.all, a), at: b / 3, offset: b % 4 }] }),
  connect: (c, { a, b }) =>
    connectTouchpoints.run(c, {
      from: id(c.journey().touchpoints.all, a),
      to: id(c.journey().touchpoints.all, b),
    }),
  stage: (c, { a, b, text }) => createStage.run(c, { start: a, end: b, name: text }),
  moveStage: (c, { a, b }) => moveStage.run(c, { id: id(c.journey().stages.all, a), start: b, end: a }),
  attach: (c, { a, text }) =>
    attachSystem.run(c, { touchpoint: id(c.journey().touchpoints.all, a), name: text || 'CRM' }),
  detach: (c, { a }) => {
    const usage = pick(c.journey().usages.all, a);
    return detachSystem.run(c, { touchpoint: usage?.touchpoint ?? '', system: usage?.system ?? '' });
  },
  flow: (c, { a, b }) =>
    createDataFlow.run(c, { from: id(c.journey().systems.all, a), to: id(c.journey().systems.all, b) }),
  own: (c, { a, text }) =>
    assignRole.run(c, {
      subject: id(c.journey().touchpoints.all, a),
      role: 'accountable',
      name: text || 'CRM team',
      replace: a % 2 === 0,
    }),
  disown: (c, { a }) => {
    const one = pick(c.journey().assignments.all, a);
    return unassignRole.run(c, {
      subject: one?.subject ?? '',
      party: one?.party ?? '',
      role: one?.role ?? 'accountable',
    });
  },
  persona: (c, { text }) => createNamed.run(c, { kind: 'personas', name: text }),
  pain: (c, { a, text }) =>
    addListItem.run(c, {
      kind: 'touchpoints',
      id: id(c.journey().touchpoints.all, a),
      field: 'pains',
      item: { text },
    }),
  changePain: (c, { a, text }) => {
    const touchpoint = c.journey().touchpoints.all.find(({ pains }) => pains.length > 0);
    const place = { kind: 'touchpoints' as const, id: touchpoint?.id ?? '', field: 'pains' };
    return updateListItem.run(c, {
      ...place,
      item: pick(touchpoint?.pains ?? [], a)?.id ?? '',
      patch: { text },
    });
  },
  removePain: (c, { a }) => {
    const touchpoint = c.journey().touchpoints.all.find(({ pains }) => pains.length > 0);
    const place = { kind: 'touchpoints' as const, id: touchpoint?.id ?? '', field: 'pains' };
    return removeListItem.run(c, { ...place, item: pick(touchpoint?.pains ?? [], a)?.id ?? '' });
  },
  title: (c, { text }) => updateMap.run(c, { patch: { title: text, description: text } }),
  remove: (c, { a, b }) => {
    const kind = pick(kinds, a) ?? 'touchpoints';
    return deleteRecords.run(c, { records: [{ kind, id: id(c.journey()[kind].all, b) }] });
  },
  removeTouchpoint: (c, { b }) =>
    deleteRecords.run(c, { records: [{ kind: 'touchpoints', id: id(c.journey().touchpoints.all, b) }] }),
  restore: (c, { a }) => {
    const deleted = kinds.flatMap((kind) =>
      [...c.journey().tables[kind].values()]
        .filter((r) => r.deletedAt !== null)
        .map((r) => ({ kind, id: r.id })),
    );
    const record = pick(deleted, a);
    return restoreRecords.run(c, { records: record ? [record] : [] });
  },
  duplicate: (c, { a }) =>
    duplicateRecords.run(c, {
      records: [{ kind: 'touchpoints', id: id(c.journey().touchpoints.all, a) }],
      by: { at: 0.5, offset: 1 },
    }),
  undo: (c) => undo.run(c),
  redo: (c) => redo.run(c),
};

/** Runs a random command; commands that find nothing to work on say so and change nothing. */
export function runRandomCommand(context: CommandContext, command: RandomCommand): unknown {
  return runs[command.name]?.(context, command);
}

const edits = Object.keys(runs).filter((name) => name !== 'undo' && name !== 'redo');

/** Random commands; without undo and redo when asked. */
export function randomCommand(options: { readonly history: boolean }): fc.Arbitrary<RandomCommand> {
  const names = options.history ? [...edits, 'undo', 'undo', 'undo', 'redo', 'redo'] : edits;
  return fc.record({
    name: fc.constantFrom(...names),
    a: fc.nat(50),
    b: fc.nat(50),
    text: fc.oneof(
      fc.constantFrom('Pay', 'Web shop', 'CRM', '', '👩🏽‍💻 größer'),
      fc.string({ maxLength: 12, unit: 'grapheme' }),
    ),
  });
}
