import { expect, test } from 'vitest';
import { joinPeer, makeMap, runServer, until } from './support/testServer';

test('SRV-1 two y-websocket clients see each other’s edits and presence', async () => {
  const server = await runServer();
  const mapId = await makeMap(server);
  const ann = await joinPeer(server, mapId);
  const ben = await joinPeer(server, mapId);
  ann.doc.getMap('map').set('title', 'Return a parcel');
  await until('Ben sees the title', () => ben.doc.getMap('map').get('title') === 'Return a parcel');
  ben.doc.getMap('map').set('summary', 'from Ben');
  await until('Ann sees the summary', () => ann.doc.getMap('map').get('summary') === 'from Ben');
  ann.provider.awareness.setLocalStateField('name', 'Ann');
  await until(
    'Ben sees Ann',
    () => ben.provider.awareness.getStates().get(ann.doc.clientID)?.['name'] === 'Ann',
  );
  ann.provider.destroy();
  await until('Ann is gone', () => !ben.provider.awareness.getStates().has(ann.doc.clientID));
  expect(server.lines).toEqual([]);
});
