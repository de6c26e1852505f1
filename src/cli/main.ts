import { readFileSync } from 'node:fs';
import { groupReport, moreLikeThis, type ReportLine } from '../interchange/groupReport';
import { systemEntropy } from '../model/ids';
import { check } from './check/check';
import type { CheckOptions } from './check/checkArguments';
import { convert } from './convert';
import { parseArguments, usage } from './parseArguments';

/** Runs the command line and returns its exit status. */
async function run(words: readonly string[]): Promise<number> {
  const command = parseArguments(words);
  if (command.name === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  if (command.name === 'wrong') {
    process.stderr.write(`throughline: ${command.problem}\n\n${usage}`);
    return 2;
  }
  if (command.name === 'check') return runCheck(command.options);
  const { conversion } = command;
  const converted = await convert(conversion, systemEntropy);
  if (!converted.ok) {
    process.stderr.write(`${converted.reason}\n`);
    return 1;
  }
  const { records, report } = converted;
  process.stdout.write(`${conversion.output}: ${records} records, ${report.length} notes in the report\n`);
  for (const line of groupReport(report)) process.stdout.write(`${reportLine(line)}\n`);
  return 0;
}

/** A line of the report, with where it is about. */
function reportLine({ entry, more }: ReportLine): string {
  const { level, message, file, line } = entry;
  const place = file === undefined ? '' : ` (${file}${line === undefined ? '' : `:${line}`})`;
  return `  ${level}: ${message}${place}${more > 0 ? `\n  ${moreLikeThis(more)}` : ''}`;
}

async function runCheck(options: CheckOptions): Promise<number> {
  const { status, output, complaints } = await check(options, {
    entropy: systemEntropy,
    folder: process.cwd(),
    programVersion: programVersion(),
    isColoured: process.stdout.isTTY && !process.env['NO_COLOR'],
  });
  process.stdout.write(output);
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  return status;
}

function programVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

process.exitCode = await run(process.argv.slice(2));
