import { isMessage, type Channel, type OpenChannel } from './channel';

const listChannel = 'throughline.maps';

/** Word that the list of maps has changed, between all tabs of this browser. */
export class ListNews {
  readonly #channel: Channel;
  readonly #observers = new Set<() => void>();

  constructor(openChannel: OpenChannel) {
    this.#channel = openChannel(listChannel, (message) => {
      if (isMessage(message, 'changed')) this.#tellHere();
    });
  }

  /** Says in this tab and all others that the list has changed. */
  tell(): void {
    this.#channel.post({ kind: 'changed' });
    this.#tellHere();
  }

  /**
   * Reads and hands over what was read, now and after every change. Changes that come while it reads are read together,
   * so that the last hand-over is the newest. Returns the way to stop.
   */
  follow<T>(read: () => Promise<T>, listener: (value: T) => void): () => void {
    let stopped = false;
    let running = false;
    let again = false;
    const readNow = async (): Promise<void> => {
      again = running;
      if (running) return;
      running = true;
      const value = await read();
      running = false;
      if (stopped) return;
      listener(value);
      if (again) void readNow();
    };
    const onChange = (): void => void readNow();
    this.#observers.add(onChange);
    onChange();
    return () => {
      stopped = true;
      this.#observers.delete(onChange);
    };
  }

  close(): void {
    this.#observers.clear();
    this.#channel.close();
  }

  #tellHere(): void {
    for (const observer of this.#observers) observer();
  }
}
