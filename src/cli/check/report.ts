import * as z from 'zod';
import { severities } from '../../analysis/finding';
import { verdicts } from '../../analysis/verdict';
import { flowLatencies } from '../../model/records/dataFlow';

const count = z.int().min(0);
const percent = z.number().min(0).max(100);

const named = z.object({
  id: z.string().describe('Id of the record in the file'),
  name: z.string().describe('Its name or title; empty when it has none'),
});

const transition = z.object({
  id: z.string().describe('Id of the transition in the file'),
  from: named.describe('The touchpoint the step leads from'),
  to: named.nullable().describe('The touchpoint it leads to; null where the customer drops out'),
  judgedFrom: named
    .nullable()
    .describe(
      'The touchpoint whose knowledge was looked for at the end of the step: another than `from` where that needs no system; null without a verdict',
    ),
  verdict: z.enum(verdicts).describe('Whether what became known about the customer arrives'),
  reason: z
    .string()
    .nullable()
    .describe('Why the step is not counted or nothing is known of it; null for every other verdict'),
  route: z
    .array(z.string())
    .nullable()
    .describe(
      'Names of the systems of the best route, in order; one where no flow is needed, null without a route',
    ),
  slowestLatency: z
    .enum(flowLatencies)
    .nullable()
    .describe('Latency of the slowest hop of the route; null without a route'),
  sentence: z.string().describe('The same in words'),
});

const finding = z.object({
  id: z.string().describe('The same as long as the finding is about the same records'),
  kind: z.string().describe('Kind of finding; kinds may be added'),
  severity: z.enum(severities),
  records: z
    .array(
      z.object({
        kind: z.string().describe('Kind of record, as its list in the file is called'),
        ...named.shape,
      }),
    )
    .describe('What it is about, the place to look first'),
  sentence: z.string().describe('What it is, in words'),
  factsDigest: z
    .string()
    .describe('Digest of the facts under it: an acceptance of the finding holds while it names the same one'),
  accepted: z
    .object({
      reason: z.string(),
      by: z.string().describe('The name of who accepted it; empty when it is not known'),
      until: z.string().nullable().describe('The last day it is accepted, YYYY-MM-DD; null without one'),
    })
    .nullable()
    .describe('Why people live with it; null while nobody does, or when the facts have changed since'),
});

const note = z.object({
  message: z.string(),
  pointer: z.string().nullable().describe('Where in the file, as in `touchpoints[3].emotion`'),
});

const facts = z.object({
  format: z.literal('throughline-check'),
  version: z.literal(1).describe('Goes up only when something is removed, renamed or given a new meaning'),
  file: z.string().describe('The file, as it was named'),
  language: z.string().describe('Language of all sentences, a BCP 47 tag'),
  map: z.object({ title: z.string() }),
  score: percent
    .nullable()
    .describe('Carried ÷ known steps, in per cent, not rounded; null when nothing is known'),
  coverage: percent
    .nullable()
    .describe('Known ÷ counted steps, in per cent, not rounded; null when there is nothing to count'),
  counts: z.object({
    transitions: count,
    counted: count.describe('Transitions that have a verdict, unknown included'),
    known: count.describe('Counted transitions of which more than “unknown” can be said'),
    verdicts: z.record(z.enum(verdicts), count),
    findings: count,
    accepted: count.describe('Of these the ones people live with'),
    severities: z.record(z.enum(severities), count),
    kinds: z.record(z.string(), count).describe('Findings of each kind, none included'),
  }),
  transitions: z.array(transition).describe('Every transition, by when it was made, then by id'),
  findings: z.array(finding).describe('The most pressing first'),
  notes: z.array(note).describe('What was left out or repaired while the file was read'),
});

/** What `check --format json` prints: a contract, see docs/check. */
export const reportSchema = z.object({
  ...facts.shape,
  holds: z.boolean().describe('Whether every condition that was asked for holds'),
  failures: z.array(z.string()).describe('One sentence for each condition that does not hold'),
});

/** Everything there is to say of a map, whatever is asked of it. */
export type CheckFacts = z.infer<typeof facts>;
/** The facts, and whether the map holds. */
export type CheckReport = z.infer<typeof reportSchema>;
export type ReportedTransition = z.infer<typeof transition>;
export type ReportedFinding = z.infer<typeof finding>;

/** The shape of the report as JSON Schema (draft 2020-12). Further fields are allowed: they may be added within a version. */
export function checkReportSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { io: 'input' });
  return {
    $schema,
    title: 'Throughline check',
    description: 'Where the customer’s story tears in a map: what `throughline check --format json` prints.',
    ...schema,
  };
}
