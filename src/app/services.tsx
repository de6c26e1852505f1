import { createContext, useContext } from 'react';
import type { Entropy } from '../model/ids';
import type { LinkSecrets } from '../sync/linkSecrets';
import type { Author, LocalStore } from '../sync/localStore';
import type { StoredReading } from '../sync/readForOpening';
import type { Identity } from '../store/session';

/** What the whole app works with, made once in `main.tsx`. */
export interface Services {
  readonly store: LocalStore;
  /** Reads a stored map; takes what was read ahead, if it was this one. */
  readonly readMap: (mapId: string) => StoredReading;
  readonly entropy: Entropy;
  /** Opaque id of this browser profile; stamped on what is made and deleted here. */
  readonly actor: string;
  readonly readIdentity: () => Identity | null;
  readonly writeIdentity: (me: Identity) => void;
  /** Whether somebody here was asked who they are, whatever they answered. */
  readonly wasAsked: () => boolean;
  readonly noteAsked: () => void;
  /** Secrets of the links made in this browser. */
  readonly linkSecrets: LinkSecrets;
}

export const ServicesContext = createContext<Services | null>(null);

/** The app's services. Throws outside the app: that is a bug. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('the app is not there');
  return services;
}

/** Whoever works here, as the author of maps that are made or copied. */
export function authorOf(services: Services): Author {
  return { actor: services.actor, name: services.readIdentity()?.name ?? null };
}
