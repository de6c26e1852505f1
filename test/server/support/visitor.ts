import { mapsPath, subprotocol, ticketProtocolPrefix } from '../../../src/doc/wire';
import type { MapRole } from '../../../src/model/access';
import type { MapAccess } from '../../../src/model/mapAccess';
import { newMapId, systemEntropy } from '../../../src/model/ids';
import { CookieJar } from '../../support/cookieJar';
import { RawClient } from './rawClient';

/** A browser of its own at a server: its cookies, its requests, its sockets. */
export class Visitor {
  readonly jar: CookieJar;
  readonly #server: { readonly url: string };

  /** @param jar cookies of a browser that was at another server before */
  constructor(server: { readonly url: string }, jar = new CookieJar()) {
    this.#server = server;
    this.jar = jar;
  }

  /** Asks the API; `body` travels as JSON. */
  async ask(method: string, path: string, body?: unknown): Promise<Response> {
    return this.jar.fetch(`${this.#server.url}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** Asks about one map. */
  async askMap(method: string, mapId: string, path = '', body?: unknown): Promise<Response> {
    return this.ask(method, `${mapsPath}/${mapId}${path}`, body);
  }

  /** Shares a new map, which makes this browser its owner. */
  async shareMap(): Promise<string> {
    const mapId = newMapId(systemEntropy);
    await expectOk(await this.askMap('PUT', mapId));
    return mapId;
  }

  async createLink(
    mapId: string,
    role: MapRole,
    more: { readonly label?: string; readonly uses?: number; readonly expiresAt?: number } = {},
  ): Promise<{ readonly id: string; readonly secret: string }> {
    const made = await expectOk(await this.askMap('POST', mapId, '/links', { role, ...more }));
    return (await made.json()) as { id: string; secret: string };
  }

  async redeem(mapId: string, secret: string): Promise<Response> {
    return this.askMap('POST', mapId, '/tickets', { secret });
  }

  /** Asks for a ticket. */
  async ticket(mapId: string): Promise<{ readonly ticket?: string; readonly refused?: number }> {
    const response = await expectOk(await this.askMap('POST', mapId, '/tickets'));
    return (await response.json()) as { ticket?: string; refused?: number };
  }

  async overview(mapId: string): Promise<MapAccess> {
    return (await (await expectOk(await this.askMap('GET', mapId, '/access'))).json()) as MapAccess;
  }

  /** Opens a socket to a map with a ticket of one's own, and takes in the state. */
  async connect(mapId: string, protocols: string[] = [subprotocol]): Promise<RawClient> {
    const { ticket, refused } = await this.ticket(mapId);
    if (ticket === undefined) throw new Error(`there is no ticket: ${refused}`);
    return this.connectWith(mapId, ticket, protocols).synced();
  }

  /** Opens a socket with a given ticket, or without one. */
  connectWith(mapId: string, ticket: string | null, protocols: string[] = [subprotocol]): RawClient {
    const { header: cookie } = this.jar;
    const offered = ticket === null ? protocols : [...protocols, ticketProtocolPrefix + ticket];
    return new RawClient(this.#server, mapId, offered, cookie === '' ? {} : { headers: { cookie } });
  }
}

/** Somebody who came to a map by a link of its owner. */
export async function guestOf(
  owner: Visitor,
  server: { readonly url: string },
  mapId: string,
  role: MapRole,
): Promise<Visitor> {
  const { secret } = await owner.createLink(mapId, role, role === 'owner' ? ownerLink() : {});
  const guest = new Visitor(server);
  await expectOk(await guest.redeem(mapId, secret));
  return guest;
}

function ownerLink(): { readonly uses: number; readonly expiresAt: number } {
  return { uses: 1, expiresAt: Date.now() + 60_000 };
}

async function expectOk(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`the server answered ${response.status}: ${await response.text()}`);
  return response;
}
