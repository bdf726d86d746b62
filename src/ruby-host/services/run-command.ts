/** Commands that plugins run, as far as the user lets them. */
import { spawnSync } from 'node:child_process';
import { rubyForbidden } from '../words.js';
import { FileHistory } from './file-history.js';
import { gitArguments } from './git-command.js';
import { ShellNeededError, splitCommand } from './split-command.js';

/** What a command said and how it ended. */
export interface CommandResult {
  readonly output: string;
  readonly errors: string;
  readonly status: number;
}

/** What commands are run with. */
export interface CommandTools {
  /** The folder they run in. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What the configuration allows, e.g. `command:date`. */
  readonly allow: readonly string[];
  /** What is known of the repository already. */
  readonly history: FileHistory;
}

/** Nothing that looks is to write, ask or fetch. */
const GIT_ENVIRONMENT = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_PAGER: 'cat',
  GIT_EXTERNAL_DIFF: undefined,
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
};

/**
 * Runs a command, never by a shell.
 *
 * @param command a text as for a shell, or its words
 * @throws Error for one that is not allowed, with what to do
 */
export function runCommand(command: string | readonly string[], tools: CommandTools): CommandResult {
  const words = typeof command === 'string' ? wordsOf(command) : command;
  const [program = ''] = words;
  if (tools.allow.includes(`command:${program}`)) return run(program, words.slice(1), tools);
  if (program !== 'git') throw new Error(rubyForbidden(`the command \`${program}\``, `command:${program}`));
  const git = gitArguments(words);
  if ('refused' in git) throw new Error(rubyForbidden(git.refused, 'command:git'));
  const known = tools.history.answer(words);
  return known === null ? runGit(git.args, tools) : { output: known, errors: '', status: 0 };
}

/** What is known of the repository that a folder lies in, as far as somebody asks. */
export function historyIn(tools: Pick<CommandTools, 'directory' | 'environment'>): FileHistory {
  return new FileHistory(tools.directory, (words) => {
    const git = gitArguments(['git', ...words]);
    if ('refused' in git) throw new Error(`${git.refused} is asked for by ourselves`);
    const { output, status } = runGit(git.args, tools);
    return status === 0 ? output : null;
  });
}

function runGit(
  args: readonly string[],
  tools: Pick<CommandTools, 'directory' | 'environment'>,
): CommandResult {
  return run('git', args, { ...tools, environment: { ...tools.environment, ...GIT_ENVIRONMENT } });
}

function wordsOf(command: string): string[] {
  try {
    return splitCommand(command);
  } catch (error) {
    if (!(error instanceof ShellNeededError)) throw error;
    throw new Error(`the command \`${command.trim()}\` is not run: ${error.message}, and none is asked`);
  }
}

function run(
  program: string,
  args: readonly string[],
  { directory, environment }: Pick<CommandTools, 'directory' | 'environment'>,
): CommandResult {
  const { stdout, stderr, status, error } = spawnSync(program, args, {
    cwd: directory,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) return { output: '', errors: error.message, status: 127 };
  return { output: stdout, errors: stderr, status: status ?? 1 };
}
