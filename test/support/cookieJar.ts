/** The cookies of one browser, for tests without one. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  /** What goes into the `Cookie` header. */
  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Takes what an answer sets. */
  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const isGone = /;\s*Max-Age=0(?:;|$)/i.test(line);
      if (isGone) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  /** `fetch` as this browser does it. */
  readonly fetch: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (this.header !== '') headers.set('cookie', this.header);
    const response = await fetch(input, { ...init, headers });
    this.take(response);
    return response;
  };
}
