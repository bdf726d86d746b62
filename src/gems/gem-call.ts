/** What a call such as `gem "jekyll-feed", "~> 0.12", group: :jekyll_plugins` says. */
import type { GemOrigin } from '../model/bundle.js';
import { isRequirement } from './gem-version.js';
import { isOurPlatform, readCondition } from './ruby-condition.js';
import type { Statement } from './statements.js';

/** A gem as one call names it. */
export interface GemCall {
  /** `null` when it is no literal. */
  readonly name: string | null;
  /** Whether the call itself puts it into the group `jekyll_plugins`. */
  readonly isPlugin: boolean;
  /** What `require:` names; `null` for nothing said. */
  readonly requires: readonly string[] | null;
  /** E.g. `['~> 2.5', '!= 2.5.2']`. */
  readonly requirements: readonly string[];
  /** What `source:`, `path:`, `git:` or `github:` says, paths as written; `null` for nothing. */
  readonly origin: GemOrigin | null;
  /** What `platforms:` and `install_if:` say; `null` for what only Ruby can tell. */
  readonly isWanted: boolean | null;
}

/** Reads the arguments of `gem`, without a modifier such as `if …` behind them. */
export function readGemCall(statement: Statement): GemCall {
  const [first = '', ...rest] = argumentsOf(statement);
  const option = (name: string): string | null => optionIn(rest, name);
  const name = literal(first);
  const platforms = option('platforms') ?? option('platform');
  const condition = option('install_if');
  const isOnPlatform = platforms === null ? true : isOurPlatform(wordsIn(platforms));
  return {
    name,
    isPlugin: isPluginGroup(`${option('group') ?? ''} ${option('groups') ?? ''}`),
    requires: name === null ? null : readRequire(option('require'), name),
    requirements: readRequirements(rest),
    origin: readOrigin(option),
    isWanted: isOnPlatform && condition !== null ? readCondition(condition) : isOnPlatform,
  };
}

/**
 * What stands in a call, or before a block, of where gems come from.
 *
 * @param option what stands behind an option's name; `null` for nothing
 */
export function readOrigin(option: (name: string) => string | null): GemOrigin | null {
  const text = (name: string): string | null => literal(option(name) ?? '');
  const [path, source, github] = [text('path'), text('source'), text('github')];
  if (path !== null) return { kind: 'path', path };
  if (source !== null) return { kind: 'server', url: source };
  const url = github === null ? text('git') : githubAddress(github);
  return url === null ? null : { kind: 'git', url, ref: text('ref') ?? text('tag') ?? text('branch') };
}

/** `name` alone stands for `name/name`. */
function githubAddress(repository: string): string {
  return `https://github.com/${repository.includes('/') ? repository : `${repository}/${repository}`}`;
}

/** The texts before the options, alone or in lists. */
function readRequirements(pieces: readonly string[]): string[] {
  const written = pieces.filter((piece) => /^[["']/.test(piece) && !/^(["'])[^"']*\1\s*(?:=>|:)/.test(piece));
  return written
    .flatMap((piece) => [...piece.matchAll(/(["'])(.*?)\1/g)].map(([, , text]) => text!))
    .filter(isRequirement);
}

/** Whether the names of groups hold `jekyll_plugins`, however they are written. */
export function isPluginGroup(names: string): boolean {
  return /\bjekyll_plugins\b/.test(names);
}

/** Symbols and texts of a list, e.g. `[:mri, :ruby]`, `%i[mri ruby]`. */
export function wordsIn(list: string): string[] {
  return list.match(/[a-z]\w*/gi) ?? [];
}

/** `true` is the gem's own name; `false` and an empty list load nothing. */
function readRequire(value: string | null, name: string): readonly string[] | null {
  if (value === null || value === 'true') return null;
  if (value === 'false' || value === 'nil') return [];
  return [...value.matchAll(/["']([^"']*)["']|\btrue\b/g)].map(([, text]) => text ?? name);
}

/** What stands behind `name:`, `:name =>` or `"name" =>`. */
export function optionIn(pieces: readonly string[], name: string): string | null {
  const key = new RegExp(`^(?:${name}:|["']${name}["']:|:${name}\\s*=>|["']${name}["']\\s*=>)\\s*(.*)$`, 's');
  return pieces.map((piece) => key.exec(piece)?.[1]).findLast((value) => value !== undefined) ?? null;
}

/** What is called with, cut at the commas outside brackets and quotes. */
export function argumentsOf({ text, masked }: Pick<Statement, 'text' | 'masked'>): string[] {
  const start = /^\w+\b\s*\(?/.exec(masked)![0].length;
  const end = masked[start - 1] === '(' && masked.endsWith(')') ? masked.length - 1 : masked.length;
  const pieces: string[] = [];
  let depth = 0;
  let from = start;
  for (let index = start; index < end; index++) {
    const character = masked[index]!;
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (character === ',' && depth === 0) {
      pieces.push(text.slice(from, index).trim());
      from = index + 1;
    }
  }
  return [...pieces, text.slice(from, end).trim()];
}

/** The text between quotes; `null` for what is no plain literal. */
export function literal(text: string): string | null {
  return /^(["'])([^"'#]+)\1$/.exec(text)?.[2] ?? null;
}
