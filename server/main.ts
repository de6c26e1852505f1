import { messageOf } from './log';
import { runOperation } from './operations/runOperation';
import { serve } from './serve';
import { parseSettings } from './settings';

function sayText(line: string): void {
  console.log(line);
}

function sayJson(line: string): void {
  console.log(JSON.stringify({ time: new Date().toISOString(), message: line }));
}

async function main(): Promise<void> {
  const parsed = parseSettings(process.env);
  if (!parsed.ok) {
    console.error(parsed.problem);
    process.exitCode = 2;
    return;
  }
  const { settings } = parsed;
  const words = process.argv.slice(2);
  try {
    if (words.length > 0) process.exitCode = await runOperation(words, settings, sayText);
    else await serve(settings, settings.logFormat === 'json' ? sayJson : sayText);
  } catch (error) {
    const what = words.length > 0 ? `Could not ${words[0]}` : 'Throughline could not start';
    console.error(`${what}: ${messageOf(error)}`);
    process.exitCode = 1;
  }
}

await main();
