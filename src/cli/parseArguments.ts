import { checkUsage, parseCheckArguments, type CheckOptions } from './check/checkArguments';
import type { Conversion } from './convert';

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'convert'; readonly conversion: Conversion }
  | { readonly name: 'check'; readonly options: CheckOptions }
  | { readonly name: 'wrong'; readonly problem: string };

/** How the program is called. */
export const usage = `Usage: throughline convert IN… OUT.throughline.json [--report REPORT.json]

  IN      files or folders to read: Throughline files (.json), Mermaid journeys
          (.mmd, .mermaid, .md, .html), Backstage catalogues (.yaml, .yml)
  OUT     the map to write; .throughline.json is the usual ending
  --report REPORT.json
          also write what was left out, guessed, merged or refused
  --help  show this text

Exit status: 0 a map was written, 1 the input was refused, 2 wrong usage.

${checkUsage}`;

/** Reads the words after the program's name. */
export function parseArguments(words: readonly string[]): Command {
  if (words.includes('--help') || words.includes('-h')) return { name: 'help' };
  const [command, ...rest] = words;
  if (command === undefined) return wrong('no command was given');
  if (command === 'check') {
    const parsed = parseCheckArguments(rest);
    return parsed.ok ? { name: 'check', options: parsed.options } : wrong(parsed.problem);
  }
  if (command !== 'convert') return wrong(`there is no command “${command}”`);
  const paths: string[] = [];
  let report: string | null = null;
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i] ?? '';
    if (word === '--report' || word.startsWith('--report=')) {
      const path = word === '--report' ? rest[++i] : word.slice('--report='.length);
      if (path === undefined || path === '') return wrong('--report needs the name of a file');
      if (report !== null) return wrong('--report was given twice');
      report = path;
    } else if (word.startsWith('-')) return wrong(`there is no option “${word}”`);
    else paths.push(word);
  }
  const output = paths.at(-1);
  if (output === undefined || paths.length < 2)
    return wrong('convert needs at least one file to read and one to write');
  if (report === output) return wrong('the map and its report cannot be one file');
  return { name: 'convert', conversion: { inputs: paths.slice(0, -1), output, report } };
}

function wrong(problem: string): Command {
  return { name: 'wrong', problem };
}
