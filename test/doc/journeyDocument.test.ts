import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { JourneyDocument } from '../../src/doc/journeyDocument';
import { createJourneyDocument, readBundle } from '../../src/doc/seed';
import { schemaVersion } from '../../src/model/kinds';
import type { Touchpoint } from '../../src/model/records/touchpoint';
import { seededEntropy } from '../support/testNetwork';

function newDocument(): JourneyDocument {
  return createJourneyDocument({ entropy: seededEntropy(1), actor: 'me' });
}

function create(document: JourneyDocument, fields: Partial<Omit<Touchpoint, 'id'>>): string {
  const made = document.change('make', (writer) => writer.create('touchpoints', fields));
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

test('DOC-11 a place is one value, so that moving for hours does not make the document grow', () => {
  const document = newDocument();
  const id = create(document, { title: 'Pay', at: 0, offset: 0 });
  const size = document.encode().length;
  for (let i = 1; i <= 500; i++)
    document.change('move', (writer) => writer.update('touchpoints', id, { at: i, offset: i % 2 }));
  document.destroy();
  const copy = new Y.Doc();
  Y.applyUpdate(copy, document.encode());
  expect(Y.encodeStateAsUpdate(copy).length - size).toBeLessThan(60);
});

test('DOC-12 a document from a newer program is read and never changed', () => {
  const document = newDocument();
  document.ydoc.transact(() => document.ydoc.getMap('meta').set('schemaVersion', schemaVersion + 1), {});
  expect(document.isReadOnly).toBe(true);
  expect(document.change('make', (writer) => writer.create('touchpoints', {}))).toEqual({
    ok: false,
    reason: 'read-only',
  });
  expect(document.undo()).toBeNull();
  expect(document.recordsOf('touchpoints').size).toBe(0);
});

test('DOC-13 what a newer program stored beside what this one knows stays and travels along', () => {
  const document = newDocument();
  const id = create(document, { title: 'Pay' });
  (document.recordsOf('touchpoints').get(id) as Y.Map<unknown>).set('mood', { future: true });
  document.change('rename', (writer) => writer.update('touchpoints', id, { title: 'Pay now' }));
  expect(readBundle(document).touchpoints[0]).toMatchObject({ id, title: 'Pay now', mood: { future: true } });
});

test('DOC-14 writing what does not fit the model is refused before anything is written', () => {
  const document = newDocument();
  const id = create(document, { title: 'Pay' });
  expect(() => document.change('bad', (writer) => writer.update('touchpoints', id, { emotion: 7 }))).toThrow(
    /emotion/,
  );
  expect(() => document.change('bad', (writer) => writer.create('touchpoints', {}, '__proto__'))).toThrow(
    /record id/,
  );
  expect(() =>
    document.change('bad', (writer) => writer.create('touchpoints', { size: 3 } as never)),
  ).toThrow(/no field/);
  expect(document.read('touchpoints', id)?.emotion).toBeNull();
});

test('DOC-15 two people adding to one set or list at once both succeed', () => {
  const mine = newDocument();
  const id = create(mine, { channels: ['Web'] });
  const theirs = new JourneyDocument({ entropy: seededEntropy(2), actor: 'you' });
  theirs.applyUpdate(mine.encode());
  mine.change('add', (writer) =>
    writer.update('touchpoints', id, {
      channels: ['Web', 'App'],
      pains: [{ id: 'p', order: 'V', text: 'slow' }],
    }),
  );
  theirs.change('add', (writer) =>
    writer.update('touchpoints', id, {
      channels: ['Store', 'Web'],
      pains: [{ id: 'q', order: 'V', text: 'dear' }],
    }),
  );
  theirs.applyUpdate(mine.encode());
  mine.applyUpdate(theirs.encode());
  expect(mine.read('touchpoints', id)?.channels).toEqual(['App', 'Store', 'Web']);
  expect(mine.read('touchpoints', id)?.pains.map(({ text }) => text)).toEqual(['slow', 'dear']);
  expect(theirs.readTables()).toEqual(mine.readTables());
});

test('DOC-16 steps of one gesture are one step of undo', () => {
  const document = newDocument();
  const id = create(document, { title: '', description: '' });
  for (const title of ['P', 'Pa', 'Pay']) {
    document.change(
      'rename',
      (writer) => writer.update('touchpoints', id, { title, description: title }),
      'typing-1',
    );
  }
  expect(document.read('touchpoints', id)).toMatchObject({ title: 'Pay', description: 'Pay' });
  document.undo();
  expect(document.read('touchpoints', id)).toMatchObject({ title: '', description: '' });
  document.redo();
  expect(document.read('touchpoints', id)).toMatchObject({ title: 'Pay', description: 'Pay' });
});

test('DOC-16 what is made and taken away in one gesture is no step of undo', () => {
  const document = newDocument();
  const kept = create(document, { title: 'Pay' });
  document.change('make', (writer) => writer.create('touchpoints', {}, 'fresh'), 'new fresh');
  document.change('remove', (writer) => writer.remove('touchpoints', 'fresh'), 'new fresh');
  document.undo();
  expect(document.read('touchpoints', kept)?.deletedAt).not.toBeNull();
});

test('DOC-17 a change is told once, with the ids it touched and whether it came from somebody else', () => {
  const document = newDocument();
  const told: unknown[] = [];
  document.observe(({ records, map, foreign }) =>
    told.push([Object.fromEntries([...records].map(([k, v]) => [k, v.size])), map, foreign]),
  );
  document.change('make', (writer) => {
    writer.create('systems', { name: 'CRM' });
    writer.create('touchpoints', { title: 'Pay' });
    writer.updateMap({ title: 'Journey' });
  });
  const other = newDocument();
  other.change('make', (writer) => writer.create('stages', { name: 'Buy' }));
  document.applyUpdate(other.encode());
  expect(told[0]).toEqual([{ touchpoints: 1, systems: 1 }, true, false]);
  expect(told[1]).toEqual([{ stages: 1 }, true, true]);
});
