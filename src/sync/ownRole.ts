import type { JourneyDocument } from '../doc/journeyDocument';
import { isAtLeast, type MapRole } from '../model/access';
import type { SessionStore } from '../store/session';
import type { AccessClient } from './accessClient';

export interface OwnRoleParts {
  readonly document: JourneyDocument;
  readonly session: SessionStore;
  readonly access: AccessClient | null;
  /** Remembers a role for a start without a network. */
  readonly remember: (role: MapRole) => void;
  /** Connects with what is left of one's rights. */
  readonly connect: () => void;
}

/** What one may do with a shared map in this tab: who may not edit has a document that is locked. */
export class OwnRole {
  readonly #parts: OwnRoleParts;
  #hasAsked = false;
  #isClosed = false;

  constructor(parts: OwnRoleParts) {
    this.#parts = parts;
  }

  /** Applies a role, remembered from the last time; null when none was ever told: then one may edit. */
  apply(role: MapRole | null): void {
    const { document, session } = this.#parts;
    document.lock(role !== null && !isAtLeast(role, 'editor'));
    session.setState({ role });
  }

  /** Takes what the server says one may do. */
  take(role: MapRole): void {
    this.apply(role);
    this.#parts.remember(role);
  }

  /** The server let one in: should rights be taken away later, what is left of them is asked for again. */
  noteConnected(): void {
    this.#hasAsked = false;
  }

  /** What one may do was taken away. What is left of it is asked for once; with nothing left the map can be looked at. */
  async noteForbidden(): Promise<void> {
    if (this.#hasAsked || this.#isClosed) return;
    this.#hasAsked = true;
    const { document, access, connect } = this.#parts;
    document.lock(true);
    const role = (await access?.role()) ?? null;
    if (this.#isClosed || !role?.ok) return;
    this.take(role.value ?? 'viewer');
    if (role.value !== null) connect();
  }

  close(): void {
    this.#isClosed = true;
  }
}
