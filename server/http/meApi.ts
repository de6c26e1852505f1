import * as z from 'zod';
import { mePath } from '../../src/doc/wire';
import { isRecordId } from '../../src/model/ids';
import { cleanPersonName } from '../../src/model/personName';
import { principalOf } from '../access/caller';
import { readJson, sendJson, sendNotAllowed } from './json';
import type { ApiRequest } from './mapsApi';

const meSchema = z.object({
  name: z.string().max(1_000),
  actor: z.string().max(64).refine(isRecordId),
});

/**
 * `GET /api/me` says who one is here, `PUT` says what one is called and by which id one's browser stamps what it makes. A
 * name that came from the sign-in service stays. False when the path is not of this API.
 */
export async function serveMeApi(path: string, api: ApiRequest, canSignIn: boolean): Promise<boolean> {
  if (path !== mePath) return false;
  const { request, response, caller, access } = api;
  const known = (await access.store.people([principalOf(caller)]))[0];
  if (request.method === 'GET') {
    sendJson(response, 200, { name: known?.name ?? '', hasAccount: caller.account !== null, canSignIn });
    return true;
  }
  if (request.method !== 'PUT') {
    sendNotAllowed(response, 'GET, PUT', 'This address can be read (GET) and told who one is (PUT).');
    return true;
  }
  const me = await readJson(request, response, meSchema);
  if (!me) return true;
  const account = caller.account !== null;
  const name = account && known ? known.name : cleanPersonName(me.name);
  await access.store.savePerson({ principal: principalOf(caller), name, actor: me.actor, account });
  sendJson(response, 200, { name, hasAccount: account, canSignIn });
  return true;
}
