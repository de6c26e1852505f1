import { closeCode, mapsPath, mePath } from '../doc/wire';
import { isMapRole, linkProblems, type LinkProblem, type MapRole } from '../model/access';
import type { MapAccess } from '../model/mapAccess';
import type { ServerAddress } from './rooms';
import { noAnswer, type TicketResult } from './ticketSocket';

/** Why something about access was not done. */
export type AccessProblem =
  /** The server cannot be reached. */
  | 'offline'
  /** One may not, or not any more. */
  | 'forbidden'
  /** What it was about is gone. */
  | 'not-found'
  /** A map keeps at least one owner. */
  | 'last-owner'
  /** The server takes it for wrong. */
  | 'refused';
export type AccessResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: AccessProblem };

/** What a new link is to be. */
export interface NewLink {
  readonly role: MapRole;
  readonly label: string;
  /** ms since 1970; null for no end. */
  readonly expiresAt: number | null;
  /** How many people may come by it; null for any number. */
  readonly uses: number | null;
}

/** One line of a map's audit log. */
export interface AuditLine {
  readonly at: string;
  readonly event: string;
  readonly name: string;
  readonly detail: string;
}

const patienceMs = 8_000;

/** Who may open one map, as its server keeps it. Every failure is a value. */
export class AccessClient {
  readonly #server: ServerAddress;
  readonly #mapUrl: string;

  constructor(server: ServerAddress, mapId: string) {
    this.#server = server;
    this.#mapUrl = `${server.httpUrl}${mapsPath}/${mapId}`;
  }

  /** Comes in by a link, and gets a ticket for the first connection. */
  async redeem(
    secret: string,
  ): Promise<
    | { readonly ok: true; readonly ticket: string }
    | { readonly ok: false; readonly reason: LinkProblem | 'offline' }
  > {
    const response = await this.#ask('POST', `${this.#mapUrl}/tickets`, { secret });
    if (!response || response.status >= 500) return { ok: false, reason: 'offline' };
    const body = (await readBody(response)) as { ticket?: unknown; reason?: unknown } | null;
    if (response.ok && typeof body?.ticket === 'string') return { ok: true, ticket: body.ticket };
    const reason = linkProblems.find((known) => known === body?.reason) ?? 'unknown';
    return { ok: false, reason };
  }

  /** Gets a ticket for one more connection, by the rights one has. */
  async ticket(): Promise<TicketResult> {
    const response = await this.#ask('POST', `${this.#mapUrl}/tickets`);
    if (!response || response.status >= 500) return { ok: false, code: noAnswer };
    if (response.status === 429) return { ok: false, code: closeCode.slowDown };
    const body = (await readBody(response)) as { ticket?: unknown; refused?: unknown } | null;
    if (response.ok && typeof body?.ticket === 'string') return { ok: true, ticket: body.ticket };
    const refused = [closeCode.forbidden, closeCode.noSuchMap].find((code) => code === body?.refused);
    return { ok: false, code: refused ?? noAnswer };
  }

  /** What one may do with the map now; null for nothing. */
  async role(): Promise<AccessResult<MapRole | null>> {
    const response = await this.#ask('GET', this.#mapUrl);
    if (!response || response.status >= 500) return { ok: false, reason: 'offline' };
    const body = (await readBody(response)) as { role?: unknown } | null;
    return { ok: true, value: response.ok && isMapRole(body?.role) ? body.role : null };
  }

  /** Who may do what with it, and until when. */
  async overview(): Promise<AccessResult<MapAccess>> {
    return this.#read<MapAccess>('GET', '/access');
  }

  /** Makes a link. Its secret is known to nobody but the caller. */
  async createLink(link: NewLink): Promise<AccessResult<{ readonly id: string; readonly secret: string }>> {
    return this.#read('POST', '/links', link);
  }

  async revokeLink(id: string): Promise<AccessResult<null>> {
    return this.#read('DELETE', `/links/${id}`);
  }

  async changeRole(person: string, role: MapRole): Promise<AccessResult<null>> {
    return this.#read('PATCH', `/people/${person}`, { role });
  }

  async removePerson(person: string): Promise<AccessResult<null>> {
    return this.#read('DELETE', `/people/${person}`);
  }

  /** From now on the address alone opens nothing. */
  async closeAddress(): Promise<AccessResult<null>> {
    return this.#read('DELETE', '/address');
  }

  /** The audit log, the newest lines first. */
  async audit(): Promise<AccessResult<{ readonly lines: readonly AuditLine[] }>> {
    return this.#read('GET', '/audit');
  }

  /** The audit log as CSV. */
  async auditCsv(): Promise<AccessResult<string>> {
    const response = await this.#ask('GET', `${this.#mapUrl}/audit?format=csv`);
    return response?.ok
      ? { ok: true, value: await response.text() }
      : { ok: false, reason: problemOf(response) };
  }

  /** Lets the owners know that the map was saved as a file here. */
  async noteExported(format: string): Promise<void> {
    await this.#ask('POST', `${this.#mapUrl}/events`, { event: 'exported', detail: format });
  }

  /** Says what one is called, and by which id this browser stamps what it makes. */
  async tellMe(name: string, actor: string): Promise<void> {
    await this.#ask('PUT', `${this.#server.httpUrl}${mePath}`, { name, actor });
  }

  async #read<T>(method: string, path: string, body?: unknown): Promise<AccessResult<T>> {
    const response = await this.#ask(method, `${this.#mapUrl}${path}`, body);
    if (!response?.ok) return { ok: false, reason: problemOf(response) };
    return { ok: true, value: (await readBody(response)) as T };
  }

  async #ask(method: string, url: string, body?: unknown): Promise<Response | null> {
    try {
      return await this.#server.fetch(url, {
        method,
        signal: AbortSignal.timeout(patienceMs),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch {
      return null;
    }
  }
}

function problemOf(response: Response | null): AccessProblem {
  if (!response || response.status >= 500) return 'offline';
  if (response.status === 403) return 'forbidden';
  if (response.status === 404) return 'not-found';
  return response.status === 409 ? 'last-owner' : 'refused';
}

async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
