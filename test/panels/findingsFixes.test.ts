import { expect, test } from 'vitest';
import { analyse, type Analysis } from '../../src/analysis/analyse';
import type { Finding } from '../../src/analysis/finding';
import { fixOf, type Fix } from '../../src/analysis/fixOf';
import { undo } from '../../src/commands/undoRedo';
import type { CommandContext } from '../../src/commands/command';
import { createJourneyDocument } from '../../src/doc/seed';
import { emptyBundle, type Bundle } from '../../src/model/bundle';
import { kinds } from '../../src/model/kinds';
import { fixLabel } from '../../src/panels/findings/fixLabels';
import { runFix, type FixChoice } from '../../src/panels/findings/runFix';
import { createMirror } from '../../src/store/mirror';
import { everyKind } from '../analysis/everyKind';
import { mapOf } from '../analysis/mapOf';

const today = '2031-01-01';

/** The map on which every kind occurs, as a document that commands can be run on. */
function openEveryKind(): CommandContext {
  const bundle = emptyBundle();
  const { tables } = mapOf(everyKind);
  for (const kind of kinds) Object.assign(bundle, { [kind]: [...tables[kind].values()] });
  let clock = 100;
  const entropy = { now: () => ++clock, random32: () => Math.imul(++clock, 2_654_435_761) >>> 0 };
  const document = createJourneyDocument({ entropy, actor: 'me', bundle: bundle as Bundle });
  const mirror = createMirror(document);
  return { document, journey: () => mirror.store.getState().journey };
}

function analysisOf({ journey }: CommandContext): Analysis {
  return analyse(journey(), undefined, { today });
}

/** Something that fits what a fix asks for. */
function choiceFor({ choose }: Fix, finding: Finding): FixChoice | null {
  if (choose === null) return null;
  if (choose.from === 'party') {
    const isBusiness = finding.kind === 'no-business-owner';
    return finding.kind === 'no-owner'
      ? { name: 'Returns team' }
      : { value: isBusiness ? 'brand' : 'platform' };
  }
  if (choose.from === 'text') return { value: 'as agreed' };
  if (choose.from === 'date') return { value: '2032-01-01' };
  const best = { standing: 'sanctioned', clearedFor: 'restricted' }[choose.argument];
  return { value: best ?? (choose.from[0] as string) };
}

const start = openEveryKind();
const mendable = analysisOf(start).findings.filter((one) => fixOf(one, start.journey()) !== null);

test('what can be mended has a button that says how', () => {
  expect(mendable.length).toBeGreaterThan(20);
  for (const one of mendable) {
    const fix = fixOf(one, start.journey());
    expect(fix && fixLabel(one.kind, fix), one.kind).not.toBeNull();
  }
});

test.each(mendable.map((one) => [one.id, one] as const))(
  '%s is mended, and undo brings it back',
  (id, one) => {
    const context = openEveryKind();
    const before = analysisOf(context);
    const fix = fixOf(one, context.journey());
    if (!fix) throw new Error('nothing mends it');
    expect(runFix(context, fix, choiceFor(fix, one))).toMatchObject({ ok: true });
    const left = analysisOf(context).findings.find((other) => other.id === id);
    if (fix.command === 'data-flow.create' && left && 'wouldBe' in left.facts)
      // What is only proposed mends nothing yet: the verdict stays, with a note of what it takes.
      expect(left.facts.wouldBe).not.toBeNull();
    else if (fix.choose?.argument === 'answeredBy')
      // Who has to answer is known now; the answer itself is the next thing to mend.
      expect(left && fixOf(left, context.journey())?.choose?.argument).toBe('state');
    else if (fix.command !== 'data-flow.create') expect(left).toBeUndefined();
    expect(undo.run(context, undefined)).toMatchObject({ ok: true });
    expect(analysisOf(context).findings).toEqual(before.findings);
  },
);

test('a fix that asks does nothing without a choice', () => {
  const context = openEveryKind();
  const nobody = analysisOf(context).findings.find(({ kind }) => kind === 'no-owner');
  const fix = nobody && fixOf(nobody, context.journey());
  expect(fix && runFix(context, fix)).toEqual({ ok: false, reason: 'invalid' });
});
