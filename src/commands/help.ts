import { pageOfNumber } from '../report/error-pages.js';
import { findCommand, type Invocation, suggestCommand } from './line/command.js';
import { errorPageText } from './line/error-page-text.js';
import { commandHelp, programHelp } from './line/help-text.js';
import { thisProgram } from './line/this-program.js';

/** `utterson help [SUBCOMMAND]`, and `utterson help U1203` for the page behind a message. */
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
  const page = pageOfNumber(name);
  if (page) {
    reporter.raw('info', errorPageText(page));
    return 0;
  }
  if (/^u\d+$/i.test(name)) {
    reporter.error('Error:', `There is no message with the number ${name}.`);
    return 1;
  }
  reporter.error('Error:', `There is no command '${name}'.`);
  reporter.error('', `→ ${suggestCommand(commands, name) ?? '`utterson help` lists the commands.'}`);
  return 1;
}
