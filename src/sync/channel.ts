/** A line between the tabs of one browser; a message reaches every tab but the one that sent it. */
export interface Channel {
  post(message: unknown): void;
  close(): void;
}

/** Opens a line by name. */
export type OpenChannel = (name: string, receive: (message: unknown) => void) => Channel;

/** The platform's BroadcastChannel; silent where there is none. */
export const openBroadcastChannel: OpenChannel = (name, receive) => {
  if (typeof BroadcastChannel === 'undefined') return { post: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', (event) => receive(event.data));
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
};

/** Whether a message is an object with this `kind`: what arrives may come from another version of the program. */
export function isMessage(message: unknown, kind: string): message is Readonly<Record<string, unknown>> {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind;
}
