import type { IncomingMessage } from 'node:http';

const hostForm = /^[A-Za-z0-9.-]+(?::\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](?::\d{1,5})?$/;

/** Which pages may talk to the server. */
export interface OriginRules {
  /** Origins beside the server's own, such as `https://maps.example.org`. */
  readonly allowedOrigins: ReadonlySet<string>;
  /** Whether the server can be reached from this machine alone. */
  readonly isLoopback: boolean;
}

/**
 * Whether a request may be served, judged by its `Host` and `Origin`. Browsers open sockets to anyone and always name
 * the page's origin; programs that are not browsers send none and have nothing to gain. On a loopback address a foreign
 * host name is a page that pointed its own name at this machine.
 */
export function isAllowedOrigin(request: IncomingMessage, rules: OriginRules): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined && rules.allowedOrigins.has(origin)) return true;
  if (host === undefined || !hostForm.test(host)) return false;
  if (rules.isLoopback && !isLoopbackName(nameOf(host)) && !isAllowedHost(host, rules)) return false;
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}

/** The host a browser used to reach us, for `Content-Security-Policy`; null when it has no proper form. */
export function requestHost(request: IncomingMessage): string | null {
  const { host } = request.headers;
  return host !== undefined && hostForm.test(host) ? host : null;
}

/** Whether an address or name means this machine alone. */
export function isLoopbackName(name: string): boolean {
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    name === '::1' ||
    /^127(\.\d{1,3}){3}$/.test(name)
  );
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}

function isAllowedHost(host: string, rules: OriginRules): boolean {
  return rules.allowedOrigins.has(`http://${host}`) || rules.allowedOrigins.has(`https://${host}`);
}
