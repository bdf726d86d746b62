import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CommandReporter } from '../../report/logger.js';
import { CommandError, type Invocation } from '../line/command.js';
import { localDate } from '../line/local-date.js';
import { dependencyFor, IS_PUBLISHED } from '../line/program-source.js';
import { readScaffold, type Substitutions, writeScaffold } from './scaffold.js';
import { type Wishes, wishesFor } from './wishes.js';

/** Milliseconds. */
const DAY = 86_400_000;

/**
 * `utterson new PATH`: a site of our own shape, or with `--jekyll` or `--blank` one with Jekyll's folders (Jekyll 4.4.1,
 * `Commands::New`), but with layouts of its own in place of a theme gem, so that neither Ruby nor a download is needed.
 */
export async function newSite(invocation: Invocation): Promise<number> {
  const { flags, reporter, directory } = invocation;
  const wishes = await wishesFor(invocation, terminal());
  const { folder, starter, hasWorkflow } = wishes;
  if (!flags['force'] && holdsFiles(folder)) {
    throw new CommandError(
      `${folder} exists and is not empty.\nEnsure ${folder} is empty or else try again with \`--force\` to proceed and ` +
        'overwrite any files.',
      'Conflict:',
    );
  }
  mkdirSync(folder, { recursive: true });
  const substitutions = substitutionsFor(wishes, Date.now());
  writeScaffold(folder, starter.files(substitutions));
  if (hasWorkflow) writeScaffold(folder, readScaffold('github', substitutions));
  for (const name of starter.emptyFolders) mkdirSync(join(folder, name), { recursive: true });
  tellNextSteps(wishes, directory, reporter);
  if (flags['skip-bundle']) reporter.info('Bundle install skipped.');
  return 0;
}

/** `null` where nobody sits at one. */
function terminal(): { input: NodeJS.ReadStream; output: NodeJS.WriteStream } | null {
  const { stdin, stdout } = process;
  return stdin.isTTY && stdout.isTTY ? { input: stdin, output: stdout } : null;
}

/** Dot files do not count, so a fresh Git repository is empty, as for Jekyll. */
function holdsFiles(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.'));
}

function substitutionsFor({ folder, starter, title, url }: Wishes, now: number): Substitutions {
  return {
    SITE_NAME: /^[A-Za-z][A-Za-z0-9 ]*$/.test(title) ? title : JSON.stringify(title),
    README_TITLE: title,
    PACKAGE_NAME: packageNameFor(title),
    UTTERSON: dependencyFor(folder),
    OUTPUT: starter.output,
    URL: url === '' ? '""' : url,
    DATE: localDate(new Date(now)),
    A_WEEK_AGO: localDate(new Date(now - 7 * DAY)),
    A_MONTH_AGO: localDate(new Date(now - 30 * DAY)),
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
  { folder, starter, hasWorkflow }: Wishes,
  directory: string,
  reporter: CommandReporter,
): void {
  const { cyan } = reporter.colors.out;
  reporter.info(`New ${starter.noun} installed in ${cyan(folder)}.`);
  const path = relative(directory, folder);
  const enter = path === '' ? '' : `cd ${/\s/.test(path) ? JSON.stringify(path) : path} && `;
  reporter.info(`Next: ${cyan(`${enter}npm install && npm run dev`)}`);
  if (hasWorkflow && !IS_PUBLISHED) {
    reporter.info(
      'Before the workflow runs: it installs what package.json names, which is on this computer. `npm pack` in the folder of ' +
        "Utterson makes one file of it: put that into the site's repository and name it there, as in file:utterson.tgz.",
    );
  }
}
