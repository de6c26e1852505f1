import type { MapRole } from './access';

/** Somebody who may open a shared map. */
export interface AccessPerson {
  /** Their id in this map. */
  readonly id: string;
  /** What they call themselves, or are called by the sign-in service; empty when they have not said. */
  readonly name: string;
  /** The id stamped on what they make and say. */
  readonly actor: string;
  readonly role: MapRole;
  readonly isYou: boolean;
  /** Whether they have the map open right now. */
  readonly isHere: boolean;
  /** Whether they have signed in; a guest calls themselves as they like. */
  readonly hasAccount: boolean;
  /** Label of the link they came by; null when in person, or not for the reader to know. */
  readonly link: string | null;
  /** When their access ends by itself, ms since 1970; null for never. */
  readonly endsAt: number | null;
}

/** A link as owners see it. Its secret is known only to whoever made it. */
export interface AccessLink {
  readonly id: string;
  readonly role: MapRole;
  readonly label: string;
  readonly expiresAt: number | null;
  /** How many more people may come by it; null for any number. */
  readonly usesLeft: number | null;
  readonly used: number;
  /** Name of who made it. */
  readonly createdBy: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
}

/** Who may do what with a shared map, and until when. */
export interface MapAccess {
  /** What the reader may do. */
  readonly role: MapRole;
  /** What whoever knows the address may do, without any link. */
  readonly addressRole: MapRole | null;
  readonly people: readonly AccessPerson[];
  /** Names of all who ever had access, by the id stamped on what they made and said. */
  readonly authors: Readonly<Record<string, string>>;
  /** Newest first, revoked ones too; empty for all but owners. */
  readonly links: readonly AccessLink[];
}
