/** `draft`, `post`, `page` and `compose`: new files with front matter, as jekyll-compose 0.12 writes them. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../../model/config.js';
import { strftime } from '../../ruby/time/strftime.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { slugify } from '../../url/slugify.js';
import { CommandError, type Invocation } from '../line/command.js';
import type { FlagValues } from '../line/flags.js';
import { DATE_STAMP, documentDate, TIME_STAMP, timestampFormat } from './document-date.js';
import { dumpYaml } from './dump-yaml.js';
import { openEditor } from './open-editor.js';
import { siteConfig, sitePath } from './site-paths.js';

/** `utterson draft NAME` */
export async function createDraft(invocation: Invocation): Promise<number> {
  return create(invocation, (config) => ({
    kind: 'draft',
    path: `_drafts/${fileName(invocation)}`,
    data: mergeInto(head(invocation, 'post'), defaultsFor('drafts', config)),
  }));
}

/** `utterson post NAME` */
export async function createPost(invocation: Invocation): Promise<number> {
  return create(invocation, (config) => {
    const date = documentDate(invocation.flags, config);
    const data = head(invocation, 'post').set('date', strftime(date, timestampFormat(invocation.flags)));
    return {
      kind: 'post',
      path: `_posts/${strftime(date, DATE_STAMP)}-${fileName(invocation)}`,
      data: mergeInto(data, defaultsFor('posts', config)),
    };
  });
}

/** `utterson page NAME` */
export async function createPage(invocation: Invocation): Promise<number> {
  return create(invocation, () => ({
    kind: 'page',
    path: fileName(invocation),
    data: head(invocation, 'page'),
  }));
}

/** `utterson compose NAME`: a post, a draft or a document of any collection. */
export async function createDocument(invocation: Invocation): Promise<number> {
  const { flags } = invocation;
  if (['post', 'draft', 'collection'].filter((key) => flags[key] !== undefined).length > 1) {
    throw new CommandError('You can only specify one of --post, --draft, or --collection COLLECTION.');
  }
  const collection = collectionOf(flags);
  return create(invocation, (config) => {
    const date = documentDate(flags, config);
    const stamp = collection === 'posts' ? `${strftime(date, DATE_STAMP)}-` : '';
    const data = head(invocation, 'post').set('date', strftime(date, TIME_STAMP));
    return {
      kind: collection === 'posts' ? 'post' : collection === 'drafts' ? 'draft' : 'file',
      path: `_${collection}/${stamp}${fileName(invocation)}`,
      data: mergeInto(data, defaultsFor(collection, config)),
    };
  });
}

interface NewFile {
  /** What messages call it. */
  readonly kind: 'draft' | 'post' | 'page' | 'file';
  /** Below the folder of posts and collections. */
  readonly path: string;
  readonly data: RubyHash;
}

function create(invocation: Invocation, describe: (config: Config) => NewFile): number {
  const { args, flags, reporter, directory } = invocation;
  if (args.length === 0) throw new CommandError('You must specify a name.');
  const config = siteConfig(invocation);
  const { kind, path, data } = describe(config);
  const shown = sitePath(config, directory, path);
  const target = resolve(directory, shown);
  const isRefused = existsSync(target) && !flags['force'];
  if (isRefused) {
    reporter.error('Error:', `A ${kind} already exists at ${shown}`);
    reporter.error('', '→ Give it another name, or write over it with --force.');
  } else {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `---\n${dumpYaml(data)}---\n`);
    reporter.info(`New ${kind} created at ${reporter.colors.out.cyan(shown)}`);
  }
  if (kind !== 'page') openEditor(shown, config, invocation);
  return isRefused ? 1 : 0;
}

function collectionOf(flags: FlagValues): string {
  if (typeof flags['collection'] === 'string') return flags['collection'];
  return flags['draft'] ? 'drafts' : 'posts';
}

function fileName({ args, flags }: Invocation): string {
  return `${slugify(args.join(' '), 'default', false)}.${flags['extension'] ?? 'md'}`;
}

function head({ args, flags }: Invocation, layout: string): RubyHash {
  return new Map<Value, Value>([
    ['layout', typeof flags['layout'] === 'string' ? flags['layout'] : layout],
    ['title', args.join(' ')],
  ]);
}

/** `jekyll_compose: {default_front_matter: {posts: {…}}}` */
function defaultsFor(collection: string, { settings }: Config): RubyHash {
  let value: Value | undefined = settings;
  for (const key of ['jekyll_compose', 'default_front_matter', collection]) {
    value = value instanceof Map ? value.get(key) : undefined;
  }
  return value instanceof Map ? value : new Map();
}

function mergeInto(data: RubyHash, more: RubyHash): RubyHash {
  for (const [key, value] of more) data.set(key, value);
  return data;
}
