import { isAtLeast, type MapRole } from '../../src/model/access';
import type { MapAccess } from '../../src/model/mapAccess';
import type { Grant, Person, StoredLink } from '../storage/accessStore';
import type { AccessControl } from './accessControl';
import { personId, principalsOf, type Caller } from './caller';
import { isLive } from './effectiveRole';

/** Who may do what with a map, as somebody who may open it sees it. Links are for owners only. */
export async function mapOverview(
  access: AccessControl,
  mapId: string,
  caller: Caller,
  role: MapRole,
): Promise<MapAccess> {
  const { store, live } = access;
  const now = access.now();
  const everybody = await store.grants(mapId);
  const grants = everybody.filter((grant) => isLive(grant, now));
  const isOwner = isAtLeast(role, 'owner');
  const links = await store.links(mapId);
  const principals = [
    ...everybody.map(({ principal }) => principal),
    ...links.map(({ createdBy }) => createdBy),
  ];
  const people = await store.people([...new Set(principals)]);
  const present = live.present(mapId);
  const addressRole = await store.addressRole(mapId);
  const nameOf = (principal: string): string => person(people, principal)?.name ?? '';
  return {
    role,
    // A map from before there was access: whoever knows its address may edit.
    addressRole: addressRole === undefined ? 'editor' : addressRole,
    people: grants.map((grant) => ({
      id: personId(mapId, grant.principal),
      name: nameOf(grant.principal),
      actor: actorOf(mapId, people, grant.principal),
      role: grant.role,
      isYou: principalsOf(caller).includes(grant.principal),
      isHere: present.has(grant.principal),
      hasAccount: person(people, grant.principal)?.account ?? false,
      link: isOwner ? linkOf(links, grant) : null,
      endsAt: grant.link === null ? null : grant.linkExpiresAt,
    })),
    authors: Object.fromEntries(
      everybody.map(({ principal }) => [actorOf(mapId, people, principal), nameOf(principal)]),
    ),
    links: isOwner ? links.map((link) => ({ ...link, createdBy: nameOf(link.createdBy) })) : [],
  };
}

function person(people: readonly Person[], principal: string): Person | undefined {
  return people.find((known) => known.principal === principal);
}

function actorOf(mapId: string, people: readonly Person[], principal: string): string {
  return person(people, principal)?.actor ?? personId(mapId, principal);
}

function linkOf(links: readonly StoredLink[], grant: Grant): string | null {
  return links.find(({ id }) => id === grant.link)?.label ?? null;
}
