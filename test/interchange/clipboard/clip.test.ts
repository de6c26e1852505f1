import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importBundle } from '../../../src/commands/importBundle';
import { undo } from '../../../src/commands/undoRedo';
import { clipType, makeClip, readClip, writeClip } from '../../../src/interchange/clipboard/clip';
import { pasteClip } from '../../../src/interchange/clipboard/pasteClip';
import { readClipboard } from '../../../src/interchange/clipboard/readClipboard';
import type { RecordRef } from '../../../src/model/kinds';
import { openTestMap } from '../../canvas/openTestMap';
import type { MapBuilder } from '../../support/mapBuilder';
import { seededEntropy } from '../../support/testNetwork';

const entropy = seededEntropy(3);

function write(m: MapBuilder): void {
  m.party('Payments', 'it');
  m.touchpoint('Browse', { at: 0 }).uses('Website', 'writes');
  m.touchpoint('Pay', { at: 1, offset: 1, owner: 'Payments' })
    .uses('Gateway')
    .captures('Order')
    .after('Browse');
  m.touchpoint('Collect', { at: 2 }).uses('Tills').after('Pay');
  m.stage('Buy', 0, 1.5);
  m.flow('Website', 'Gateway');
}

function open(make: (m: MapBuilder) => void = write) {
  const { map, built } = openTestMap(make);
  const refs = (...titles: readonly string[]): readonly RecordRef[] =>
    titles.map((title) => ({ kind: 'touchpoints', id: built.id(title, 'touchpoints') }));
  const names = () => {
    const { touchpoints, systems, parties, transitions, usages } = map.journey();
    return {
      touchpoints: touchpoints.all.map(({ title }) => title),
      systems: systems.all.map(({ name }) => name).toSorted(),
      parties: parties.all.map(({ name }) => name),
      transitions: transitions.all.length,
      usages: usages.all.length,
    };
  };
  return { map, built, refs, names };
}

type Open = ReturnType<typeof open>;

/** Copies from one map and pastes into another (or the same), as one step. */
function copyPaste(from: Open, to: Open, records: readonly RecordRef[], place = { at: 5, offset: 0 }) {
  const mapOf = ({ map }: Open): string => (to === from || map === from.map ? 'here' : 'there');
  const texts = writeClip(makeClip(from.map.journey(), mapOf(from), records));
  const read = readClip('', texts['text/html'], entropy);
  if (!read?.ok) throw new Error('the clip cannot be read');
  const pasted = pasteClip(read.clip, to.map.journey(), mapOf(to), place, entropy);
  const done = importBundle.run(to.map, { bundle: pasted.bundle, mapFields: false });
  expect(done.ok).toBe(true);
  return { pasted, texts };
}

describe('CLIP-1: what is copied', () => {
  test('relations whose both ends come along, and what is named', () => {
    const { map, built, refs } = open();
    const { bundle, selected } = makeClip(map.journey(), 'm', refs('Browse', 'Pay'));
    expect(selected).toEqual([built.id('Browse'), built.id('Pay')]);
    expect(bundle.transitions.map(({ id }) => id)).toEqual([built.transitionId('Browse', 'Pay')]);
    expect(bundle.systems.map(({ name }) => name).toSorted()).toEqual(['Gateway', 'Website']);
    expect(bundle.parties.map(({ name }) => name)).toEqual(['Payments']);
    expect(bundle.dataObjects.map(({ name }) => name)).toEqual(['Order']);
    expect(bundle.dataFlows, 'a flow between systems that only came along stays').toEqual([]);
  });

  test('travels as our type, inside HTML, and as the names in plain text', () => {
    const { map, refs } = open((m) => m.touchpoint('Ask "why" & <how>').uses('CRM'));
    const clip = makeClip(map.journey(), 'm', refs('Ask "why" & <how>'));
    const texts = writeClip(clip);
    expect(texts['text/plain']).toBe('Ask "why" & <how>');
    expect(texts['text/html']).not.toContain('<how>');
    expect(readClip('', texts['text/html'], entropy)).toEqual(readClip(texts[clipType], '', entropy));
  });

  test('any title survives the way through HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (title) => {
        const { map, built } = openTestMap((m) => m.touchpoint(title));
        const clip = makeClip(map.journey(), 'm', [{ kind: 'touchpoints', id: built.id(title) }]);
        const read = readClip('', writeClip(clip)['text/html'], entropy);
        expect(read?.ok && read.clip.bundle.touchpoints[0]?.title).toBe(title);
      }),
      { numRuns: 60 },
    );
  });
});

describe('CLIP-2: what is pasted', () => {
  test('in the same map: new touchpoints at the place, the same systems and owners', () => {
    const here = open();
    const before = here.names();
    const { pasted } = copyPaste(here, here, here.refs('Browse', 'Pay'));
    expect(here.names()).toEqual({
      ...before,
      touchpoints: ['Browse', 'Pay', 'Collect', 'Browse', 'Pay'],
      transitions: before.transitions + 1,
      usages: before.usages + 2,
    });
    const made = pasted.selected.map(({ id }) => here.map.journey().touchpoints.byId.get(id));
    expect(made.map((one) => [one?.at, one?.offset])).toEqual([
      [5, 0],
      [6, 1],
    ]);
    undo.run(here.map);
    expect(here.names()).toEqual(before);
  });

  test('in another map: what goes by the same name is used, the rest is made', () => {
    const there = open((m) => m.touchpoint('Arrive').uses('website '));
    copyPaste(open(), there, open().refs('Browse', 'Pay'));
    expect(there.names()).toEqual({
      touchpoints: ['Arrive', 'Browse', 'Pay'],
      systems: ['Gateway', 'website '],
      parties: ['Payments'],
      transitions: 1,
      usages: 3,
    });
  });

  test('a system that was selected is made anew in its own map, and used by name in another', () => {
    const here = open();
    const crm = { kind: 'systems', id: here.built.id('Website', 'systems') } as const;
    copyPaste(here, here, [crm]);
    expect(here.names().systems.filter((name) => name === 'Website')).toHaveLength(2);
    const texts = writeClip(makeClip(here.map.journey(), 'here', [crm]));
    const read = readClip(texts[clipType], '', entropy);
    const there = open();
    const pasted =
      read?.ok && pasteClip(read.clip, there.map.journey(), 'there', { at: 0, offset: 0 }, entropy);
    expect(pasted && pasted.bundle.systems).toEqual([]);
    expect(pasted && pasted.selected).toEqual([
      { kind: 'systems', id: there.built.id('Website', 'systems') },
    ]);
  });

  test('a system of the same name that is said to be something else is another one', () => {
    const there = open((m) => m.system('WEBSITE', { kind: 'CMS' }));
    const here = open((m) => {
      m.system('Website', { kind: 'ERP' });
      m.touchpoint('Browse').uses('Website');
    });
    copyPaste(here, there, here.refs('Browse'));
    expect(there.names().systems).toEqual(['WEBSITE', 'Website']);
  });

  test('cut and pasted, the records are back with all that hung on them', () => {
    const here = open();
    const records = here.refs('Browse', 'Pay');
    const clip = makeClip(here.map.journey(), 'here', records);
    here.map.document.change('record.delete', (writer) => {
      for (const { kind, id } of records) writer.remove(kind, id);
    });
    const pasted = pasteClip(clip, here.map.journey(), 'here', { at: 7, offset: 0 }, entropy);
    importBundle.run(here.map, { bundle: pasted.bundle, mapFields: false });
    expect(here.names().touchpoints).toEqual(['Collect', 'Browse', 'Pay']);
    expect(here.names().transitions).toBe(1);
  });
});

describe('CLIP-3: bad content', () => {
  const texts = { own: '', html: '', plain: '', hasImage: false };

  test('is told apart and changes nothing', () => {
    const nothing = (reason: string) => ({ kind: 'nothing', reason });
    expect(readClipboard(texts, entropy)).toEqual(nothing('empty'));
    expect(readClipboard({ ...texts, hasImage: true }, entropy)).toEqual({ kind: 'picture', link: null });
    expect(readClipboard({ ...texts, own: '{"format":"thr' }, entropy)).toEqual(nothing('damaged'));
    expect(readClipboard({ ...texts, own: '{"format":"throughline","version":1}' }, entropy)).toEqual(
      nothing('damaged'),
    );
    expect(readClipboard({ ...texts, own: '{"format":"throughline","version":99}' }, entropy)).toEqual(
      nothing('newer'),
    );
    expect(readClipboard({ ...texts, plain: 'a\n'.repeat(501) }, entropy)).toEqual(nothing('too-much'));
    expect(readClipboard({ ...texts, plain: 'a\tb\n'.repeat(100_001) }, entropy)).toEqual(
      nothing('too-much'),
    );
  });

  test('whatever is on it, something is said and nothing throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '<ul data-throughline="',
        '<table><tr><td>a<td>b',
        '{"format":"throughline","version":1,"clip":{}}',
      ),
    );
    fc.assert(
      fc.property(text, text, text, fc.boolean(), (own, html, plain, hasImage) => {
        expect(readClipboard({ own, html, plain, hasImage }, entropy).kind).toMatch(
          /records|table|picture|links|lines|nothing/,
        );
      }),
    );
  });
});
