import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { ticketProtocol } from '../../server/support/tickets';
import { redeemLink } from '../../e2e/support/mapActions';
import { syncPath } from '../../../src/doc/wire';

/** Somebody else in the room, with a document and without a screen. */
export interface Colleague {
  /** Renames a touchpoint. */
  rename(touchpoint: string, title: string): void;
  leave(): void;
}

/**
 * Joins a shared map by its link as a second client and waits until it has all of it.
 * @param touchpoints how many there are: a large map arrives in parts
 */
export async function joinAsColleague(link: string, touchpoints: number): Promise<Colleague> {
  const cookie = await redeemLink(link);
  const { origin, pathname } = new URL(link);
  const mapId = pathname.split('/').at(-1) ?? '';
  const ydoc = new Y.Doc();
  const provider = new WebsocketProvider(origin.replace('http', 'ws') + syncPath, mapId, ydoc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    protocols: [await ticketProtocol({ url: origin }, mapId, cookie)],
    disableBc: true,
  });
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (ydoc.getMap('touchpoints').size >= touchpoints) resolve();
      else ydoc.once('update', look);
    };
    look();
  });
  return {
    rename(touchpoint, title) {
      const record = ydoc.getMap('touchpoints').get(touchpoint);
      if (!(record instanceof Y.Map)) throw new Error('The colleague does not have this touchpoint.');
      record.set('title', title);
    },
    leave() {
      provider.destroy();
      ydoc.destroy();
    },
  };
}
