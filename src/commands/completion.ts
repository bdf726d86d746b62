import { suggest } from '../ruby/suggest.js';
import { bashCompletion } from './completion/bash.js';
import { fishCompletion } from './completion/fish.js';
import { zshCompletion } from './completion/zsh.js';
import { CommandError, type Invocation } from './line/command.js';
import { GLOBAL_FLAGS } from './line/flags.js';

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** `utterson completion SHELL`: prints a script for the shell, made from the tables of commands and switches. */
export async function completion({ args: [shell], commands }: Invocation): Promise<number> {
  const shown = commands.filter(({ isHidden }) => !isHidden);
  if (shell === 'bash' || shell === 'zsh' || shell === 'fish') {
    process.stdout.write(SHELLS[shell](shown, GLOBAL_FLAGS));
    return 0;
  }
  const given = shell === undefined ? 'You must name a shell' : `There is no completion for '${shell}'`;
  const hint =
    (shell === undefined ? null : suggest(shell, Object.keys(SHELLS))) ?? 'It is one of bash, zsh and fish.';
  throw new CommandError(`${given}.\n→ ${hint}`);
}
