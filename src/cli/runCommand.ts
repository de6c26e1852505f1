import { readFileSync } from 'node:fs';
import { groupReport, moreLikeThis, type ReportLine } from '../interchange/groupReport';
import { systemEntropy } from '../model/ids';
import { check } from './check/check';
import type { CheckOptions } from './check/checkArguments';
import { convert } from './convert';
import { parseArguments, usage } from './parseArguments';

/** Where a command is run from and what it says. */
interface Terminal {
  /** What paths are shown from. */
  readonly folder: string;
  readonly isColoured: boolean;
  /** Standard output. */
  readonly say: (text: string) => void;
  /** Standard error. */
  readonly complain: (text: string) => void;
}

/** Runs the command line with these words and returns its exit status: 0, 1 when it could not be done, 2 for wrong usage. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const command = parseArguments(words);
  if (command.name === 'help') {
    terminal.say(usage);
    return 0;
  }
  if (command.name === 'wrong') {
    terminal.complain(`throughline: ${command.problem}\n\n${usage}`);
    return 2;
  }
  if (command.name === 'check') return runCheck(command.options, terminal);
  const { conversion } = command;
  const converted = await convert(conversion, systemEntropy);
  if (!converted.ok) {
    terminal.complain(`${converted.reason}\n`);
    return 1;
  }
  const { records, report } = converted;
  terminal.say(`${conversion.output}: ${records} records, ${report.length} notes in the report\n`);
  for (const line of groupReport(report)) terminal.say(`${reportLine(line)}\n`);
  return 0;
}

/** A line of the report, with where it is about. */
function reportLine({ entry, more }: ReportLine): string {
  const { level, message, file, line } = entry;
  const place = file === undefined ? '' : ` (${file}${line === undefined ? '' : `:${line}`})`;
  return `  ${level}: ${message}${place}${more > 0 ? `\n  ${moreLikeThis(more)}` : ''}`;
}

async function runCheck(options: CheckOptions, terminal: Terminal): Promise<number> {
  const { status, output, complaints } = await check(options, {
    entropy: systemEntropy,
    folder: terminal.folder,
    programVersion: programVersion(),
    isColoured: terminal.isColoured,
  });
  terminal.say(output);
  for (const complaint of complaints) terminal.complain(`${complaint}\n`);
  return status;
}

function programVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
