import { mapsPath, ticketProtocolPrefix } from '../../../src/doc/wire';

/** What a browser with these cookies offers to open one socket; throws when it may not open the map. */
export async function ticketProtocol(
  server: { readonly url: string },
  mapId: string,
  cookie: string,
): Promise<string> {
  const response = await fetch(`${server.url}${mapsPath}/${mapId}/tickets`, {
    method: 'POST',
    headers: { cookie },
  });
  const { ticket } = (await response.json()) as { ticket?: string };
  if (ticket === undefined) throw new Error(`there is no ticket (${response.status})`);
  return ticketProtocolPrefix + ticket;
}
