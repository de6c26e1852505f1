import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { fixesOfUnknown, fixOf, type Fix } from '../../src/analysis/fixOf';
import { commands } from '../../src/commands/registry';
import { checkFields } from '../../src/model/defineRecord';
import { recordDefinitions, type Kind } from '../../src/model/kinds';
import { everyKind } from './everyKind';
import { mapOf } from './mapOf';

const journey = mapOf(everyKind);
const { findings } = analyse(journey, undefined, { today: '2031-01-01' });
const fixesOfKind = (kind: string): readonly (Fix | null)[] =>
  findings.filter((one) => one.kind === kind).map((one) => fixOf(one, journey));

test('FIX-1: every fix is a command that exists, its patch fits the record, one thing at most is left to choose', () => {
  const known = new Set<string>(commands.map(({ id }) => id));
  let count = 0;
  for (const finding of findings) {
    const fix = fixOf(finding, journey);
    if (!fix) continue;
    count++;
    expect(known).toContain(fix.command);
    if (fix.command !== 'record.update') continue;
    const { kind, patch } = fix.args as { kind: Kind; patch: Record<string, unknown> };
    expect(checkFields(recordDefinitions[kind], patch)).toEqual([]);
    if (fix.choose === null) continue;
    expect(Object.keys(recordDefinitions[kind].fields)).toContain(fix.choose.argument);
    if (typeof fix.choose.from === 'object')
      for (const option of fix.choose.from)
        expect(checkFields(recordDefinitions[kind], { [fix.choose.argument]: option })).toEqual([]);
  }
  expect(count).toBeGreaterThan(20);
});

test.each([
  ['broken', { command: 'data-flow.create', args: { from: 'web', to: 'pos', status: 'proposed' } }],
  ['by-hand', { command: 'data-flow.create', args: { from: 'desk', to: 'survey', status: 'proposed' } }],
  ['no-owner', { command: 'assignment.create', args: { subject: 'search', role: 'accountable' } }],
  [
    'several-owners',
    {
      args: { subject: 'rate', role: 'accountable', replace: true },
      choose: { from: ['brand', 'platform'] },
    },
  ],
  ['no-it-owner', { command: 'assignment.create', args: { subject: 'web', role: 'responsible' } }],
  ['no-lawful-basis', { command: 'record.update', choose: { argument: 'lawfulBasis' } }],
  ['end-deleted', { command: 'record.restore', args: { records: [{ kind: 'systems', id: 'gone' }] } }],
  ['asked-again', { args: { from: 'web', to: 'pos', dataObjects: ['mail'], status: 'proposed' } }],
  ['asked-twice', { args: { id: 'pay', patch: { dataCaptured: ['card'], dataNeeded: ['mail'] } } }],
])('FIX-1: what mends %s', (kind, fix) => {
  expect(fixesOfKind(kind)[0]).toMatchObject(fix);
});

test('FIX-2: none where only people can settle it, or something is under way', () => {
  for (const kind of ['late', 'hand-over', 'not-recognised', 'unavailable', 'not-used', 'other-region'])
    expect(new Set(fixesOfKind(kind)), kind).toEqual(new Set([null]));
  const planned = mapOf({
    ...everyKind,
    dataFlows: { ...everyKind.dataFlows, soon: { from: 'web', to: 'pos', status: 'planned' } },
  });
  const broken = analyse(planned).findings.find(({ kind }) => kind === 'broken');
  expect(broken && fixOf(broken, planned)).toBeNull();
});

test('FIX-3: an unknown step becomes known by a system, or by needing none', () => {
  const bare = mapOf({ ...everyKind, usages: {}, dataFlows: {} });
  const judgement = analyse(bare).continuity.judgements.get('x2');
  expect(judgement && fixesOfUnknown(judgement, bare)).toEqual(
    ['pay', 'collect'].flatMap((touchpoint) => [
      {
        command: 'usage.create',
        args: { touchpoint },
        choose: { argument: 'system', from: 'system' },
      },
      {
        command: 'record.update',
        args: { kind: 'touchpoints', id: touchpoint, patch: { noSystemNeeded: true } },
        choose: null,
      },
    ]),
  );
});
