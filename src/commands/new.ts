import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { CommandReporter } from '../report/logger.js';
import { CommandError, type Invocation } from './line/command.js';
import type { FlagValues } from './line/flags.js';
import { localDate, localDateTime, localOffset } from './line/local-date.js';
import { callFrom, dependencyFor } from './line/program-source.js';
import { readScaffold, type Substitutions, writeScaffold } from './scaffold.js';

/** Folders that `--blank` makes and that stay empty, as in Jekyll. */
const BLANK_FOLDERS = ['_data', '_drafts', '_includes', '_posts'];

/**
 * `utterson new PATH`: a site of our own shape; with `--jekyll` or `--blank` one with Jekyll's files (Jekyll 4.4.1,
 * `Commands::New`), but with layouts of its own in place of a theme gem, so that neither Ruby nor a download is needed.
 */
export async function newSite({ args, flags, reporter, directory }: Invocation): Promise<number> {
  if (args.length === 0) throw new CommandError('You must specify a path.');
  if (flags['blank'] && flags['github']) {
    throw new CommandError(
      'A blank site has no package.json, which the workflow needs: use --github without --blank.',
    );
  }
  const folder = resolve(directory, args.join(' '));
  if (!flags['force'] && holdsFiles(folder)) {
    throw new CommandError(
      `${folder} exists and is not empty.\nEnsure ${folder} is empty or else try again with \`--force\` to proceed and ` +
        'overwrite any files.',
      'Conflict:',
    );
  }
  const template = templateFor(flags);
  mkdirSync(folder, { recursive: true });
  const substitutions = substitutionsFor(folder, template, new Date());
  writeScaffold(folder, readScaffold(template, substitutions));
  if (flags['github']) writeScaffold(folder, readScaffold('github', substitutions));
  if (template === 'blank') {
    for (const name of BLANK_FOLDERS) mkdirSync(join(folder, name), { recursive: true });
  }
  tellNextSteps(folder, template, directory, reporter);
  if (flags['skip-bundle']) reporter.info('Bundle install skipped.');
  return 0;
}

type Template = 'site' | 'jekyll' | 'blank';

function templateFor(flags: FlagValues): Template {
  if (flags['blank']) return 'blank';
  return flags['jekyll'] ? 'jekyll' : 'site';
}

/** Dot files do not count, so a fresh Git repository is empty, as for Jekyll. */
function holdsFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.'));
}

function substitutionsFor(folder: string, template: Template, now: Date): Substitutions {
  const words = basename(folder)
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return {
    SITE_NAME: /^[A-Za-z][A-Za-z0-9 ]*$/.test(name) ? name : JSON.stringify(name),
    PACKAGE_NAME: packageNameFor(words),
    UTTERSON: dependencyFor(folder),
    OUTPUT: template === 'site' ? 'dist' : '_site',
    DATE: localDate(now),
    TIME: `${localDateTime(now)} ${localOffset(now)}`,
  };
}

/** npm's rules: lower case, letters of a URL, no leading dot or dash. */
function packageNameFor(words: string): string {
  const name = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name || 'site';
}

function tellNextSteps(
  folder: string,
  template: Template,
  directory: string,
  reporter: CommandReporter,
): void {
  const { cyan } = reporter.colors.out;
  const kind = template === 'site' ? 'site' : 'Jekyll site';
  reporter.info(`New ${kind} installed in ${cyan(folder)}.`);
  const path = relative(directory, folder);
  const enter = path === '' ? '' : `cd ${/\s/.test(path) ? JSON.stringify(path) : path} && `;
  const steps = template === 'blank' ? `${callFrom(folder)} serve` : 'npm install && npm run dev';
  reporter.info(`Next: ${cyan(enter + steps)}`);
}
