import { runCommand } from './runCommand';

process.exitCode = await runCommand(process.argv.slice(2), {
  folder: process.cwd(),
  isColoured: process.stdout.isTTY && !process.env['NO_COLOR'],
  say: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
});
