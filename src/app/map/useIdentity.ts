import { useEffect, useState } from 'react';
import { useSession } from '../../store/openMap';
import type { Identity } from '../../store/session';
import { useServices } from '../services';
import type { PageMap } from './MapPage';

/**
 * Who one is on this map, and whether to ask: when asked to, and once in a browser, on its first shared map. Whoever closes
 * the question stays nameless and can say it later from the menu. What is said in one tab holds in all.
 */
export function useIdentity(map: PageMap): {
  readonly isAsking: boolean;
  readonly ask: () => void;
  readonly save: (me: Identity) => void;
  readonly close: () => void;
} {
  const services = useServices();
  const isUnknown = useSession(({ connection, me }) => connection.kind !== 'local' && me === null);
  const [wanted, setWanted] = useState<'when-unknown' | 'yes' | 'no'>(
    services.wasAsked() ? 'no' : 'when-unknown',
  );
  useEffect(() => {
    const onStorage = (): void => {
      const me = services.readIdentity();
      const known = map.session.getState().me;
      if (me && (me.name !== known?.name || me.function !== known.function)) map.identify(me);
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [map, services]);
  const close = (): void => {
    services.noteAsked();
    setWanted('no');
  };
  return {
    isAsking: wanted === 'yes' || (wanted === 'when-unknown' && isUnknown),
    ask: () => setWanted('yes'),
    save: (me) => {
      services.writeIdentity(me);
      map.identify(me);
      close();
    },
    close,
  };
}
