import type { StoredTicket, TicketStore } from './ticketStore';

/** Tickets that are kept at most; the oldest go first. One address gets fewer than this in a ticket's life. */
const mostTickets = 10_000;

/**
 * Tickets beside the embedded store, in memory: that store belongs to one process, whose end costs nobody more than asking
 * once more. On disk each connection would wait for two commits.
 */
export class EmbeddedTicketStore implements TicketStore {
  /** In the order they were given out, which is the order they end in. */
  readonly #tickets = new Map<string, StoredTicket>();

  async put(hash: string, ticket: StoredTicket, at: number): Promise<void> {
    this.#tickets.set(hash, ticket);
    for (const [oldest, { expiresAt }] of this.#tickets) {
      if (expiresAt > at && this.#tickets.size <= mostTickets) break;
      this.#tickets.delete(oldest);
    }
  }

  async take(hash: string): Promise<StoredTicket | null> {
    const ticket = this.#tickets.get(hash) ?? null;
    this.#tickets.delete(hash);
    return ticket;
  }
}
