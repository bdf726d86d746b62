import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';

const hash = (entries: Readonly<Record<string, Value>>): RubyHash =>
  new Map<Value, Value>(Object.entries(entries));

/** jekyll-scholar 7.3.0, `Scholar.defaults`. */
const DEFAULTS: RubyHash = hash({
  style: 'apa',
  locale: 'en',
  sort_by: 'none',
  order: 'ascending',
  group_by: 'none',
  group_order: 'ascending',
  bibliography_group_tag: 'h2,h3,h4,h5',
  bibliography_list_tag: 'ol',
  bibliography_item_tag: 'li',
  bibliography_list_attributes: hash({}),
  bibliography_item_attributes: hash({}),
  source: './_bibliography',
  bibliography: 'references.bib',
  repository: null,
  repository_file_delimiter: '.',
  bibtex_options: hash({ strip: false, parse_months: true }),
  bibtex_filters: [
    'smallcaps',
    'superscript',
    'italics',
    'textit',
    'lowercase',
    'textregistered',
    'tiny',
    'latex',
  ],
  raw_bibtex_filters: [],
  bibtex_skip_fields: ['abstract', 'month_numeric'],
  bibtex_quotes: ['{', '}'],
  replace_strings: true,
  join_strings: true,
  remove_duplicates: false,
  details_dir: 'bibliography',
  details_layout: 'bibtex.html',
  details_link: 'Details',
  details_permalink: '/:details_dir/:key:extension',
  bibliography_class: 'bibliography',
  bibliography_template: '{{reference}}',
  reference_tagname: 'span',
  missing_reference: '(missing reference)',
  details_link_class: 'details',
  query: '@*',
  cite_class: 'citation',
  separate_links: false,
  type_names: hash({
    article: 'Journal Articles',
    book: 'Books',
    incollection: 'Book Chapters',
    inproceedings: 'Conference Articles',
    thesis: 'Theses',
    mastersthesis: "Master's Theses",
    phdthesis: 'PhD Theses',
    manual: 'Manuals',
    techreport: 'Technical Reports',
    misc: 'Miscellaneous',
    unpublished: 'Unpublished',
  }),
  type_aliases: hash({ phdthesis: 'thesis', mastersthesis: 'thesis' }),
  type_order: [],
  month_names: null,
});

/** Settings of which a site names only what differs. */
const LAID_OVER: ReadonlySet<string> = new Set(['type_names', 'type_aliases']);

/** The `scholar` section of the configuration, with a page's own laid over it, key by key. */
export class ScholarSettings {
  private readonly values: RubyHash;

  /** @param sections what is no mapping is passed over */
  constructor(...sections: readonly Value[]) {
    const given = sections.filter((section) => section instanceof Map);
    this.values = new Map([DEFAULTS, ...given].flatMap((section) => [...section]));
  }

  get(key: string): Value {
    return this.values.get(key) ?? null;
  }

  isOn(key: string): boolean {
    return isTruthy(this.get(key));
  }

  /** As Ruby prints it; `''` for nothing. */
  text(key: string): string {
    return toS(this.get(key));
  }

  /** Texts of a list, or the one text. */
  texts(key: string): readonly string[] {
    const value = this.get(key);
    if (value === null) return [];
    return (Array.isArray(value) ? value : [value]).map(toS);
  }

  /** The same, where a text may name several with commas between. */
  words(key: string): readonly string[] {
    return this.texts(key).flatMap(commaWords);
  }

  /** A mapping as pairs of texts. */
  pairs(key: string): readonly (readonly [string, string])[] {
    return [...this.mapping(key)].map(([name, value]) => [toS(name), toS(value)]);
  }

  /** What a mapping says of a name; `null` for nothing. */
  mapped(key: string, name: string): string | null {
    const value = this.mapping(key).get(name) ?? null;
    return isTruthy(value) ? toS(value) : null;
  }

  private mapping(key: string): RubyHash {
    const value = this.get(key);
    const own = value instanceof Map ? value : new Map<Value, Value>();
    const byDefault = LAID_OVER.has(key) ? DEFAULTS.get(key) : null;
    return byDefault instanceof Map ? new Map([...byDefault, ...own]) : own;
  }
}

/** `year, title` as two. */
export function commaWords(text: string): string[] {
  const words = text.split(/[ \t\r\n\f\v]*,[ \t\r\n\f\v]*/);
  while (words.at(-1) === '') words.pop();
  return words;
}
