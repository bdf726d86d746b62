import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import argumentsFor from 'launch-editor/get-args.js';
import guessEditor from 'launch-editor/guess.js';
import type { Place } from './places.js';

/** What became of it; what is not opened can be copied. */
export type Opening = 'opened' | 'needs-terminal' | 'none-found' | 'failed';

/** They need the terminal, in which the server runs. */
const IN_TERMINAL = /^(?:vi|vim|nvim|view|ex|ed|nano|pico|micro|hx|helix|kak|joe|jed|ne|mg|mcedit|emacs)$/;
/** An editor that cannot be started says so at once; milliseconds. */
const PATIENCE = 300;

/**
 * Opens a place in the user's editor: the one that `VISUAL` or `EDITOR` names, else one that runs. No shell has a part in it, so that
 * nothing in a name can be a command.
 */
export async function openEditor(
  { file, line, column }: Place,
  environment: NodeJS.ProcessEnv,
): Promise<Opening> {
  const named = environment['LAUNCH_EDITOR'] || environment['VISUAL'] || environment['EDITOR'];
  const [editor, ...args] = guessEditor(named || undefined);
  if (!editor) return 'none-found';
  if (isInTerminal(editor, args)) return 'needs-terminal';
  const child = spawn(editor, [...args, ...argumentsFor(editor, file, String(line), String(column))], {
    detached: true,
    stdio: 'ignore',
  });
  child.unref();
  return new Promise((resolve) => {
    child.once('error', () => resolve('failed'));
    child.once('exit', (code) => resolve(code === 0 ? 'opened' : 'failed'));
    setTimeout(() => resolve('opened'), PATIENCE);
  });
}

function isInTerminal(editor: string, args: readonly string[]): boolean {
  const name = basename(editor).replace(/\.exe$/i, '');
  if (name === 'emacsclient') return args.some((arg) => /^(?:-t|-nw|--tty)$/.test(arg));
  return IN_TERMINAL.test(name) && !(/^n?vim$/.test(name) && args.includes('-g'));
}
