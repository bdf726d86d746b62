/** Options of jekyll-scholar's tags (7.3.0, `Utilities#optparse`), read as Ruby's `OptionParser` reads them. */
import { LiquidError } from '../../liquid/errors.js';
import { leadingInteger } from '../../ruby/integer.js';
import { splitWords, strip } from '../../ruby/string.js';
import { commaWords } from './settings.js';

/** What a tag asks for; `null` for what it does not say. */
export interface TagOptions {
  /** `--cited`: only what the page cites. */
  isCited: boolean;
  /** `--cited_in_order`: the same, in the order in which it was cited. */
  isInCitedOrder: boolean;
  /** `--clear`: what was cited counts no more behind this. */
  clears: boolean;
  /** `--remove_duplicates`. */
  removesDuplicates: boolean;
  /** What duplicates have in common, e.g. `doi`; none for the year and title. */
  matchFields: readonly string[];
  /** `--suppress_author`. */
  suppressesAuthor: boolean;
  /** `--file`, each of them. */
  readonly files: string[];
  query: string | null;
  listTag: string | null;
  prefix: string | null;
  text: string | null;
  readonly locators: string[];
  readonly labels: string[];
  offset: number;
  max: number | null;
  style: string | null;
  groupBy: string | null;
  groupOrder: readonly string[] | null;
  template: string | null;
}

/** Whether a value has to follow an option, may follow it, or does not. */
type Value = 'none' | 'maybe' | 'always';

type Row = readonly [
  short: string | null,
  long: string,
  takes: Value,
  set: (options: TagOptions, value: string) => void,
];

const rows: readonly Row[] = [
  ['c', 'cited', 'none', (options) => void (options.isCited = true)],
  [
    'C',
    'cited_in_order',
    'none',
    (options) => {
      options.isCited = true;
      options.isInCitedOrder = true;
    },
  ],
  [null, 'clear', 'none', (options) => void (options.clears = true)],
  [
    'r',
    'remove_duplicates',
    'maybe',
    (options, value) => {
      options.removesDuplicates = true;
      options.matchFields = value.split(/,[ \t\r\n\f\v]+/).filter((field) => field !== '');
    },
  ],
  ['A', 'suppress_author', 'none', (options) => void (options.suppressesAuthor = true)],
  ['f', 'file', 'always', (options, value) => void options.files.push(value)],
  ['q', 'query', 'always', (options, value) => void (options.query = value)],
  ['h', 'bibliography_list_tag', 'always', (options, value) => void (options.listTag = value)],
  ['p', 'prefix', 'always', (options, value) => void (options.prefix = value)],
  ['t', 'text', 'always', (options, value) => void (options.text = value)],
  ['l', 'locator', 'always', (options, value) => void options.locators.push(value)],
  ['L', 'label', 'always', (options, value) => void options.labels.push(value)],
  ['o', 'offset', 'always', (options, value) => void (options.offset = Number(leadingInteger(value)))],
  ['m', 'max', 'always', (options, value) => void (options.max = Number(leadingInteger(value)))],
  ['s', 'style', 'always', (options, value) => void (options.style = value)],
  ['g', 'group_by', 'always', (options, value) => void (options.groupBy = value)],
  ['G', 'group_order', 'always', (options, value) => void (options.groupOrder = commaWords(value))],
  ['O', 'type_order', 'always', (options, value) => void (options.groupBy = value)],
  ['T', 'template', 'always', (options, value) => void (options.template = value)],
];

const BY_NAME: ReadonlyMap<string, Row> = new Map(
  rows.flatMap((row) => {
    const [short, long] = row;
    return [...(short === null ? [] : [[`-${short}`, row] as const]), [`--${long}`, row] as const];
  }),
);

/** Where options begin: not within a word. A lone `--` ends them. */
const OPTION =
  /((?<![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])(?:-[cCfhqptTsgGOlLomAr]|--(?:cited(_in_order)?|clear|bibliography_list_tag|file|query|prefix|text|style|group_(?:by|order)|type_order|template|locator|label|offset|max|suppress_author|remove_duplicates|)))/u;

/** What a tag's markup asks for. @throws LiquidError for what is no option, in Ruby's words */
export function parseTagOptions(markup: string): TagOptions {
  const options: TagOptions = {
    isCited: false,
    isInCitedOrder: false,
    clears: false,
    removesDuplicates: false,
    matchFields: [],
    suppressesAuthor: false,
    files: [],
    query: null,
    listTag: null,
    prefix: null,
    text: null,
    locators: [],
    labels: [],
    offset: 0,
    max: null,
    style: null,
    groupBy: null,
    groupOrder: null,
    template: null,
  };
  const words = markup
    .split(OPTION)
    .filter((word) => word !== undefined)
    .map(strip)
    .filter((word) => word !== '');
  for (let at = 0; at < words.length && words[at] !== '--'; at += 1) {
    const word = words[at]!;
    if (!/^-./s.test(word)) continue;
    const row = BY_NAME.get(word);
    if (row === undefined) throw refused(`invalid option: ${word}`);
    const [, , takes, set] = row;
    const next = words[at + 1];
    const hasValue = takes === 'always' || (takes === 'maybe' && next !== undefined && !/^-./s.test(next));
    if (hasValue && next === undefined) throw refused(`missing argument: ${word}`);
    set(options, hasValue ? next! : '');
    if (hasValue) at += 1;
  }
  return options;
}

/** The keys a tag names before its options, and these; a word among the keys is no word of the options. */
export function splitMarkup(markup: string): { readonly keys: readonly string[]; readonly rest: string } {
  const words = splitWords(markup);
  const end = words.findIndex((word) => word.startsWith('-'));
  const keys = end < 0 ? words : words.slice(0, end);
  return { keys, rest: words.filter((word) => !keys.includes(word)).join(' ') };
}

function refused(message: string): LiquidError {
  return new LiquidError('ruby', message);
}
