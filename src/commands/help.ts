import { findCommand, type Invocation, suggestCommand } from './line/command.js';
import { GLOBAL_FLAGS } from './line/flags.js';
import { commandHelp, programHelp } from './line/help-text.js';
import { packageVersion } from './line/package-root.js';

/** `utterson help [SUBCOMMAND]`. */
export async function help({ args, commands, reporter }: Invocation): Promise<number> {
  const [name] = args;
  if (name === undefined) {
    reporter.raw('info', programHelp(commands, GLOBAL_FLAGS, packageVersion()));
    return 0;
  }
  const command = findCommand(commands, name);
  if (command) {
    reporter.raw('info', commandHelp(command, GLOBAL_FLAGS));
    return 0;
  }
  reporter.error('Error:', `Hmm... we don't know what the '${name}' command is.`);
  const hint = suggestCommand(commands, name);
  if (hint !== null) reporter.error('', hint);
  reporter.info('Valid commands:', commands.map((known) => known.name).join(', '));
  return 1;
}
