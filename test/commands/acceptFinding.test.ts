import { afterEach, describe, expect, test } from 'vitest';
import { acceptanceOf } from '../../src/analysis/acceptedFindings';
import { analyse } from '../../src/analysis/analyse';
import { acceptFinding, reopenFinding, type FindingAcceptance } from '../../src/commands/acceptFinding';
import type { CommandContext } from '../../src/commands/command';
import { duplicateRecords } from '../../src/commands/duplicateRecords';
import { redo, undo } from '../../src/commands/undoRedo';
import { JourneyDocument } from '../../src/doc/journeyDocument';
import { emptyBundle } from '../../src/model/bundle';
import { kinds } from '../../src/model/kinds';
import { seededEntropy, TestNetwork, type TestClient } from '../support/testNetwork';

const bundle = Object.assign(emptyBundle(), {
  touchpoints: [{ id: 'pay', title: 'Pay' }],
  systems: [{ id: 'till', name: 'Till' }],
});

let network: TestNetwork | null = null;
afterEach(() => network?.close());

function people(count: number): readonly TestClient[] {
  network = new TestNetwork(count, 11, bundle);
  return network.clients;
}

function contextOf({ document, mirror }: TestClient): CommandContext {
  return { document, journey: () => mirror.store.getState().journey };
}

const words = { reason: 'Known', until: null, acceptedBy: 'Ada' };

function accept(client: TestClient, id: string, given: Partial<FindingAcceptance> = {}) {
  const context = contextOf(client);
  const finding = analyse(context.journey()).findings.find((one) => one.id === id);
  if (!finding) throw new Error(`no finding ${id}`);
  return acceptFinding.run(context, { ...acceptanceOf(finding, context.journey()), ...words, ...given });
}

function accepted(client: TestClient): readonly (readonly [string, string])[] {
  const { accepted: all } = analyse(client.mirror.store.getState().journey);
  return all.map(({ finding, acceptance }) => [finding.id, acceptance.acceptedBy] as const);
}

describe('ACC-1: accepting', () => {
  test('needs a reason and a date that is one', () => {
    const [ada] = people(1) as [TestClient];
    expect(accept(ada, 'no-owner:pay', { reason: '  ' })).toEqual({ ok: false, reason: 'invalid' });
    expect(accept(ada, 'no-owner:pay', { until: 'soon' })).toEqual({ ok: false, reason: 'invalid' });
    expect(accept(ada, 'no-owner:pay', { until: '2027-01-31' })).toMatchObject({ ok: true });
    expect(accepted(ada)).toEqual([['no-owner:pay', 'Ada']]);
  });

  test('is one step of undo, and so is taking it back', () => {
    const [ada] = people(1) as [TestClient];
    const context = contextOf(ada);
    accept(ada, 'no-owner:pay');
    undo.run(context);
    expect(accepted(ada)).toEqual([]);
    redo.run(context);
    expect(accepted(ada)).toHaveLength(1);
    const about = { finding: 'no-owner', about: ['pay'] };
    expect(reopenFinding.run(context, about)).toEqual({ ok: true, value: 1 });
    expect(accepted(ada)).toEqual([]);
    expect(reopenFinding.run(context, about)).toEqual({ ok: false, reason: 'not-found' });
    undo.run(context);
    expect(accepted(ada)).toHaveLength(1);
  });
});

describe('ACC-5: several acceptances', () => {
  test('two people at once: both are kept, everybody shows the newest, taking back takes both', () => {
    const [ada, ben] = people(2) as [TestClient, TestClient];
    accept(ada, 'no-owner:pay');
    accept(ben, 'no-owner:pay', { acceptedBy: 'Ben' });
    network?.settle();
    for (const client of [ada, ben]) {
      expect(contextOf(client).journey().acceptances.all).toHaveLength(2);
      expect(accepted(client)).toHaveLength(1);
    }
    expect(accepted(ada)).toEqual(accepted(ben));
    reopenFinding.run(contextOf(ben), { finding: 'no-owner', about: ['pay'] });
    network?.settle();
    expect(accepted(ada)).toEqual([]);
  });

  test('accepting again takes the place of what is known', () => {
    const [ada] = people(1) as [TestClient];
    accept(ada, 'no-owner:pay');
    accept(ada, 'no-owner:pay', { acceptedBy: 'Ben' });
    expect(contextOf(ada).journey().acceptances.all).toHaveLength(1);
    expect(accepted(ada)).toEqual([['no-owner:pay', 'Ben']]);
    undo.run(contextOf(ada));
    expect(accepted(ada)).toEqual([['no-owner:pay', 'Ada']]);
  });
});

test('ACC-6: a copy of a record has a finding of its own, which nobody has accepted', () => {
  const [ada] = people(1) as [TestClient];
  accept(ada, 'no-owner:till');
  const copies = duplicateRecords.run(contextOf(ada), {
    records: [{ kind: 'systems', id: 'till' }],
    by: { at: 0, offset: 0 },
  });
  expect(copies.ok).toBe(true);
  expect(contextOf(ada).journey().systems.all).toHaveLength(2);
  expect(accepted(ada)).toEqual([['no-owner:till', 'Ada']]);
});

test('ACC-6: a map from before acceptances opens, has none, and takes one', () => {
  const [ada] = people(1) as [TestClient];
  // Yjs makes top-level maps when they are first written to: a document without any is what an older program wrote.
  const old = ada.document.encode();
  const document = new JourneyDocument({ entropy: seededEntropy(3), actor: 'later' });
  document.applyUpdate(old);
  expect(document.isReadOnly).toBe(false);
  expect(document.readTables().acceptances.size).toBe(0);
  expect(kinds).toContain('acceptances');
  document.change('accept', (writer) =>
    writer.create('acceptances', { finding: 'no-owner', about: ['pay'] }),
  );
  expect(document.readTables().acceptances.size).toBe(1);
  document.destroy();
});
