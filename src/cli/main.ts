import { systemEntropy } from '../model/ids';
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
  const { conversion } = command;
  const converted = await convert(conversion, systemEntropy);
  if (!converted.ok) {
    process.stderr.write(`${converted.reason}\n`);
    return 1;
  }
  const { records, report } = converted;
  process.stdout.write(`${conversion.output}: ${records} records, ${report.length} notes in the report\n`);
  return 0;
}

process.exitCode = await run(process.argv.slice(2));
