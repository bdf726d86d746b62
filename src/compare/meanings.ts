/** Differences of two texts that mean nothing to a reader, each with what takes it away. */

/** What two texts differ by though they mean the same. */
export type Meaningless = 'time stamps' | 'white space' | 'attribute order' | 'highlighting';

const NORMALIZERS: Readonly<Record<Meaningless, (text: string) => string>> = {
  'time stamps': withoutTimes,
  'attribute order': withSortedAttributes,
  highlighting: withoutTokens,
  'white space': withoutSpace,
};

/** In the order in which they are applied: white space last, since what is taken away leaves some. */
const ORDER = Object.keys(NORMALIZERS) as readonly Meaningless[];

/** Both texts with all of it taken away. */
export function normalize(text: string): string {
  return ORDER.reduce((current, kind) => NORMALIZERS[kind](current), text);
}

/** By what two texts differ that mean the same; `null` when they do not. */
export function meaninglessDifferences(old: string, now: string): readonly Meaningless[] | null {
  if (normalize(old) !== normalize(now)) return null;
  return ORDER.filter((left) => {
    const others = ORDER.filter((kind) => kind !== left);
    const without = (text: string): string =>
      others.reduce((current, kind) => NORMALIZERS[kind](current), text);
    return without(old) !== without(now);
  });
}

const TIMES = [
  /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?/g,
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d(?: (?:[+-]\d{4}|GMT|UTC))?/g,
  /(?<=[?&](?:v|t|time|cache)=)\d{10,13}\b/g,
];

function withoutTimes(text: string): string {
  return TIMES.reduce((current, pattern) => current.replace(pattern, 'TIME'), text);
}

function withSortedAttributes(text: string): string {
  return text.replace(
    /<([a-zA-Z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)+)(\s*\/?)>/g,
    (_, name: string, attributes: string, end: string) => {
      const found = attributes.match(/[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?/g) ?? [];
      return `<${name} ${[...found].sort().join(' ')}${end.trim()}>`;
    },
  );
}

/** Rouge's spans: nothing but a class of few letters. */
function withoutTokens(text: string): string {
  return text.replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, (code) =>
    code.replace(/<span class="(?:[a-z][a-z0-9]{0,2}|highlight-\w+)">|<\/span>/g, ''),
  );
}

/** Between tags, and as one space within texts; what stands in `pre` counts, but for its end. */
function withoutSpace(text: string): string {
  return text
    .split(/(<pre\b[\s\S]*?<\/pre>)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/\s+/g, ' ').replace(/ ?(<[^<>]*>) ?/g, '$1'),
    )
    .join('')
    .trim();
}
