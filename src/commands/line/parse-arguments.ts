/**
 * Reads the command line as Ruby's OptionParser does for Jekyll: flags and words in any order, `--flag=value`, `-dvalue`, letters
 * joined (`-wI`), long names shortened as long as they stay unique, `--` before words that start with a dash.
 */
import { suggest } from '../../ruby/suggest.js';
import type { Flag, FlagValue, FlagValues } from './flags.js';

/** The command line cannot be understood. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
  /** @param hint what may have been meant */
  constructor(
    message: string,
    readonly hint: string | null = null,
  ) {
    super(message);
  }
}

/** There is no such switch. */
export class UnknownOptionError extends UsageError {
  override readonly name = 'UnknownOptionError';
  /** @param option with its dashes */
  constructor(
    readonly option: string,
    hint: string | null,
  ) {
    super(`There is no option ${option}.`, hint);
  }
}

export interface ParsedArguments {
  readonly flags: FlagValues;
  readonly args: readonly string[];
}

/** @param known a command's own flags before the program's: the first of a name or letter counts. */
export function parseArguments(argv: readonly string[], known: readonly Flag[]): ParsedArguments {
  const rest = [...argv];
  const args: string[] = [];
  const flags: Record<string, FlagValue> = {};
  while (rest.length > 0) {
    const word = rest.shift()!;
    if (word === '--') args.push(...rest.splice(0));
    else if (word.startsWith('--')) takeLong(word, rest, known, flags);
    else if (word.startsWith('-') && word !== '-') takeShort(word, rest, known, flags);
    else args.push(word);
  }
  return { flags, args };
}

/**
 * Position of the command among the arguments: the first word that is neither a flag nor a flag's value; -1 without one.
 * Jekyll wants it first; we also take flags before it.
 */
export function findCommandIndex(argv: readonly string[], known: readonly Flag[]): number {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index]!;
    if (word === '--') return -1;
    if (!word.startsWith('-')) return index;
    if (takesNextWord(word, known)) index++;
  }
  return -1;
}

function takesNextWord(word: string, known: readonly Flag[]): boolean {
  const flag = word.startsWith('--')
    ? known.find(({ long }) => `--${long}` === word)
    : known.find(({ short }) => `-${short}` === word);
  return flag !== undefined && takesValue(flag);
}

function takeLong(
  word: string,
  rest: string[],
  known: readonly Flag[],
  flags: Record<string, FlagValue>,
): void {
  const [name, inline] = splitOnce(word.slice(2), '=');
  const { flag, isNegated } = findLong(name, known);
  if (takesValue(flag)) {
    flags[flag.key] = toValue(flag, inline ?? nextWord(`--${name}`, rest), `--${name}`);
  } else {
    if (inline === undefined) flags[flag.key] = !isNegated;
    else flags[flag.key] = flag.words?.some((one) => isWord(inline, one)) ? inline : toBoolean(inline, word);
  }
}

function isWord(value: string, word: string): boolean {
  if (!word.startsWith('FILE')) return value === word;
  return value.endsWith(word.slice('FILE'.length)) && value.length >= word.length - 3;
}

/** `--open-url=false` switches off; anything but a truth value is refused, as OptionParser does. */
function toBoolean(value: string, word: string): boolean {
  if (value === 'true' || value === 'yes') return true;
  if (value === 'false' || value === 'no') return false;
  throw new UsageError(`${word}: that option is given without a value.`);
}

function takeShort(
  word: string,
  rest: string[],
  known: readonly Flag[],
  flags: Record<string, FlagValue>,
): void {
  let letters = word.slice(1);
  while (letters !== '') {
    const letter = letters[0]!;
    const flag = known.find(({ short }) => short === letter);
    if (!flag) throw unknownOption(`-${letter}`, known);
    letters = letters.slice(1);
    if (!takesValue(flag)) {
      flags[flag.key] = true;
      continue;
    }
    flags[flag.key] = toValue(flag, letters || nextWord(`-${letter}`, rest), `-${letter}`);
    return;
  }
}

function findLong(name: string, known: readonly Flag[]): { flag: Flag; isNegated: boolean } {
  const spellings = known.flatMap((flag) => [
    { name: flag.long, flag, isNegated: false },
    ...(flag.alias === undefined ? [] : [{ name: flag.alias, flag, isNegated: false }]),
    ...(flag.kind === 'negatable' ? [{ name: `no-${flag.long}`, flag, isNegated: true }] : []),
  ]);
  const exact = spellings.find((spelling) => spelling.name === name);
  if (exact) return exact;
  const begun = spellings.filter((spelling) => spelling.name.startsWith(name));
  const names = new Set(begun.map((spelling) => spelling.name));
  if (names.size > 1) {
    throw new UsageError(`--${name} may stand for several options.`, `They are: ${listed(names)}.`);
  }
  if (begun[0]) return begun[0];
  throw unknownOption(`--${name}`, known);
}

function unknownOption(option: string, known: readonly Flag[]): UnknownOptionError {
  const plain = (text: string): string => text.replace(/[-_]/g, '').toLowerCase();
  const same = known.find(({ long, key }) => [plain(long), plain(key)].includes(plain(option)));
  if (same) return new UnknownOptionError(option, `Did you mean '--${same.long}'?`);
  if (!option.startsWith('--')) return new UnknownOptionError(option, null);
  const names = known.map(({ long }) => `--${long}`);
  return new UnknownOptionError(option, suggest(option, names));
}

function nextWord(option: string, rest: string[]): string {
  const word = rest.shift();
  if (word === undefined) throw new UsageError(`${option} needs a value behind it.`);
  return word;
}

function toValue(flag: Flag, text: string, option: string): FlagValue {
  const refusal = flag.refuse?.(text) ?? null;
  if (refusal !== null) throw new UsageError(`${option} ${text}: ${refusal}`);
  if (flag.kind === 'list') return text.split(',');
  if (flag.kind !== 'integer') return text;
  if (!/^[-+]?\d+$/.test(text)) {
    throw new UsageError(`${option} takes a whole number, not '${text}'.`);
  }
  return Number(text);
}

function takesValue({ kind }: Flag): boolean {
  return kind === 'string' || kind === 'list' || kind === 'integer';
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function listed(names: ReadonlySet<string>): string {
  return [...names].map((name) => `--${name}`).join(', ');
}
