import type { RubyHash } from '../../ruby/value.js';

const EXTENSIONS = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'] as const;
/** The last three change nothing in what the gems write. */
const OPTIONS = [
  'DEFAULT',
  'UNSAFE',
  'SMART',
  'HARDBREAKS',
  'NOBREAKS',
  'GITHUB_PRE_LANG',
  'FOOTNOTES',
  'LIBERAL_HTML_TAG',
  'STRIKETHROUGH_DOUBLE_TILDE',
  'FULL_INFO_STRING',
  'TABLE_PREFER_STYLE_ATTRIBUTES',
  'VALIDATE_UTF8',
] as const;
const UNSUPPORTED_OPTION = 'SOURCEPOS';

/** An extension of GitHub's, as the section spells it. */
export type CommonMarkExtension = (typeof EXTENSIONS)[number];
/** An option, in capitals. */
export type CommonMarkOption = (typeof OPTIONS)[number];

/** What the `commonmark:` section asks for. */
export interface CommonMarkSettings {
  readonly extensions: ReadonlySet<CommonMarkExtension>;
  readonly options: ReadonlySet<CommonMarkOption>;
  /** Messages about names that are unknown or not supported, e.g. `WAT is not a valid option`. */
  readonly problems: readonly string[];
}

/** Reads the section; `null` for none. */
export function readCommonMarkSettings(section: RubyHash | null): CommonMarkSettings {
  const problems: string[] = [];
  const options = new Set<CommonMarkOption>();
  for (const written of listOf(section, 'options')) {
    const name = written.toUpperCase();
    const option = OPTIONS.find((known) => known === name);
    if (option) options.add(option);
    else if (name === UNSUPPORTED_OPTION) problems.push(`option ${name} is not supported`);
    else problems.push(`${name} is not a valid option`);
  }
  const extensions = new Set<CommonMarkExtension>();
  for (const name of listOf(section, 'extensions')) {
    const extension = EXTENSIONS.find((known) => known === name);
    if (extension) extensions.add(extension);
    else problems.push(`${name} is not a valid extension`);
  }
  return { extensions, options, problems };
}

function listOf(section: RubyHash | null, key: string): string[] {
  const list = section?.get(key);
  return Array.isArray(list) ? list.map(String) : [];
}
