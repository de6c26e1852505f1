import { describe, expect, test } from 'vitest';
import { intents, type Situation } from '../../../src/commands/intents';
import { findInPalette, shortcutOf, type PaletteEntry } from '../../../src/panels/palette/paletteGroups';
import { shortcutSheet } from '../../../src/panels/palette/shortcutSheet';
import { withRecent } from '../../../src/store/view';
import { buildMap } from '../../support/mapBuilder';

const built = buildMap((m) => {
  m.touchpoint('Pay');
  m.touchpoint('').uses('Shop');
  m.system('Payment gateway', { aliases: ['PSP'] });
  m.flow('Shop', 'Payment gateway');
  m.party('Payments team');
  m.stage('Decide & pay', 0, 2);
});
const journey = built.journey();
const idle: Situation = {
  isReadOnly: false,
  selection: [],
  canUndo: false,
  canRedo: false,
  touchpoints: 2,
  isFiltered: false,
  trials: { off: 0, on: 0, tried: 0 },
  hasFuture: false,
};

function names(query: string, recents: readonly string[] = [], situation = idle): readonly string[] {
  return findInPalette(journey, situation, query, recents).groups.flatMap(({ entries }) =>
    entries.map(({ label }) => label),
  );
}

function commands(situation: Situation): readonly Extract<PaletteEntry, { type: 'intent' }>[] {
  return findInPalette(journey, situation, '', []).groups.flatMap(({ entries }) =>
    entries.filter((entry) => entry.type === 'intent'),
  );
}

describe('FIND-2: records', () => {
  test('of every kind are found by name, better fits first', () => {
    expect(names('pay').slice(0, 2)).toEqual(['Pay', 'Payments team']);
    expect(names('pay')).toEqual(
      expect.arrayContaining(['Payment gateway', 'Shop → Payment gateway', 'Decide & pay']),
    );
    expect(names('pay')).not.toContain('');
  });

  test('are found by other names', () => {
    expect(names('psp')).toEqual(['Payment gateway']);
  });

  test('of a map of 20,000 touchpoints are limited to what one reads, and counted', () => {
    const large = buildMap((m) => {
      for (let index = 0; index < 20_000; index++) m.touchpoint(`Step ${index}`);
    }).journey();
    const found = findInPalette(large, idle, 'step', []);
    expect(found.count).toBe(20_000);
    expect(found.shown).toBe(50);
  });
});

test('FIND-7: what is read off the map is found by the words people have for it', () => {
  expect(names('raci')[0]).toBe('Show the RACI matrix');
  expect(names('art 30')[0]).toBe('Show the record of processing activities (GDPR Art. 30)');
  expect(names('touchpoints systems')[0]).toBe('Show the matrix touchpoints × systems');
  expect(names('score')[0]).toBe('Show the score: how well the story holds');
});

test('FIND-3: what was chosen lately comes first, as long as it is there', () => {
  const gone = 'touchpoints:gone';
  const recents = withRecent(
    withRecent([gone], 'intent:view.zoom-fit'),
    `systems:${built.id('Shop', 'systems')}`,
  );
  const { groups } = findInPalette(journey, idle, '', recents);
  expect(groups[0]?.id).toBe('recent');
  expect(groups[0]?.entries.map(({ label }) => label)).toEqual(['Shop', 'Show the whole map']);
  const team = `parties:${built.id('Payments team', 'parties')}`;
  expect(names('pay', [team])[0]).toBe('Payments team');
  expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a']);
});

describe('FIND-4: commands', () => {
  test('that lack something come last and say what', () => {
    const offered = commands(idle);
    const firstMissing = offered.findIndex(({ missing }) => missing !== null);
    expect(offered.slice(firstMissing).every(({ missing }) => missing !== null)).toBe(true);
    expect(offered.find(({ id }) => id === 'record.delete')?.missing).toBe('Select something first');
    expect(offered).toHaveLength(intents.length - 1);
  });

  test('that lack something come before those that only have the letters of the query', () => {
    const found = names('try');
    expect(found[0]).toMatch(/^Try /);
    expect(found).toContain('Show the score: how well the story holds');
  });

  test('lack nothing but a stage, a note and a second touchpoint once one is selected and there is a history, and all when the map cannot be changed', () => {
    const selection = [{ kind: 'touchpoints', id: built.id('Pay') }] as const;
    const trials = { off: 1, on: 1, tried: 1 };
    const history = { canUndo: true, canRedo: true };
    const busy = { ...idle, ...history, selection, isFiltered: true, trials, hasFuture: true };
    const lacking = commands(busy).filter(({ missing }) => missing !== null);
    const forSeveral = lacking.filter(({ id }) => /^(align|note)\./.test(id));
    expect(forSeveral).toHaveLength(10);
    expect(lacking.filter((entry) => !forSeveral.includes(entry)).map(({ id }) => id)).toEqual([
      'record.merge',
      'stage.split',
      'stage.merge',
    ]);
    const looking = commands({ ...busy, isReadOnly: true });
    expect(looking.find(({ id }) => id === 'history.undo')?.missing).toBe('This map cannot be changed here');
    expect(looking.find(({ id }) => id === 'view.zoom-fit')?.missing).toBeNull();
  });
});

test('FIND-4: merging, trying and the future say what they lack, and copying shows its key', () => {
  const missing = (situation: Situation) =>
    Object.fromEntries(commands(situation).map(({ id, missing: why }) => [id, why]));
  expect(missing(idle)).toMatchObject({
    'clipboard.copy': 'Select something first',
    'clipboard.paste': null,
    'record.merge': 'Select several systems, people, personas or data objects first',
    'trial.without': 'Select a live system or data flow first',
    'trial.stop': 'Select something that is in the trial first',
    'view.future': 'Nothing is planned yet',
  });
  const systems = ['Shop', 'Payment gateway'].map((name) => built.id(name, 'systems'));
  const selection = systems.map((id) => ({ kind: 'systems' as const, id }));
  expect(missing({ ...idle, selection })['record.merge']).toBeNull();
  const mixed = [...selection, { kind: 'touchpoints' as const, id: built.id('Pay') }];
  expect(missing({ ...idle, selection: mixed })['record.merge']).not.toBeNull();
  expect(shortcutOf({ type: 'intent', id: 'clipboard.paste', label: '', missing: null })).toBe('Mod+V');
});

describe('FIND-6: the sheet of shortcuts', () => {
  const lines = (query: string, platform: 'apple' | 'other' = 'other') =>
    shortcutSheet(query, platform).flatMap((group) => group.lines.map(({ id }) => id));

  test('shows every command that has a key', () => {
    expect(lines('')).toEqual(
      expect.arrayContaining(['history.undo', 'touchpoint.create', 'palette.open', 'walk']),
    );
  });

  test('is searched by what a key does and by the key of the keyboard in use', () => {
    expect(lines('duplicate')).toEqual(['record.duplicate']);
    expect(lines('ctrl+d')).toEqual(['record.duplicate']);
    expect(lines('⌘d', 'apple')).toEqual(['record.duplicate']);
    expect(lines('no such thing')).toEqual([]);
  });
});
