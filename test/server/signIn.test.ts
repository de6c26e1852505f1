import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { expect, onTestFinished, test } from 'vitest';
import { parseSettings } from '../../server/settings';
import { CookieJar } from '../support/cookieJar';
import { runServer, until } from './support/testServer';
import { Visitor } from './support/visitor';

const clientId = 'throughline';
const clientSecret = 'secret-of-the-client-0123456789abcdef';

/** A real sign-in service on a free port, with one client whose page it is to send people back to. */
async function runProvider(callback: () => string): Promise<string> {
  const http = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: clientId, client_secret: clientSecret, redirect_uris: ['http://127.0.0.1:1/unset'] },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, name: `Mira ${id}` }) }),
  });
  // The server's port is known only later; what the client registered is asked for here.
  Object.defineProperty(provider.Client.prototype, 'redirectUriAllowed', {
    value: (uri: string) => uri === callback(),
  });
  const handle = provider.callback();
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  return issuer;
}

/** Goes where a browser would go: redirections, and the service's own forms for name and consent. */
async function walkThrough(
  service: CookieJar,
  start: string,
  login: string,
  stopAt: string,
): Promise<string> {
  let url = start;
  for (let step = 0; step < 20; step++) {
    if (url.startsWith(stopAt)) return url;
    const page = await service.fetch(url, { redirect: 'manual' });
    const next = page.headers.get('location');
    if (next !== null) {
      url = new URL(next, url).href;
      continue;
    }
    const html = await page.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1] ?? '';
    if (action === undefined) throw new Error(`nowhere to go from ${url}: ${page.status}`);
    const sent = await service.fetch(new URL(action, url).href, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ prompt, login, password: 'any' }),
    });
    url = new URL(sent.headers.get('location') ?? '', url).href;
  }
  throw new Error('the sign-in goes in circles');
}

async function withSignIn() {
  let origin = '';
  const issuer = await runProvider(() => `${origin}/api/sign-in/callback`);
  const signIn = { issuer, clientId, clientSecret, publicUrl: '' };
  const server = await runServer({
    signIn: new Proxy(signIn, {
      get: (target, key) => (key === 'publicUrl' ? origin : (Reflect.get(target, key) as unknown)),
    }),
  });
  origin = server.url;
  const signInAs = async (visitor: Visitor, login: string, back = '/'): Promise<Response> => {
    const begun = await visitor.jar.fetch(`${origin}/api/sign-in?return=${encodeURIComponent(back)}`, {
      redirect: 'manual',
    });
    const callback = await walkThrough(
      new CookieJar(),
      begun.headers.get('location') ?? '',
      login,
      `${origin}/api/sign-in/callback`,
    );
    return visitor.jar.fetch(callback, { redirect: 'manual' });
  };
  return { server, signInAs };
}

const meOf = async (visitor: Visitor): Promise<unknown> => (await visitor.ask('GET', '/api/me')).json();

test('RIGHT-60 RIGHT-61 who has signed in keeps their maps in every browser; the session ends with signing out', async () => {
  const { server, signInAs } = await withSignIn();
  const laptop = new Visitor(server);
  expect(await meOf(laptop)).toEqual({ name: '', hasAccount: false, canSignIn: true });
  const back = await signInAs(laptop, 'mira');
  expect([back.status, back.headers.get('location')]).toEqual([303, '/']);
  expect(back.headers.getSetCookie().find((line) => line.startsWith('throughline-session='))).toMatch(
    /; HttpOnly; SameSite=Lax; /,
  );
  expect(await meOf(laptop)).toEqual({ name: 'Mira mira', hasAccount: true, canSignIn: true });
  const mapId = await laptop.shareMap();
  expect((await laptop.overview(mapId)).people).toMatchObject([{ name: 'Mira mira', hasAccount: true }]);
  const phone = new Visitor(server);
  expect((await phone.askMap('GET', mapId)).status).toBe(404);
  await signInAs(phone, 'mira', `/m/${mapId}`);
  expect(await (await phone.askMap('GET', mapId)).json()).toMatchObject({ role: 'owner' });
  const socket = await phone.connect(mapId);
  await until('she is the owner there too', () => socket.roles.at(-1) === 'owner');
  const other = new Visitor(server);
  await signInAs(other, 'jon');
  expect((await other.askMap('GET', mapId)).status).toBe(404);
  expect((await phone.ask('POST', '/api/sign-out')).status).toBe(200);
  expect((await phone.askMap('GET', mapId)).status).toBe(404);
  expect((await laptop.askMap('GET', mapId)).status).toBe(200);
});

test('RIGHT-62 a sign-in is finished only by the browser that began it, and leads nowhere else', async () => {
  const { server, signInAs } = await withSignIn();
  const mira = new Visitor(server);
  const away = await signInAs(mira, 'mira', 'https://evil.example/');
  expect(away.headers.get('location')).toBe('/');
  const begun = await mira.jar.fetch(`${server.url}/api/sign-in`, { redirect: 'manual' });
  const callback = await walkThrough(
    new CookieJar(),
    begun.headers.get('location') ?? '',
    'mira',
    `${server.url}/api/sign-in/callback`,
  );
  const thief = new Visitor(server);
  const stolen = await thief.jar.fetch(callback, { redirect: 'manual' });
  expect(stolen.headers.get('location')).toBe('/?sign-in=failed');
  expect(await meOf(thief)).toMatchObject({ hasAccount: false });
  const forged = await mira.jar.fetch(callback.replace(/state=[^&]+/, 'state=other'), { redirect: 'manual' });
  expect(forged.headers.get('location')).toBe('/?sign-in=failed');
  expect((await mira.jar.fetch(`${server.url}/api/sign-in`, { method: 'POST' })).status).toBe(405);
});

test('RIGHT-63 settings of the sign-in service that cannot work are named in a sentence', () => {
  const good = {
    THROUGHLINE_OIDC_ISSUER: 'https://login.example.org',
    THROUGHLINE_OIDC_CLIENT_ID: 'throughline',
    THROUGHLINE_PUBLIC_URL: 'https://maps.example.org',
  };
  const read = parseSettings(good);
  expect(read.ok && read.settings.signIn).toMatchObject({ clientId: 'throughline', clientSecret: null });
  for (const [name, value] of [
    ['THROUGHLINE_OIDC_ISSUER', 'http://login.example.org'],
    ['THROUGHLINE_OIDC_CLIENT_ID', ''],
    ['THROUGHLINE_PUBLIC_URL', 'maps.example.org'],
  ] as const) {
    const wrong = parseSettings({ ...good, [name]: value });
    expect(!wrong.ok && wrong.problem).toContain(name);
  }
});
