import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { findingKinds } from '../../src/analysis/findingGroups';
import { sentenceOf, sentenceOfTransition } from '../../src/analysis/sentences';
import { german } from '../../src/analysis/sentences.de';
import { english } from '../../src/analysis/sentences.en';
import { verdicts } from '../../src/analysis/verdict';
import { createJourneyDocument } from '../../src/doc/seed';
import { readThroughlineFile } from '../../src/interchange/throughline/readThroughlineFile';
import { systemEntropy } from '../../src/model/ids';
import { resolve, type Journey } from '../../src/model/resolve';
import { englishOpening } from '../../src/interchange/words/en/openingWords';

/** A day on which the samples' dates have long passed. */
const today = '2026-11-01';

function journeyOf(sample: string): Journey {
  const file = readFileSync(`src/samples/${sample}.throughline.json`, 'utf8');
  const read = readThroughlineFile(file, sample, systemEntropy, englishOpening);
  if (!read.ok) throw new Error(read.refusal.message);
  const entropy = { ...systemEntropy, now: () => 0 };
  const document = createJourneyDocument({ entropy, actor: '', bundle: read.file.bundle });
  const journey = resolve(document.readTables());
  document.destroy();
  return journey;
}

describe.each(['collectInStore', 'motorClaim'])('the sample %s', (sample) => {
  const journey = journeyOf(sample);
  const analysis = analyse(journey, undefined, { today });

  test('SAM-1: shows every verdict', () => {
    const shown = new Set([...analysis.continuity.judgements.values()].map(({ verdict }) => verdict));
    expect([...shown].sort()).toEqual([...verdicts].sort());
  });

  test('SAM-1: shows every kind of finding that a file can hold', () => {
    const shown = new Set(analysis.findings.map(({ kind }) => kind));
    expect(findingKinds.filter((kind) => !shown.has(kind))).toEqual(['end-deleted']);
  });

  test.each([
    ['en', english],
    ['de', german],
  ] as const)('SAM-2: says what it shows as a person would, in %s', async (language, sentences) => {
    const steps = journey.transitions.all.map(
      ({ id }) =>
        `${analysis.continuity.judgements.get(id)?.verdict}: ${sentenceOfTransition(id, analysis, journey, sentences)}`,
    );
    const findings = analysis.findings.map(
      (finding) => `${finding.kind}: ${sentenceOf(finding, journey, sentences)}`,
    );
    const text = `${[...steps, '', ...findings].join('\n')}\n`;
    await expect(text).toMatchFileSnapshot(`said/${sample}.${language}.txt`);
  });
});
