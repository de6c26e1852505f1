import { afterEach, expect, test, vi } from 'vitest';
import { askedClipboard } from '../../src/canvas/clipboard/askedClipboard';
import { notices } from '../../src/ui/notices';
import { openTestMap } from './openTestMap';

/** A browser's clipboard that lets the page in. */
function useClipboard(): void {
  let held: readonly Readonly<Record<string, Blob>>[] = [];
  class Item {
    readonly parts: Readonly<Record<string, Blob>>;
    constructor(parts: Readonly<Record<string, Blob>>) {
      this.parts = parts;
    }
  }
  vi.stubGlobal('ClipboardItem', Item);
  vi.stubGlobal('navigator', {
    clipboard: {
      write: (items: readonly Item[]) => {
        held = items.map(({ parts }) => parts);
        return Promise.resolve();
      },
      read: () =>
        Promise.resolve(
          held.map((parts) => ({
            types: Object.keys(parts),
            getType: (type: string) => Promise.resolve(parts[type]),
          })),
        ),
    },
  });
}

afterEach(() => vi.unstubAllGlobals());

test('CLIP-8: copied, cut and pasted by name, records keep what belongs to them', async () => {
  useClipboard();
  const { map, built } = openTestMap((m) => {
    m.system('Till');
    m.touchpoint('Pay').uses('Till', 'writes');
  });
  const titles = () => map.journey().touchpoints.all.map(({ title }) => title);
  map.view.setState({ selection: [{ kind: 'touchpoints', id: built.id('Pay') }] });
  const clipboard = askedClipboard(map);
  clipboard.copy();
  // The fake answers at once, in as many turns as there are types.
  await vi.waitFor(async () => {
    const items = await navigator.clipboard.read();
    expect(items).toHaveLength(1);
  });
  clipboard.paste();
  await vi.waitFor(() => expect(titles()).toEqual(['Pay', 'Pay']));
  expect(map.journey().usages.all).toHaveLength(2);
  clipboard.cut();
  await vi.waitFor(() => expect(titles()).toEqual(['Pay']));
  expect(map.view.getState().selection).toEqual([]);
});

test('CLIP-8: a browser that does not let the page in leaves the map alone and names the way that works', async () => {
  const refused = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  vi.stubGlobal('ClipboardItem', Object);
  vi.stubGlobal('navigator', { clipboard: { write: refused, read: refused } });
  const { map, built } = openTestMap((m) => void m.touchpoint('Pay'));
  map.view.setState({ selection: [{ kind: 'touchpoints', id: built.id('Pay') }] });
  const said = () => notices.current().filter(({ id }) => id === 'clipboard-refused');
  const clipboard = askedClipboard(map);
  for (const act of [clipboard.cut, clipboard.paste]) {
    notices.dismiss('clipboard-refused');
    act();
    await vi.waitFor(() => expect(said()).toHaveLength(1));
  }
  expect(map.journey().touchpoints.all).toHaveLength(1);
});
