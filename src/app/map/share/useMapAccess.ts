import { useCallback, useEffect, useState } from 'react';
import type { MapRole } from '../../../model/access';
import type { MapAccess } from '../../../model/mapAccess';
import { useSession } from '../../../store/openMap';
import type { AccessProblem, AccessResult, NewLink } from '../../../sync/accessClient';
import type { ShareProblem } from '../../../sync/sessionParts';
import { useServices } from '../../services';
import { mapPath } from '../../route';
import type { PageMap } from '../MapPage';

export type SharingProblem = AccessProblem | ShareProblem | 'offline-unshared';

/** What the dialogue knows of who can open the map. */
export interface SharingState {
  /** Null while it is asked for, and for a map that is not shared. */
  readonly access: MapAccess | null;
  readonly isShared: boolean;
  readonly isBusy: boolean;
  readonly problem: SharingProblem | null;
  /** The link that was just made, as an address; null before. */
  readonly fresh: string | null;
}

export interface SharingActions {
  readonly reload: () => Promise<void>;
  readonly createLink: (link: NewLink) => Promise<string | null>;
  readonly revokeLink: (id: string) => Promise<void>;
  readonly changeRole: (person: string, role: MapRole) => Promise<void>;
  readonly removePerson: (person: string) => Promise<void>;
  readonly closeAddress: () => Promise<void>;
}

/** The address a link's secret makes. The secret stands after `#`, which browsers send to nobody. */
export function linkAddress(mapId: string, secret: string): string {
  return `${location.origin}${mapPath(mapId)}#k=${secret}`;
}

/** Who can open the map: asked for when the dialogue opens and whenever somebody comes or goes. */
export function useMapAccess(map: PageMap): SharingState & SharingActions {
  const { linkSecrets } = useServices();
  const isShared = useSession(({ connection }) => connection.kind !== 'local');
  const [access, setAccess] = useState<MapAccess | null>(null);
  const [problem, setProblem] = useState<SharingProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);

  const reload = useCallback(async (): Promise<void> => {
    // Opening the dialogue where the map was made takes it over, should it be from before there were owners.
    const shared = await map.share();
    const read: AccessResult<MapAccess> = (await map.access?.overview()) ?? { ok: false, reason: 'offline' };
    if (read.ok) setAccess(read.value);
    const refusal = shared.ok ? null : shared.reason;
    setProblem(read.ok ? null : read.reason === 'offline' ? 'offline' : (refusal ?? read.reason));
  }, [map]);

  useEffect(() => {
    if (map.session.getState().connection.kind !== 'local') queueMicrotask(() => void reload());
    return map.session.subscribe((now, before) => {
      const hasMoved =
        now.connection.kind !== before.connection.kind || now.peers.length !== before.peers.length;
      if (hasMoved && now.connection.kind !== 'local') void reload();
    });
  }, [map, reload]);

  const run = async <T>(work: () => Promise<AccessResult<T>>): Promise<AccessResult<T>> => {
    setBusy(true);
    const done = await work();
    if (done.ok || done.reason !== 'offline') await reload();
    setBusy(false);
    setProblem(done.ok ? null : done.reason);
    return done;
  };
  const ask = async (work: (access: NonNullable<PageMap['access']>) => Promise<AccessResult<null>>) => {
    const { access: client } = map;
    if (client) await run(() => work(client));
  };
  const createLink = async (link: NewLink): Promise<string | null> => {
    setBusy(true);
    const shared = await map.share();
    setBusy(false);
    if (!shared.ok || !map.access) {
      const reason = shared.ok ? 'offline' : shared.reason;
      setProblem(reason === 'offline' && !isShared ? 'offline-unshared' : reason);
      return null;
    }
    const { access: client } = map;
    const made = await run(() => client.createLink(link));
    if (!made.ok) return null;
    linkSecrets.remember(made.value.id, made.value.secret);
    const address = linkAddress(map.id, made.value.secret);
    setFresh(address);
    return address;
  };
  return {
    access,
    isShared,
    isBusy,
    problem,
    fresh,
    reload,
    createLink,
    revokeLink: async (id) => {
      await ask((client) => client.revokeLink(id));
      linkSecrets.forget(id);
    },
    changeRole: (person, role) => ask((client) => client.changeRole(person, role)),
    removePerson: (person) => ask((client) => client.removePerson(person)),
    closeAddress: () => ask((client) => client.closeAddress()),
  };
}
