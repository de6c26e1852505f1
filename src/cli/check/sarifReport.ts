import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '../../analysis/finding';
import { explanationOf } from '../../analysis/sentences';
import { failKinds, type FailKind } from './conditions';
import type { CheckFacts, CheckReport } from './report';
import type { Words } from './languages';

/** Where and what the checked file is. */
export interface SarifContext {
  /** Folder that relative addresses start from. */
  readonly folder: string;
  /** Line of each record in the file, by id, from 1. */
  readonly lines: ReadonlyMap<string, number>;
  /** Version of this program. */
  readonly programVersion: string;
}

type RecordName = CheckFacts['findings'][number]['records'][number];

const levels: { readonly [S in Severity]: 'error' | 'warning' | 'note' } = {
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/**
 * The report as a SARIF 2.1.0 log (OASIS), for dashboards of code scanning. A finding is a result; a step of which
 * nothing is known is a result of kind “open”, which is SARIF's word for that and counts as no failure.
 */
export function sarifReport(report: CheckReport, words: Words, context: SarifContext): object {
  const uri = artifactUri(report.file, context.folder);
  const locationOf = (record: RecordName | undefined): object => location(record, uri, context.lines);
  const hasAccepted = report.counts.accepted > 0;
  const findings = report.findings.map(({ id, kind, severity, records, sentence, accepted }) => {
    const [first, ...related] = records;
    return {
      ...ruleRef(kind),
      level: levels[severity],
      message: { text: plainMessage(sentence) },
      locations: [locationOf(first)],
      ...(related.length > 0 && { relatedLocations: related.map(locationOf) }),
      partialFingerprints: { 'throughlineFinding/v1': id },
      // Tools expect the list with every result of a run or with none (§3.27.23).
      ...(hasAccepted && { suppressions: accepted === null ? [] : [suppressionOf(accepted)] }),
    };
  });
  const unknown = report.transitions
    .filter(({ verdict }) => verdict === 'unknown')
    .map(({ id, from, to, sentence }) => ({
      ...ruleRef('unknown'),
      kind: 'open',
      level: 'none',
      message: { text: plainMessage(sentence) },
      locations: [
        locationOf({ kind: 'transitions', id, name: [from, to].map((end) => end?.name ?? '').join(' → ') }),
      ],
      partialFingerprints: { 'throughlineFinding/v1': `unknown:${id}` },
      ...(hasAccepted && { suppressions: [] }),
    }));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Throughline',
            version: context.programVersion,
            language: report.language,
            rules: rulesOf(words),
          },
        },
        language: report.language,
        invocations: [
          {
            executionSuccessful: true,
            exitCode: report.holds ? 0 : 1,
            toolExecutionNotifications: report.notes.map(({ message, pointer }) => ({
              level: 'warning',
              message: { text: plainMessage(pointer === null ? message : `${pointer}: ${message}`) },
              locations: [{ physicalLocation: { artifactLocation: { uri, index: 0 } } }],
            })),
          },
        ],
        artifacts: [{ location: { uri }, mimeType: 'application/json' }],
        results: [...findings, ...unknown],
        properties: { score: report.score, coverage: report.coverage, failures: report.failures },
      },
    ],
  };
}

/** The file says that people live with it, not the place of the result: the suppression is external to it. */
function suppressionOf({
  reason,
  by,
  until,
}: NonNullable<CheckFacts['findings'][number]['accepted']>): object {
  return { kind: 'external', status: 'accepted', justification: reason, properties: { by, until } };
}

function ruleRef(kind: string): object {
  return { ruleId: kind, ruleIndex: failKinds.indexOf(kind as FailKind) };
}

function rulesOf({ sentences, texts }: Words): readonly object[] {
  return failKinds.map((kind) => {
    const { title, mend } = texts.rules[kind];
    if (kind === 'unknown') {
      const help = { text: `${title}. ${mend}` };
      return { id: kind, ...described(title, help.text), help, defaultConfiguration: { level: 'none' } };
    }
    const { customer, it } = explanationOf(kind, sentences);
    return {
      id: kind,
      ...described(title, `${customer} ${it}`),
      help: { text: `${customer} ${it} ${mend}` },
    };
  });
}

function described(title: string, text: string): object {
  return { shortDescription: { text: `${title}.` }, fullDescription: { text } };
}

function location(record: RecordName | undefined, uri: string, lines: ReadonlyMap<string, number>): object {
  const startLine = record && lines.get(record.id);
  return {
    physicalLocation: {
      artifactLocation: { uri, index: 0 },
      ...(startLine !== undefined && { region: { startLine } }),
    },
    ...(record && {
      logicalLocations: [
        {
          name: record.name || record.id,
          fullyQualifiedName: `${record.kind}/${record.id}`,
          kind: record.kind,
        },
      ],
    }),
  };
}

/** The address of a file: relative to the folder when it lies in it, so that it is the same on every machine. */
export function artifactUri(file: string, folder: string): string {
  const path = relative(folder, resolve(folder, file));
  const isInside = path !== '' && !isAbsolute(path) && path.split(sep)[0] !== '..';
  if (!isInside) return pathToFileURL(resolve(folder, file)).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}

/** A text that SARIF shows as it stands: no placeholders (§3.11.5), no embedded links (§3.11.6). */
function plainMessage(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', '\\](');
}
