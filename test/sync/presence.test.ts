import { beforeEach, describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { wireLimits } from '../../src/doc/wire';
import { createSessionStore } from '../../src/store/session';
import { parseIdentity, readActor, readIdentity, writeIdentity } from '../../src/sync/identity';
import { parsePeer, PeerReader } from '../../src/sync/peers';
import { Presence } from '../../src/sync/presence';
import { memoryStorage } from '../support/memoryStorage';
import { ManualScheduler, mira, seededEntropy, TestPage } from './support/device';

function setUp() {
  const awareness = new Awareness(new Y.Doc());
  const session = createSessionStore(mira);
  const scheduler = new ManualScheduler();
  const page = new TestPage();
  const told: unknown[] = [];
  const presence = new Presence(awareness, session, scheduler, page);
  awareness.on('update', () => told.push(awareness.getLocalState()));
  return { awareness, session, scheduler, page, told, presence };
}

describe('what one tells the others', () => {
  let parts: ReturnType<typeof setUp>;
  beforeEach(() => {
    parts = setUp();
  });

  it('LOC-61 is at most 20 times a second, and the last place is always told', () => {
    const { presence, scheduler, told } = parts;
    scheduler.advance(50);
    for (let i = 0; i < 100; i++) {
      presence.cursor({ x: i, y: 0 });
      scheduler.advance(10);
    }
    scheduler.advance(50);
    expect(told.length).toBeLessThanOrEqual(21);
    expect(told.length).toBeGreaterThanOrEqual(19);
    expect(told.at(-1)).toMatchObject({ cursor: { x: 99, y: 0 } });
  });

  it('LOC-61 is nothing about a pointer once the page is hidden', () => {
    const { presence, page, told } = parts;
    presence.selection(['t1']);
    presence.cursor({ x: 1, y: 1 });
    presence.drag([{ id: 't1', at: 1, offset: 0 }]);
    presence.editing('t1');
    page.emit('hide');
    expect(told.at(-1)).toMatchObject({
      selection: ['t1'],
      cursor: null,
      drag: [],
      editing: null,
      name: 'Mira',
    });
  });

  it('LOC-62 stays below what the server takes, however much is selected and dragged', () => {
    const { presence, scheduler, awareness } = parts;
    const ids = Array.from({ length: 500 }, (_, i) => `touchpoint${String(i).padStart(4, '0')}`);
    presence.selection(ids);
    presence.drag(ids.map((id) => ({ id, at: 1234.5678901, offset: -0.123456789 })));
    scheduler.advance(100);
    expect(JSON.stringify(awareness.getLocalState()).length).toBeLessThan(wireLimits.awareness);
  });
});

describe('who is here', () => {
  it('LOC-63 reads leniently and refuses nonsense', () => {
    expect(
      parsePeer(7, { name: 'Jon', function: 'it', cursor: { x: 1, y: 2 }, selection: ['a', 'b'] }),
    ).toEqual({
      id: 7,
      name: 'Jon',
      function: 'it',
      cursor: { x: 1, y: 2 },
      selection: ['a', 'b'],
      drag: [],
      editing: null,
    });
    expect(
      parsePeer(7, {
        name: ' J\u202Eon ',
        function: 'king',
        cursor: { x: 'a' },
        selection: [1],
        drag: 'x',
        editing: {},
      }),
    ).toEqual({
      id: 7,
      name: 'Jon',
      function: 'other',
      cursor: null,
      selection: [],
      drag: [],
      editing: null,
    });
    for (const nobody of [null, 'Jon', [], {}, { name: '' }, { name: 5 }])
      expect(parsePeer(7, nobody)).toBeNull();
    expect(parsePeer(7, { name: 'x'.repeat(5_000) })?.name).toHaveLength(80);
  });

  it('LOC-64 keeps the identity of who did not change, through heartbeats too', () => {
    const reader = new PeerReader();
    const jon = { name: 'Jon', function: 'it', selection: ['a'] };
    const first = reader.read(
      new Map<number, unknown>([
        [1, jon],
        [2, { name: 'Ida' }],
        [9, { name: 'me' }],
      ]),
      new Set([9]),
    );
    expect(first.map(({ name }) => name)).toEqual(['Jon', 'Ida']);
    const heartbeat = reader.read(
      new Map<number, unknown>([
        [1, { ...jon }],
        [2, { name: 'Ida' }],
        [9, {}],
      ]),
      new Set([9]),
    );
    expect(heartbeat).toBe(first);
    const moved = reader.read(
      new Map<number, unknown>([
        [1, { ...jon }],
        [2, { name: 'Ida', editing: 'a' }],
      ]),
      new Set([9]),
    );
    expect(moved).not.toBe(first);
    expect(moved[0]).toBe(first[0]);
    expect(moved[1]).not.toBe(first[1]);
  });

  it('LOC-64 shows others in the session, once a picture', () => {
    const { awareness, session, scheduler } = setUp();
    const other = new Awareness(new Y.Doc());
    for (let x = 0; x < 5; x++) {
      other.setLocalState({ name: 'Jon', function: 'it', cursor: { x, y: 0 } });
      applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), 'test');
    }
    let shown = 0;
    session.subscribe(() => shown++);
    scheduler.advance(16);
    expect(shown).toBe(1);
    expect(session.getState().peers).toMatchObject([{ name: 'Jon', cursor: { x: 4, y: 0 } }]);
    other.destroy();
    awareness.destroy();
  });
});

describe('who works in this browser', () => {
  it('LOC-65 is remembered, and nobody until they say so', () => {
    const storage = memoryStorage();
    expect(readIdentity(storage)).toBeNull();
    expect(writeIdentity(storage, mira)).toBe(true);
    expect(readIdentity(storage)).toEqual(mira);
    const actor = readActor(storage, seededEntropy(1));
    expect(readActor(storage, seededEntropy(2))).toBe(actor);
    storage.setItem('throughline.me', '{');
    expect(readIdentity(storage)).toBeNull();
  });

  it('LOC-65 works where the browser remembers nothing', () => {
    const refuse = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    const storage = { getItem: refuse, setItem: refuse };
    expect(readIdentity(storage)).toBeNull();
    expect(writeIdentity(storage, mira)).toBe(false);
    expect(readActor(storage, seededEntropy(1))).toMatch(/^\w{12}$/);
    expect(parseIdentity({ name: 'Mira', function: 'marketing' })).toEqual(mira);
  });
});
