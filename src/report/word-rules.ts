/** From Jekyll's words to ours: in order, the first that fits counts. */
import { yamlWords } from './yaml-words.js';

/** What a rule sees. */
export interface Shown {
  readonly match: RegExpExecArray;
  /** The line in question, `''` when there is none. */
  readonly line: string;
  readonly isError: boolean;
}

/** One row. */
export interface WordRule {
  /** The diagnostics it is for. */
  readonly codes: readonly string[];
  /** On their message. */
  readonly pattern: RegExp;
  /** Whose page it has; default the diagnostic's. */
  readonly name?: string;
  readonly say: (shown: Shown) => string;
  /** Where the diagnostic has no hint of its own. */
  readonly advise?: (shown: Shown) => string | null;
}

/** What csv says, and what it means. */
const CSV_FAULTS: Readonly<Record<string, string>> = {
  'Illegal quoting': 'a quote stands in a field that does not begin with one',
  'Unclosed quoted field': 'the quote that begins a field is never closed',
  'Any value after quoted field': 'something stands between a closing quote and the end of the field',
};

const LIQUID = ['liquid-exception'];

const RAW = 'To print it as an example, put it between {% raw %} and {% endraw %}.';

const LIQUID_RULES: readonly WordRule[] = [
  {
    codes: LIQUID,
    name: 'liquid-include-missing',
    pattern: /Could not locate the included file '(.+?)' in any of/,
    say: ({ match }) => `There is no include '${match[1]}'.`,
    advise: () =>
      'Write the file, or correct the name: it has an extension, and folders count from the includes folder on.',
  },
  {
    codes: LIQUID,
    name: 'liquid-unknown-tag',
    pattern:
      /Unknown tag '(end(?:if|for|unless|case|capture|comment|raw|highlight|tablerow)|els(?:e|if)|when)'/,
    say: ({ match }) => `{% ${match[1]} %} stands in no block that it could belong to.`,
    advise: () =>
      'Look for the tag that should have opened the block: it is missing, closed too early, or in another file.',
  },
  {
    codes: LIQUID,
    name: 'liquid-unknown-tag',
    pattern: /Unknown tag '(.+?)'/,
    say: ({ match }) => `There is no tag '${match[1]}'.`,
    advise: () => RAW,
  },
  {
    codes: LIQUID,
    name: 'liquid-tag-open',
    pattern: /'(\w+)' tag was never closed/,
    say: ({ match }) => `{% ${match[1]} %} is never closed.`,
    advise: ({ match }) => `Close it with {% end${match[1]} %}.`,
  },
  {
    codes: LIQUID,
    name: 'liquid-wrong-end',
    pattern: /'(\w+)' is not a valid delimiter for (\w+) tags\. use (\w+)/,
    say: ({ match }) => `{% ${match[1]} %} cannot close {% ${match[2]} %}.`,
    advise: ({ match }) =>
      `Write {% ${match[3]} %} first: blocks are closed in the order opposite to that in which they were opened.`,
  },
  {
    codes: LIQUID,
    name: 'liquid-variable-open',
    pattern: /Variable '[\s\S]*' was not properly terminated/,
    say: () => 'Two braces `{{` are not closed by `}}`.',
    advise: () => `Close them. ${RAW}`,
  },
  {
    codes: LIQUID,
    name: 'liquid-markup-open',
    pattern: /Tag '[\s\S]*' was not properly terminated/,
    say: ({ match }) =>
      /^Tag '\{%[-\s!]*%\}'/.test(match[0]) ? 'This tag has no name.' : 'A tag `{%` is not closed by `%}`.',
    advise: () => `Close it. ${RAW}`,
  },
  {
    codes: LIQUID,
    name: 'liquid-post-missing',
    pattern: /Could not find post "(.+?)" in tag 'post_url'/,
    say: ({ match }) => `There is no post '${match[1]}'.`,
    advise: () =>
      'Write the name of its file without the extension. Posts of the future and drafts are not there unless they are built.',
  },
  {
    codes: LIQUID,
    name: 'liquid-post-missing',
    pattern: /Could not parse name of post "(.+?)"/,
    say: ({ match }) => `'${match[1]}' is no name of a post.`,
    advise: () => 'Write the name of its file without the extension: `2024-01-31-hello`.',
  },
  {
    codes: LIQUID,
    name: 'liquid-link-missing',
    pattern: /Could not find document '(.+?)' in tag 'link'/,
    say: ({ match }) => `There is no file '${match[1]}' to link to.`,
    advise: () => 'Write its path from the source on, with its extension as it is on disk.',
  },
  {
    codes: LIQUID,
    name: 'liquid-undefined-filter',
    pattern: /undefined filter (\S+)/,
    say: ({ match }) => `There is no filter '${match[1]}'.`,
  },
  {
    codes: LIQUID,
    name: 'liquid-undefined-variable',
    pattern: /undefined variable (\S+)/,
    say: ({ match }) => `There is no variable '${match[1]}'.`,
  },
  {
    codes: LIQUID,
    name: 'liquid-endless-include',
    pattern: /stack level too deep|Nesting too deep/,
    say: () => 'Includes or blocks lie in each other without end.',
    advise: () => 'A file includes itself, maybe by way of others: end it by a condition.',
  },
  {
    codes: LIQUID,
    name: 'liquid-include-markup',
    pattern: /Invalid syntax for include tag/,
    say: () => 'The parameters of this include cannot be read.',
    advise: () => 'Write `name="text"` or `name=variable`, with spaces between.',
  },
  {
    codes: LIQUID,
    pattern:
      /Liquid syntax error(?: \([^)]*\))?: (?:Syntax Error in (?:tag )?'(?<tag>[\w ]+)' - )?(?<detail>[\s\S]*?)(?: included ?)? in \S+$/,
    say: ({ match }) => {
      const { tag, detail = '' } = match.groups ?? {};
      return tag === undefined
        ? `Liquid cannot read this: ${lexemes(detail)}.`
        : `\`${tag}\` is not written so. ${detail}`;
    },
  },
  {
    codes: LIQUID,
    pattern: /Liquid error(?: \([^)]*\))?: ([\s\S]*?)(?: included ?)? in \S+$/,
    say: ({ match }) => `This cannot be rendered: ${match[1]}.`,
  },
  {
    codes: ['liquid-warning'],
    pattern: /Liquid syntax error(?: \([^)]*\))?: ([\s\S]*?) in \S+$/,
    say: ({ match }) =>
      `Strictly, this markup is wrong, and it is read in a forgiving way: ${lexemes(match[1]!)}.`,
  },
];

const FRONT_MATTER = ['front-matter-in-page', 'front-matter-in-document'];

const FILE_RULES: readonly WordRule[] = [
  {
    codes: FRONT_MATTER,
    pattern: /^YAML Exception reading \S.*?: (?:\(<unknown>\): )?([\s\S]*)$/,
    say: ({ match, line, isError }) =>
      `The front matter cannot be read${isError ? '' : ', and counts as none'}: ${yamlWords(match[1]!, line).sentence}.`,
    advise: ({ match, line }) => yamlWords(match[1]!, line).hint,
  },
  {
    codes: ['config-syntax'],
    pattern: /^\([\s\S]*?\): ([\s\S]*)$/,
    say: ({ match, line }) => `The configuration cannot be read: ${yamlWords(match[1]!, line).sentence}.`,
    advise: ({ match, line }) => yamlWords(match[1]!, line).hint,
  },
  {
    codes: ['bad-data-file'],
    pattern: /^\(.*?\): (Illegal quoting|Unclosed quoted field|Any value after quoted field)/s,
    say: ({ match }) => `The table cannot be read: ${CSV_FAULTS[match[1]!]}.`,
    advise: () =>
      'A field with a quote, a separator or a line end in it stands in quotes, and each quote in it is written twice: "so ""it"" is".',
  },
  {
    codes: ['bad-data-file'],
    pattern: /^\([\s\S]*?\): ([\s\S]*)$/,
    say: ({ match, line }) =>
      `The data cannot be read: ${yamlWords(match[1]!, line).sentence.replace(/\.$/, '')}.`,
    advise: ({ match, line }) => yamlWords(match[1]!, line).hint,
  },
  {
    codes: ['front-matter-not-mapping'],
    pattern: /^/,
    say: () => 'The front matter is a list or a text, and not made of keys and values.',
  },
  {
    codes: ['invalid-date'],
    pattern: /Invalid date '([\s\S]*)': Document .* (filename|YAML front matter)\.$/,
    say: ({ match }) =>
      match[2] === 'filename'
        ? `The file’s name begins with '${match[1]}', which is no date.`
        : `'${match[1]}' is no date.`,
  },
  {
    codes: ['invalid-site-time', 'defaults-invalid-date'],
    pattern: /^Invalid date '([\s\S]*?)': /,
    say: ({ match }) => `'${match[1]}' is no date.`,
  },
  {
    codes: ['unreadable-file', 'layout-unreadable'],
    pattern:
      /^(?:could not read|Error reading) file [\s\S]*?: ((?:No such|Permission|Is a|Too many|Input)[\s\S]*?)(?: @ \w+)?(?: - .*)?$/,
    say: ({ match }) => `This file cannot be read: ${match[1]}.`,
  },
  { codes: ['invalid-permalink'], pattern: /^/, say: () => 'The `permalink` is empty.' },
  {
    codes: ['config-invalid-file'],
    pattern: /^/,
    say: () => 'The configuration is a list or a text, and not made of keys and values.',
  },
  {
    codes: ['plugins-not-array'],
    pattern: /but was: ([\s\S]*?)\. Use 'plugins_dir'/,
    say: ({ match }) => `\`plugins\` is ${match[1]}, and not a list of names.`,
    advise: () => 'Write `plugins: [NAME, NAME]`.',
  },
  {
    codes: ['permalink-placeholder'],
    pattern: /doesn't have (.+) keys\. Check/,
    say: ({ match }) =>
      `The permalink has a placeholder that there is not: ${match[1]!
        .split(' or ')
        .map((name) => `:${name}`)
        .join(', ')}.`,
  },
  {
    codes: ['invalid-markdown-processor'],
    pattern: /^("[\s\S]*?"|\S+) is not a valid/,
    say: ({ match }) => `There is no Markdown processor ${match[1]}.`,
    advise: () => 'Write `markdown: kramdown`, or `markdown: CommonMark`.',
  },
  {
    codes: ['address-invalid'],
    pattern: /^([\s\S]*)$/,
    say: ({ match }) => `This makes no address: ${match[1]}.`,
  },
  {
    codes: ['bad-value'],
    pattern: /^([\s\S]*)$/,
    say: ({ match }) => `A value here cannot be used so: ${match[1]}.`,
  },
  {
    codes: ['bibliography-missing'],
    pattern: / - ([\s\S]*)$/,
    say: ({ match }) => `There is no BibTeX file ${match[1]}.`,
  },
  {
    codes: ['citation-style-missing'],
    pattern: /CSL data from "([\s\S]*?)"/,
    say: ({ match }) => `There is no citation style '${match[1]}'.`,
  },
  {
    codes: ['unknown-bibtex-filter'],
    pattern: /filter "([\s\S]*)"$/,
    say: ({ match }) => `There is no BibTeX filter '${match[1]}'.`,
  },
];

const CONVERSION_RULES: readonly WordRule[] = [
  {
    codes: ['conversion-error'],
    name: 'sass-import-missing',
    pattern: /^Jekyll::Converters::S[ac]ss encountered [\s\S]*?:\nCan't find stylesheet to import\.$/,
    say: ({ line }) => {
      const name = /["'](.+?)["']/.exec(line)?.[1];
      return name === undefined
        ? 'A style sheet that is imported is not there.'
        : `There is no style sheet '${name}'.`;
    },
  },
  {
    codes: ['conversion-error'],
    name: 'sass-error',
    pattern: /^Jekyll::Converters::S[ac]ss encountered [\s\S]*?:\n([\s\S]*)$/,
    say: ({ match }) => `The style sheet cannot be compiled: ${withoutPoint(match[1]!)}.`,
  },
  {
    codes: ['conversion-error'],
    pattern: /encountered an error while converting '([\s\S]*?)':\n([\s\S]*)$/,
    say: ({ match }) => `${match[1]} cannot be converted: ${withoutPoint(match[2]!)}.`,
  },
];

/** All of them. */
export const WORD_RULES: readonly WordRule[] = [...LIQUID_RULES, ...FILE_RULES, ...CONVERSION_RULES];

function withoutPoint(sentence: string): string {
  return sentence.trimEnd().replace(/\.$/, '');
}

/** Liquid's names for what stands in markup, in words. */
const LEXEMES: ReadonlyMap<string, string> = new Map([
  ['close_round', '`)`'],
  ['close_square', '`]`'],
  ['colon', '`:`'],
  ['comma', '`,`'],
  ['comparison', 'a comparison'],
  ['dash', '`-`'],
  ['dot', '`.`'],
  ['dotdot', '`..`'],
  ['end_of_string', 'its end'],
  ['id', 'a name'],
  ['number', 'a number'],
  ['open_round', '`(`'],
  ['open_square', '`[`'],
  ['pipe', '`|`'],
  ['question', '`?`'],
  ['string', 'a text'],
]);

function lexemes(detail: string): string {
  const named = (lexeme: string): string => LEXEMES.get(lexeme) ?? lexeme;
  const bare = detail.replace(/ in "[\s\S]*"$/, '');
  return bare.replace(
    /^Expected (\w+) but found (\w+)$/,
    (_, wanted: string, found: string) => `${named(found)} stands where ${named(wanted)} is expected`,
  );
}
