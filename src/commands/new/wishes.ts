/** What a new site is to be: said by flags, and asked for on a terminal where they do not say it. */
import { basename, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { suggest } from '../../ruby/suggest.js';
import { CommandError, type Invocation } from '../line/command.js';
import type { FlagValues } from '../line/flags.js';
import { type Ask, askOn, isYes } from './questions.js';
import { STARTERS, type Starter, starterNamed } from './starters.js';

/** All that has to be known before files are written. */
export interface Wishes {
  /** Where to, absolute. */
  readonly folder: string;
  readonly starter: Starter;
  readonly title: string;
  /** Scheme and host, e.g. `https://example.com`; `''` when it is not known yet. */
  readonly url: string;
  /** Whether the workflow for GitHub Pages comes with it. */
  readonly hasWorkflow: boolean;
}

/** A terminal to ask on. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Flags alone; nothing is asked once they say where and what. */
export async function wishesFor(invocation: Invocation, terminal: Terminal | null): Promise<Wishes> {
  const { args, flags, directory } = invocation;
  const path = args.join(' ');
  const starter = starterFrom(flags);
  if (terminal !== null && (path === '' || starter === null)) {
    return askOn(terminal, (ask) => askWishes(ask, { path, starter, flags, directory }));
  }
  if (path === '') {
    throw new CommandError('You must specify a path.\n→ `utterson new my-site` writes a site to my-site.');
  }
  const folder = resolve(directory, path);
  return {
    folder,
    starter: starter ?? STARTERS[0]!,
    title: textOf(flags, 'title') ?? titleFor(folder),
    url: textOf(flags, 'url') ?? '',
    hasWorkflow: flags['github'] === true,
  };
}

interface Said {
  readonly path: string;
  readonly starter: Starter | null;
  readonly flags: FlagValues;
  readonly directory: string;
}

async function askWishes(ask: Ask, { path, starter, flags, directory }: Said): Promise<Wishes> {
  const folder = resolve(directory, path === '' ? await ask('Where to? A folder', 'my-site') : path);
  const chosen = starter ?? (await askStarter(ask));
  const title = textOf(flags, 'title') ?? (await ask('What is it called?', titleFor(folder)));
  const url =
    textOf(flags, 'url') ?? (await ask('Its address, e.g. https://example.com, if you know it', ''));
  const hasWorkflow =
    flags['github'] === true || isYes(await ask('Put it online with GitHub Pages? y or n', 'n'));
  return { folder, starter: chosen, title, url: addressFrom(url), hasWorkflow };
}

async function askStarter(ask: Ask): Promise<Starter> {
  const list = STARTERS.map(({ name, about }, index) => `  ${index + 1} ${name}: ${about}`).join('\n');
  for (
    let question = `What is it to be?\n${list}\n A number or a name`;
    ;
    question = 'A number from the list, or a name'
  ) {
    const answer = (await ask(question, '1')).toLowerCase();
    const found = STARTERS[Number(answer) - 1] ?? starterNamed(answer);
    if (found) return found;
  }
}

/** What the flags name; `null` when they name none. A blank site has Jekyll's folders: --jekyll says nothing new beside --blank. */
function starterFrom(flags: FlagValues): Starter | null {
  const short = flags['blank'] === true ? 'blank' : flags['jekyll'] === true ? 'jekyll' : null;
  const name = textOf(flags, 'starter') ?? short;
  if (name === null) return null;
  if (short !== null && name !== short) {
    throw new CommandError(`--starter ${name} and --${short} exclude each other.`);
  }
  const starter = starterNamed(name);
  if (starter) return starter;
  const names = STARTERS.map((one) => one.name);
  const hint = suggest(name, names);
  throw new CommandError(
    `There is no starter '${name}'.${hint === null ? '' : ` ${hint}`}\n→ There are: ${names.join(', ')}.`,
  );
}

function textOf(flags: FlagValues, key: string): string | null {
  const value = flags[key];
  if (typeof value !== 'string') return null;
  return key === 'url' ? addressFrom(value) : value;
}

/** Without the slash at its end, which every path brings itself. */
function addressFrom(given: string): string {
  if (given === '') return '';
  const url = given.replace(/\/+$/, '');
  if (/^https?:\/\/[^/\s]+$/.test(url)) return url;
  throw new CommandError(
    `'${given}' is no address of a site.\n→ Give scheme and host, as in https://example.com; a path goes into baseurl, in _config.yml.`,
  );
}

function titleFor(folder: string): string {
  const words = basename(folder)
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
