import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandError, type Invocation } from '../line/command.js';
import { readScaffold, type ScaffoldFile, type Substitutions, writeScaffold } from './scaffold.js';

/** Folders of a theme, in the order in which Jekyll makes them. */
const FOLDERS = ['assets', '_data', '_layouts', '_includes', '_sass'];

/** `utterson new-theme NAME`: the folders and files of a theme gem (Jekyll 4.4.1, `ThemeBuilder`). */
export async function newTheme({ args, flags, reporter, directory }: Invocation): Promise<number> {
  if (args.length === 0) throw new CommandError('You must specify a theme name.');
  const name = args.join('_').replaceAll(' ', '_').replace(/_+/g, '_');
  const folder = resolve(directory, name);
  if (existsSync(folder)) throw new CommandError(`${folder} already exists.`, 'Conflict:');
  for (const part of FOLDERS) {
    reporter.info('create', join(folder, part));
    mkdirSync(join(folder, part), { recursive: true });
  }
  const substitutions = {
    THEME_NAME: name,
    USER_NAME: gitSetting('user.name'),
    USER_EMAIL: gitSetting('user.email'),
    YEAR: String(new Date().getFullYear()),
  };
  const files = [...readScaffold('theme', substitutions), ...sharedStyles(name, substitutions)]
    .filter(({ path }) => path !== 'CODE_OF_CONDUCT.md' || flags['code_of_conduct'])
    .map((file) => (file.path === 'theme.gemspec' ? { ...file, path: `${name}.gemspec` } : file));
  for (const file of files) {
    reporter.info('create', join(folder, file.path));
    writeScaffold(folder, [file]);
  }
  reporter.info('initialize', join(folder, '.git'));
  if (runGit(['init', '--quiet', folder]) === null) {
    reporter.warn('Warning:', 'Git could not be run: the folder is no repository yet.');
  }
  const { cyan } = reporter.colors.out;
  reporter.info(`Your new Jekyll theme, ${cyan(name)}, is ready for you in ${cyan(folder)}!`);
  reporter.info(`For help getting started, read ${folder}/README.md.`);
  return 0;
}

/** The style sheets that our starters share, in a folder of the theme's name: a site may have files of the same names. */
function sharedStyles(name: string, substitutions: Substitutions): ScaffoldFile[] {
  return readScaffold('own', substitutions)
    .filter(({ path }) => path.startsWith('sass/'))
    .map(({ path, text }) => ({ path: `_${path.replace('/', `/${name}/`)}`, text }));
}

/** `''` when Git has no such setting, as Jekyll leaves it. */
function gitSetting(name: string): string {
  return runGit(['config', name])?.trim() ?? '';
}

/** What Git prints; `null` when it fails or is not there. */
function runGit(args: readonly string[]): string | null {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}
