/** `publish`, `unpublish` and `rename`: files moved, and what their names say kept true in front matter (jekyll-compose 0.12). */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { Config } from '../../model/config.js';
import { utf8 } from '../../ruby/encoding.js';
import { suggest } from '../../ruby/suggest.js';
import { strftime } from '../../ruby/time/strftime.js';
import { slugify } from '../../url/slugify.js';
import { CommandError, type Invocation } from '../line/command.js';
import { DATE_STAMP, documentDate, TIME_STAMP, timestampFormat } from './document-date.js';
import { dumpYaml } from './dump-yaml.js';
import { hasKey, removeKey, setKey } from './edit-front-matter.js';
import { pathBelow, siteConfig, sitePath } from './site-paths.js';

/** `utterson publish DRAFT_PATH` */
export async function publish(invocation: Invocation): Promise<number> {
  const given = pathArgument(invocation, 'draft');
  const { flags, directory } = invocation;
  return move(invocation, (config) => {
    const path = pathBelow(config, directory, given);
    const date = documentDate(flags, config);
    return {
      kinds: ['draft', 'post'],
      from: path,
      to: `_posts/${strftime(date, DATE_STAMP)}-${basename(path)}`,
      edit: (text) =>
        hasKey(text, 'date') ? text : setKey(text, 'date', yamlOf(strftime(date, timestampFormat(flags)))),
    };
  });
}

/** `utterson unpublish POST_PATH` */
export async function unpublish(invocation: Invocation): Promise<number> {
  const given = pathArgument(invocation, 'post');
  return move(invocation, (config) => ({
    kinds: ['post', 'draft'],
    from: pathBelow(config, invocation.directory, given),
    to: `_drafts/${basename(given).replace(/\d{4}-\d{2}-\d{2}-/, '')}`,
    edit: (text) => removeKey(text, 'date'),
  }));
}

/** `utterson rename PATH NAME` */
export async function rename(invocation: Invocation): Promise<number> {
  const { args, flags, directory } = invocation;
  const [given, ...words] = args;
  if (given === undefined || words.length === 0) {
    throw new CommandError('You must specify current path and the new title.');
  }
  const hasDate = flags['date'] !== undefined;
  if (hasDate && flags['now'] !== undefined) {
    throw new CommandError('You can only specify one of --date DATE or --now.');
  }
  return move(invocation, (config) => {
    const path = pathBelow(config, directory, given);
    const date = hasDate || flags['now'] ? documentDate(flags, config) : null;
    const title = words.join(' ');
    const kind = kindOf(path);
    // jekyll-compose always writes `.md` here; what a file is does not change with its name.
    const name = `${slugify(title, 'default', false)}${extname(path)}`;
    const stamp = kind === 'post' ? `${date ? strftime(date, DATE_STAMP) : dateInName(path)}-` : '';
    return {
      kinds: [kind, kind],
      from: path,
      to: `${dirname(path)}/${stamp}${name}`,
      edit: (text) => {
        const titled = setKey(text, 'title', yamlOf(title));
        return date ? setKey(titled, 'date', yamlOf(strftime(date, TIME_STAMP))) : titled;
      },
    };
  });
}

interface Movement {
  /** What messages call the file before and after. */
  readonly kinds: readonly [from: string, to: string];
  /** Both below the folder of posts and collections. */
  readonly from: string;
  readonly to: string;
  readonly edit: (text: string) => string;
}

function move(invocation: Invocation, describe: (config: Config) => Movement): number {
  const { reporter, directory, flags } = invocation;
  const config = siteConfig(invocation);
  const { kinds, from, to, edit } = describe(config);
  const [source, target] = [sitePath(config, directory, from), sitePath(config, directory, to)];
  const [sourceFile, targetFile] = [resolve(directory, source), resolve(directory, target)];
  if (!existsSync(sourceFile)) {
    throw new CommandError(
      `There was no ${kinds[0]} found at '${source}'.${nearIn(dirname(sourceFile), source)}`,
    );
  }
  if (!statSync(sourceFile).isFile()) throw new CommandError(`${source} is no file.`);
  if (existsSync(targetFile) && !flags['force']) {
    throw new CommandError(`A ${kinds[1]} already exists at ${target}\n→ With --force it is written over.`);
  }
  mkdirSync(dirname(targetFile), { recursive: true });
  // Only front matter is edited, which is ASCII in its keys: other bytes stay, whatever they are.
  writeFileSync(sourceFile, utf8.encode(edit(utf8.decode(readFileSync(sourceFile)))));
  renameSync(sourceFile, targetFile);
  reporter.info(`${kinds[0].charAt(0).toUpperCase()}${kinds[0].slice(1)} ${source} was moved to ${target}`);
  return 0;
}

/** The next step: what lies in the folder, or that there is none. */
function nearIn(folder: string, wanted: string): string {
  if (!existsSync(folder)) return `\n→ There is no folder '${dirname(wanted)}'.`;
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const near = suggest(basename(wanted), names);
  if (near !== null) return `\n→ ${near}`;
  return names.length === 0
    ? '\n→ The folder is empty.'
    : `\n→ There are: ${names.sort().slice(0, 10).join(', ')}${names.length > 10 ? ', …' : ''}.`;
}

function pathArgument({ args }: Invocation, kind: string): string {
  if (args.length === 0) throw new CommandError(`You must specify a ${kind} path.`);
  return args.join(' ');
}

function kindOf(path: string): 'post' | 'draft' | 'file' {
  if (dirname(path) === '_posts') return 'post';
  return dirname(path) === '_drafts' ? 'draft' : 'file';
}

function dateInName(path: string): string {
  const date = /^(\d{2,4}-\d{1,2}-\d{1,2})-/.exec(basename(path))?.[1];
  if (date === undefined)
    throw new CommandError(`The name of ${path} does not begin with a date. Give one with --date.`);
  return date;
}

/** A text as YAML writes it behind a key. */
function yamlOf(text: string): string {
  return dumpYaml(new Map([['k', text]])).slice('k: '.length, -1);
}
