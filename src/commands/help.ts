import { findCommand, type Invocation, suggestCommand } from './line/command.js';
import { commandHelp, programHelp } from './line/help-text.js';
import { thisProgram } from './line/this-program.js';

/** `utterson help [SUBCOMMAND]`. */
export async function help({ args, commands, reporter }: Invocation): Promise<number> {
  const [name] = args;
  if (name === undefined) {
    reporter.raw('info', programHelp(commands, thisProgram()));
    return 0;
  }
  const command = findCommand(commands, name);
  if (command) {
    reporter.raw('info', commandHelp(command, thisProgram()));
    return 0;
  }
  reporter.error('Error:', `There is no command '${name}'.`);
  reporter.error('', `→ ${suggestCommand(commands, name) ?? '`utterson help` lists the commands.'}`);
  return 1;
}
