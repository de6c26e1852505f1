import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { createDecoder, readVarUint } from 'lib0/decoding';
import * as Y from 'yjs';
import { closeCode, messageType } from '../../src/doc/wire';
import { backoffMs } from '../../src/sync/backoff';
import { Connection } from '../../src/sync/connection';
import { awarenessFrame } from '../../src/sync/frames';
import { Outbox } from '../../src/sync/outbox';
import { noAnswer, ticketSource, type TicketResult, type TicketSource } from '../../src/sync/ticketSocket';
import { ManualScheduler, seededEntropy, TestPage } from './support/device';
import { FakeServer } from './support/fakeServer';

let server: FakeServer;
let ydoc: Y.Doc;
let awareness: Awareness;
let outbox: Outbox;
let scheduler: ManualScheduler;
let page: TestPage;
let maySend: boolean;
let ticket: ReturnType<TicketSource>;
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  server = new FakeServer();
  ydoc = new Y.Doc();
  awareness = new Awareness(ydoc);
  outbox = new Outbox();
  scheduler = new ManualScheduler();
  page = new TestPage();
  maySend = true;
  ticket = { ok: true, ticket: 'one' };
  connection = new Connection({
    url: server.socketUrl,
    mapId: 'm'.repeat(22),
    ydoc,
    awareness,
    outbox,
    maySend: () => maySend,
    entropy: seededEntropy(),
    scheduler,
    page,
    tickets: () => ticket,
    webSocket: server.webSocket,
    onRole: () => undefined,
    onEpoch: () => undefined,
    onChange: () => undefined,
  });
  ydoc.on('update', (update, origin) => {
    if (origin === null) connection.send(update);
  });
});
afterEach(() => {
  connection.close();
  ydoc.destroy();
  vi.useRealTimers();
});

/** Frames that lie unread on the server, by type. */
function framesOf(type: number): readonly Uint8Array[] {
  return (server.socket?.sent ?? []).filter((frame) => readVarUint(createDecoder(frame)) === type);
}

function join(): void {
  connection.connect();
  server.answer();
  for (let i = 0; i < 4; i++) server.read();
  server.commit();
}

describe('the line to the server', () => {
  it('LOC-50 waits a random time after each failure, longer each time, 30 s at most', () => {
    const entropy = seededEntropy(3);
    const longest = (failures: number): number =>
      Math.max(...Array.from({ length: 300 }, () => backoffMs(entropy, failures)));
    expect(longest(0)).toBeGreaterThan(400);
    expect(longest(0)).toBeLessThanOrEqual(500);
    expect(longest(2)).toBeGreaterThan(1_700);
    expect(longest(2)).toBeLessThanOrEqual(2_000);
    expect(longest(50)).toBeGreaterThan(28_000);
    expect(longest(50)).toBeLessThanOrEqual(30_000);
    const some = new Set(Array.from({ length: 50 }, () => backoffMs(entropy, 6)));
    expect(some.size).toBeGreaterThan(45);
  });

  it('LOC-50 really waits that long', () => {
    server.isUp = false;
    connection.connect();
    const waits: number[] = [];
    const expected = seededEntropy();
    for (let failures = 0; failures < 6; failures++) {
      server.answer();
      expect(connection.state.kind).toBe('offline');
      const refused = server.socket;
      const before = Date.now();
      for (let ms = 0; ms < 31_000 && server.socket === refused; ms++) vi.advanceTimersByTime(1);
      waits.push(Date.now() - before - backoffMs(expected, failures));
    }
    expect(waits.every((extra) => extra >= 0 && extra <= 1)).toBe(true);
  });

  it('LOC-51 tries at once when the network comes back or the page is looked at', () => {
    server.isUp = false;
    connection.connect();
    for (const event of ['online', 'show'] as const) {
      server.answer();
      const refused = server.socket;
      page.emit(event);
      expect(server.socket).not.toBe(refused);
    }
  });

  it('LOC-51 is taken for down when the browser says so, and tried again at once all the same', () => {
    join();
    expect(connection.state).toEqual({ kind: 'connected' });
    const { socket } = server;
    page.emit('offline');
    expect(connection.state.kind).toBe('offline');
    expect(server.socket).not.toBe(socket);
  });

  it('LOC-52 ends for good with the codes that mean it, and can be begun again', () => {
    for (const code of [closeCode.noSuchMap, closeCode.forbidden, closeCode.invalidUpdate]) {
      join();
      server.drop(code);
      expect(connection.state).toEqual({ kind: 'ended', code });
      const { socket } = server;
      page.emit('online');
      vi.advanceTimersByTime(120_000);
      expect(server.socket).toBe(socket);
    }
    join();
    expect(connection.state).toEqual({ kind: 'connected' });
    for (const code of [closeCode.draining, closeCode.slowDown, 1006]) {
      server.drop(code);
      expect(connection.state).toEqual({ kind: 'offline' });
      join();
    }
  });

  it('RIGHT-18 gets another ticket when one is refused, three times in a row, and then says so', () => {
    connection.connect();
    for (let refused = 1; refused < 3; refused++) {
      const { socket } = server;
      server.drop(closeCode.ticketRefused);
      expect(connection.state).toEqual({ kind: 'offline' });
      vi.advanceTimersByTime(31_000);
      expect(server.socket).not.toBe(socket);
    }
    join();
    expect(connection.state).toEqual({ kind: 'connected' });
    for (let refused = 0; refused < 3; refused++) {
      expect(connection.state.kind).not.toBe('ended');
      server.drop(closeCode.ticketRefused);
      vi.advanceTimersByTime(31_000);
    }
    expect(connection.state).toEqual({ kind: 'ended', code: closeCode.ticketRefused });
  });

  it('LOC-67 waits while there is no ticket to be had, loses nothing, and opens each socket with one of its own', async () => {
    for (const code of [noAnswer, closeCode.slowDown] as const) {
      ticket = Promise.resolve({ ok: false, code });
      connection.connect();
      ydoc.getMap('map').set(`while there is none (${code})`, true);
      await vi.advanceTimersByTimeAsync(1);
      expect([connection.state, server.socket]).toEqual([{ kind: 'offline' }, null]);
    }
    ticket = { ok: true, ticket: 'two' };
    await vi.advanceTimersByTimeAsync(31_000);
    server.answer();
    for (let i = 0; i < 4; i++) server.read();
    server.commit();
    expect([connection.state.kind, outbox.waiting]).toEqual(['connected', 0]);
    expect(server.committed.getMap('map').size).toBe(2);
    expect(server.offers).toEqual([['throughline.1', 'ticket.two']]);
    server.drop();
    ticket = { ok: true, ticket: 'three' };
    connection.connect();
    expect(server.offers.at(-1)).toEqual(['throughline.1', 'ticket.three']);
  });

  it('LOC-67 ends as the server says when there is no ticket for one, and opens no socket for one that comes too late', async () => {
    for (const code of [closeCode.noSuchMap, closeCode.forbidden] as const) {
      ticket = Promise.resolve({ ok: false, code });
      connection.connect();
      await vi.advanceTimersByTimeAsync(1);
      expect(connection.state).toEqual({ kind: 'ended', code });
    }
    let give: (result: TicketResult) => void = () => undefined;
    ticket = new Promise((resolve) => (give = resolve));
    connection.connect();
    connection.close();
    give({ ok: true, ticket: 'late' });
    await vi.advanceTimersByTimeAsync(31_000);
    expect(server.socket).toBeNull();
  });

  it('LOC-67 uses the ticket that came with the link first, unless it has become old', async () => {
    const asked: TicketResult = { ok: true, ticket: 'asked' };
    const entropy = seededEntropy();
    const atHand = { ticket: 'at hand', givenAt: entropy.now() };
    const fresh = ticketSource(async () => asked, atHand, entropy);
    expect([fresh(), await fresh()]).toEqual([{ ok: true, ticket: 'at hand' }, asked]);
    entropy.time += 31_000;
    expect(await ticketSource(async () => asked, atHand, entropy)()).toEqual(asked);
  });

  it('LOC-53 sends a burst in few frames, and in all no more than the server takes', () => {
    join();
    for (let i = 0; i < 500; i++) {
      ydoc.getMap('map').set('title', `title ${i}`);
      if (i % 10 === 0) scheduler.advance(1);
    }
    scheduler.advance(20);
    expect(framesOf(messageType.sync).length).toBeLessThanOrEqual(4);
    expect(outbox.waiting).toBe(500);
    for (let i = 0; i < 4; i++) server.read();
    for (let i = 0; i < 4; i++) server.commit();
    expect(outbox.waiting).toBe(0);
    expect(server.committed.getMap('map').get('title')).toBe('title 499');
  });

  it('LOC-54 holds edits back until what was done offline has been handed in', () => {
    ydoc.getMap('map').set('title', 'offline');
    connection.connect();
    ydoc.getMap('map').set('title', 'while connecting');
    server.answer();
    ydoc.getMap('map').set('title', 'connected');
    scheduler.advance(20);
    for (let i = 0; i < 6; i++) server.read();
    for (let i = 0; i < 3; i++) server.commit();
    expect(server.committed.getMap('map').get('title')).toBe('connected');
    expect(outbox.waiting).toBe(0);
  });

  it('LOC-55 receives but sends no content once a newer program has written the map', () => {
    maySend = false;
    ydoc.getMap('map').set('title', 'mine');
    connection.connect();
    server.answer();
    ydoc.getMap('map').set('title', 'mine too');
    scheduler.advance(20);
    for (let i = 0; i < 6; i++) server.read();
    server.commit();
    server.write((committed) => committed.getMap('meta').set('schemaVersion', 99));
    expect(server.committed.getMap('map').get('title')).toBeUndefined();
    expect(ydoc.getMap('meta').get('schemaVersion')).toBe(99);
    expect(outbox.waiting).toBe(2);
  });

  it('LOC-60 shows who is here again at once after reconnecting', () => {
    const other = new Awareness(new Y.Doc());
    other.setLocalState({ name: 'Jon' });
    const frame = awarenessFrame(encodeAwarenessUpdate(other, [other.clientID]));
    join();
    server.socket?.hear(frame);
    expect(awareness.getStates().has(other.clientID)).toBe(true);
    server.drop();
    expect(awareness.getStates().has(other.clientID)).toBe(false);
    join();
    server.socket?.hear(frame);
    expect(awareness.getStates().has(other.clientID)).toBe(true);
    other.destroy();
  });

  it('LOC-56 keeps the line alive when nothing is said', () => {
    join();
    const before = framesOf(messageType.awareness).length;
    for (let second = 0; second < 65; second++) scheduler.advance(1_000);
    expect(framesOf(messageType.awareness).length - before).toBe(3);
  });
});
