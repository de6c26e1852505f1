import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One stage of a Dockerfile: what it starts from, and its instructions in order. */
export interface BuildStage {
  readonly image: string;
  readonly name: string | null;
  readonly steps: readonly { readonly word: string; readonly rest: string }[];
}

/** Reads the Dockerfile. Throws on what this reader does not know: it must not pass over anything. */
export function readDockerfile(): readonly BuildStage[] {
  const stages: { image: string; name: string | null; steps: { word: string; rest: string }[] }[] = [];
  for (const line of readFileSync('deploy/Dockerfile', 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, word = '', rest = ''] = /^([A-Z]+) (.+[^\\])$/.exec(line) ?? [];
    if (word === '') throw new Error(`a line that is no instruction: ${line}`);
    if (word === 'FROM') {
      const [, image = '', name = null] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? [];
      stages.push({ image, name, steps: [] });
    } else stages.at(-1)?.steps.push({ word, rest });
  }
  return stages;
}

/** What follows an instruction each time it is used. */
export function stepsOf({ steps }: BuildStage, word: string): readonly string[] {
  return steps.filter((step) => step.word === word).map(({ rest }) => rest);
}

/** A list of words as JSON after an instruction or its options. */
export function wordsOf(rest: string): readonly string[] {
  return JSON.parse(rest.slice(rest.indexOf('['))) as readonly string[];
}

/** `NAME=value` pairs of an `ENV` line. */
export function pairsOf(lines: readonly string[]): Readonly<Record<string, string>> {
  const pairs = lines.flatMap((line) => line.split(' ')).map((pair) => pair.split('=', 2));
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
}

export interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly stop_grace_period?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

export function readCompose(): ComposeFile {
  return parse(readFileSync('deploy/compose.yaml', 'utf8')) as ComposeFile;
}

/** All values of each key of the systemd unit, section by section. */
export function readUnit(): Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> {
  const sections: Record<string, Record<string, string[]>> = {};
  let section: Record<string, string[]> = {};
  for (const line of readFileSync('deploy/throughline.service', 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined) section = sections[name] = {};
    else if (key === '') throw new Error(`a line that says nothing: ${line}`);
    else (section[key] ??= []).push(value);
  }
  return sections;
}
