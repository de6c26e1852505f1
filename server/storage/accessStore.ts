import type { AuditEvent } from '../../src/doc/wire';
import type { LinkProblem, MapRole } from '../../src/model/access';

/** A link as it is stored. Its secret is not: only a hash of it, and that never leaves the store. */
export interface StoredLink {
  readonly id: string;
  readonly role: MapRole;
  readonly label: string;
  /** ms since 1970; null for no end. */
  readonly expiresAt: number | null;
  /** How many more people may come by it; null for any number. */
  readonly usesLeft: number | null;
  /** How many people have come by it. */
  readonly used: number;
  /** Principal who made it. */
  readonly createdBy: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

/** What somebody was given. By a link it lasts as long as the link; given in person (`link` null) until it is taken. */
export interface Grant {
  readonly principal: string;
  readonly role: MapRole;
  readonly link: string | null;
  readonly grantedAt: number;
  /** When an owner took it away. Kept, so that the person is told so instead of “no such map”. */
  readonly endedAt: number | null;
  /** The link's own end and revocation; null without. */
  readonly linkExpiresAt: number | null;
  readonly linkRevokedAt: number | null;
}

export type Redemption =
  | { readonly ok: true; readonly role: MapRole; readonly link: string; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: Exclude<LinkProblem, 'slow-down'> };

/** Somebody the server knows, by an opaque principal: a browser, or an account. */
export interface Person {
  readonly principal: string;
  /** What they call themselves (guests) or are called by the sign-in service. */
  readonly name: string;
  /** The id their browser stamps on what they make; null until told. */
  readonly actor: string | null;
  /** Whether they have signed in. */
  readonly account: boolean;
}

/** One line of a map's audit log. No content, no secrets, no addresses. */
export interface AuditEntry {
  readonly at: number;
  readonly event: AuditEvent;
  /** Principal who did it; null for the server itself. */
  readonly principal: string | null;
  /** Their name at the time. */
  readonly name: string;
  /** What it was done to: a link's label, a person's name, a role. */
  readonly detail: string;
}

/** Tables and columns that hold what people wrote, in both stores. */
export const writtenByPeople = [
  ['people', 'name'],
  ['links', 'label'],
  ['audit', 'name'],
  ['audit', 'detail'],
] as const;

export type RoleChange = 'changed' | 'not-found' | 'last-owner';

/**
 * Who may do what with which map. Every method that decides something decides it in one transaction, so that several
 * processes may share one store. A map that has no row of access was made before there was any: see RIGHT-7.
 */
export interface AccessStore {
  /**
   * Makes a principal the first owner of a map that has none.
   *
   * @param addressRole what whoever knows the address may do; null for nothing
   */
  claim(
    mapId: string,
    principal: string,
    addressRole: MapRole | null,
    at: number,
  ): Promise<'claimed' | 'taken'>;
  /** What whoever knows the address may do; undefined when the map has no row of access. */
  addressRole(mapId: string): Promise<MapRole | null | undefined>;
  setAddressRole(mapId: string, role: MapRole | null): Promise<void>;
  addLink(mapId: string, link: StoredLink, secretHash: string): Promise<void>;
  /** All links of a map, revoked ones too, newest first. */
  links(mapId: string): Promise<readonly StoredLink[]>;
  /** False when there is no such link or it was revoked before. */
  revokeLink(mapId: string, linkId: string, at: number): Promise<boolean>;
  /** Lets somebody in by a link. Coming again by the same link takes no further use of it. */
  redeem(mapId: string, secretHash: string, principal: string, at: number): Promise<Redemption>;
  /** Everybody who was ever given something, ended grants too. */
  grants(mapId: string): Promise<readonly Grant[]>;
  grantsOf(mapId: string, principals: readonly string[]): Promise<readonly Grant[]>;
  /** Gives somebody who has a grant another role, in person from then on. A map keeps at least one owner. */
  setRole(mapId: string, principal: string, role: MapRole, at: number): Promise<RoleChange>;
  /** Takes everything from somebody. A map keeps at least one owner. */
  endGrant(mapId: string, principal: string, at: number): Promise<RoleChange>;
  /** Remembers a person. An actor id that belongs to somebody else is not taken over. */
  savePerson(person: Person): Promise<void>;
  /** Forgets the person with an actor id: their name and sessions go, from the audit logs too. False when nobody has it. */
  forgetPerson(actor: string): Promise<boolean>;
  /** Puts another text in place of one in names, labels and the audit logs. Returns how many rows were changed. */
  replaceText(text: string, replacement: string): Promise<number>;
  people(principals: readonly string[]): Promise<readonly Person[]>;
  addSession(idHash: string, principal: string, expiresAt: number): Promise<void>;
  /** Principal of a session that has not ended; null when there is none. */
  sessionPrincipal(idHash: string, at: number): Promise<string | null>;
  endSession(idHash: string): Promise<void>;
  note(mapId: string, entry: AuditEntry): Promise<void>;
  /** The newest entries first. */
  audit(mapId: string, limit: number): Promise<readonly AuditEntry[]>;
}
