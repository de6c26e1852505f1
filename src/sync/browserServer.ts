import { syncPath } from '../doc/wire';
import type { ServerAddress } from './rooms';

/** The server that this page came from. */
export function browserServer(location: Location): ServerAddress {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return {
    socketUrl: `${scheme}//${location.host}${syncPath}`,
    httpUrl: location.origin,
    fetch: (input, init) => fetch(input, init),
  };
}
