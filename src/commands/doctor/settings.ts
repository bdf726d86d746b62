/** Settings whose effect differs from Jekyll's. */
import { LineCounter, parseDocument } from 'yaml';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';

/** A setting and what comes of it. */
export interface DifferingSetting {
  /** From the outermost key inwards, e.g. `['kramdown', 'math_engine']`. */
  readonly path: readonly string[];
  readonly effect: string;
  readonly remedy: string;
}

interface Rule extends DifferingSetting {
  readonly differs: (value: Value) => boolean;
}

const RULES: readonly Rule[] = [
  {
    path: ['lsi'],
    differs: isTruthy,
    effect: '`site.related_posts` is the latest posts, not those that resemble the page.',
    remedy: 'Remove the key, or choose related posts by tags in the layout.',
  },
  {
    path: ['highlighter'],
    differs: (value) => !['rouge', 'none', 'pygments', ''].includes(toS(value)),
    effect: 'Code is not highlighted.',
    remedy: 'Use `highlighter: rouge`.',
  },
  {
    path: ['markdown'],
    differs: (value) => !['kramdown', 'commonmark', 'commonmarkghpages'].includes(toS(value).toLowerCase()),
    effect: 'The build stops: a Markdown processor of another name is a Ruby plugin.',
    remedy: 'Use `markdown: kramdown`.',
  },
  {
    path: ['kramdown', 'math_engine'],
    differs: (value) => isTruthy(value) && !['mathjax', 'katex'].includes(toS(value)),
    effect: 'Formulas are not turned into HTML: their source is written.',
    remedy:
      'Use `math_engine: katex` with the npm package `katex`, or `math_engine: mathjax` and load MathJax in the layout.',
  },
  {
    path: ['kramdown', 'syntax_highlighter'],
    differs: (value) => isTruthy(value) && toS(value) !== 'rouge',
    effect: 'The build stops: there is no other highlighter.',
    remedy: 'Use `syntax_highlighter: rouge`.',
  },
  {
    path: ['kramdown', 'template'],
    differs: (value) => isTruthy(value) && toS(value) !== '',
    effect: 'The template, which is Ruby, is not used.',
    remedy: 'Use a layout.',
  },
  {
    path: ['sass', 'implementation'],
    differs: (value) => toS(value) === 'sassc',
    effect:
      'Style sheets are compiled by dart-sass, which formats them differently and knows no `compact` or `nested` style.',
    remedy: 'Remove the key, and use `style: compressed` or `expanded`.',
  },
];

/** The settings that make this site come out differently. */
export function differingSettings(settings: RubyHash): DifferingSetting[] {
  return RULES.filter(({ path, differs }) => {
    const value = valueAt(settings, path);
    return value !== undefined && differs(value);
  });
}

/** 1-based line and column of a key in a YAML file, `null` when it is not there or the file cannot be read. */
export function placeOfKey(text: string, path: readonly string[]): { line: number; column: number } | null {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, keepSourceTokens: true });
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const items = (parent as { items?: unknown[] } | null)?.items ?? [];
  for (const item of items) {
    const key = (item as { key?: { value?: unknown; range?: [number, number, number] } }).key;
    if (key?.value !== path.at(-1) || !key?.range) continue;
    const { line, col } = lineCounter.linePos(key.range[0]);
    return { line, column: col };
  }
  return null;
}

function valueAt(settings: RubyHash, path: readonly string[]): Value | undefined {
  let value: Value | undefined = settings;
  for (const key of path) value = value instanceof Map ? value.get(key) : undefined;
  return value;
}
