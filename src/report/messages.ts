/**
 * Every message of the program that has a place in the user's site, sorted by name; the code is the name in kebab case. Where
 * Jekyll 4.4.1 says something about the matter, `topic` and `message` are its words exactly, since people search for them; what
 * we know beyond that goes into the place, the frame and the hint.
 */
import type { Diagnostic } from '../model/diagnostic.js';
import { codeFrame } from './code-frame.js';

/** Where something is wrong in the user's files. */
export interface Place {
  /** Relative to the site's folder. */
  readonly file: string;
  /** 1-based, front matter counted. */
  readonly line?: number | undefined;
  /** 1-based, in code points. */
  readonly column?: number | undefined;
  /** The whole file, for the code frame; without it there is none. */
  readonly text?: string | undefined;
  /** Templates that led here, innermost first, e.g. `_layouts/post.html:12`. */
  readonly stack?: readonly string[] | undefined;
}

/** What makes no address, in the words of the gem Addressable, with which Jekyll ends. */
export function addressInvalid(reason: string, place: Place): Diagnostic {
  return {
    ...error('address-invalid', 'Error:', reason, place),
    hint: 'Addresses are made of names of files and of front matter: rename the file, give it a `permalink`, or correct what it says.',
  };
}

export function anchorToNothing(target: string, hint: string | null, place: Place): Diagnostic {
  return {
    ...warning(
      'anchor-to-nothing',
      'Link:',
      `Nothing on that page has the id that '${target}' leads to.`,
      place,
    ),
    hint: hint ?? 'Write the id of a heading, or give the place one: `{: #ID}` behind it.',
  };
}

export function archivesNotMapping(inspected: string): Diagnostic {
  const lines = [`Expected a hash but got ${inspected}`, 'Archives will not be generated for this site.'];
  return warning('archives-not-mapping', 'Archives:', lines.join('\n'));
}

export function asciidocDateInvalid(date: string, path: string): Diagnostic {
  const reason = `Document '${path}' does not have a valid revdate in the AsciiDoc header.`;
  return {
    ...error('asciidoc-date-invalid', 'Error:', `Invalid date '${date}': ${reason}`, { file: path }),
    hint: 'Write dates of revision as YYYY-MM-DD, or YYYY-MM-DD HH:MM:SS +HHMM.',
  };
}

export function asciidocProcessorInvalid(name: string): Diagnostic {
  return {
    ...error('asciidoc-processor-invalid', 'Jekyll AsciiDoc:', `Invalid AsciiDoc processor given: ${name}`),
    hint: 'Valid options are: asciidoctor. It is what counts without a `processor` under `asciidoc` in the configuration, too.',
  };
}

export function asciidocSettingsText(): Diagnostic {
  return {
    ...warning(
      'asciidoc-settings-text',
      'Jekyll AsciiDoc:',
      'The AsciiDoc configuration should be defined using Hash on asciidoc key instead of discrete entries.',
    ),
    hint: 'Write `asciidoc: {processor: asciidoctor}`.',
  };
}

export function asciidocStylesMissing(): Diagnostic {
  return {
    ...warning(
      'asciidoc-styles-missing',
      'Jekyll AsciiDoc:',
      "Rouge's colours are not put into pages: the code of pages without a layout, or with `rouge-css: style`, has classes only.",
    ),
    hint: 'Give these pages a layout with a style sheet for code (`utterson highlight-css` prints one), or set another `source-highlighter`.',
  };
}

export function asciidoctorUnsafe(): Diagnostic {
  return {
    ...error(
      'asciidoctor-unsafe',
      'Jekyll AsciiDoc:',
      'AsciiDoc files cannot be converted in safe mode: the package `@asciidoctor/core` is not loaded from the site there.',
    ),
    hint: 'Build without `safe`, or keep AsciiDoc files out of the site with `exclude`.',
  };
}

/** The page is made all the same, without that layout's front matter. */
export function autopageLayoutMissing(absolutePath: string): Diagnostic {
  const reason = `No such file or directory @ rb_sysopen - ${absolutePath}`;
  return {
    ...warning('autopage-layout-missing', undefined, `Error reading file ${absolutePath}: ${reason}`),
    hint: 'Add the layout, or give that part of `autopages` an `enabled: false`.',
  };
}

export function badDataFile(reason: string, absolutePath: string, place: Place): Diagnostic {
  return error('bad-data-file', undefined, `(${absolutePath}): ${reason}`, atTab(reason, place));
}

/** A value with which Ruby can do nothing, in its words. */
export function badValue(reason: string, place: Place): Diagnostic {
  return error('bad-value', 'Error:', reason, place);
}

export function baseurlSlash(baseurl: string, place?: Place): Diagnostic {
  return {
    ...warning('baseurl-slash', 'Configuration:', `\`baseurl\` is '${baseurl}'.`, place),
    hint: `It begins with a slash and does not end with one: \`baseurl: /${baseurl.replace(/^\/+|\/+$/g, '')}\`.`,
  };
}

/** As Ruby says that it cannot look at a file. */
export function bibliographyMissing(absolutePath: string): Diagnostic {
  return {
    ...error(
      'bibliography-missing',
      undefined,
      `No such file or directory @ rb_file_s_mtime - ${absolutePath}`,
    ),
    hint: 'Put the BibTeX file there, or name it under `scholar:` with `source` (its folder) and `bibliography`.',
  };
}

/** bibtex-ruby ends at the first of them. */
export function bibtexInvalid(reason: string, place: Place): Diagnostic {
  return {
    ...error('bibtex-invalid', 'BibTeX:', reason, place),
    hint: 'An entry is `@type{key, field = {value}, …}`: look for a key, a comma or a brace that is missing before this place.',
  };
}

/** bibtex-ruby goes on without it. */
export function bibtexObjectSkipped(reason: string, place: Place): Diagnostic {
  return {
    ...warning(
      'bibtex-object-skipped',
      'BibTeX:',
      `What begins here cannot be read (${reason}), and is left out.`,
      place,
    ),
    hint: 'Look for a brace or a quotation mark without its counterpart.',
  };
}

export function boxAttributes(reason: string, place: Place): Diagnostic {
  return {
    ...error('box-attributes', 'Error:', `Attributes of a box cannot be read: ${reason}`, place),
    hint: 'They are written `[name=value,other="some words"]`, without spaces around commas.',
  };
}

/** Harmless: the site is built, each time from the start. */
export function cacheUnwritable(reason: string, absolutePath: string): Diagnostic {
  return {
    ...warning(
      'cache-unwritable',
      'Warning:',
      `The cache folder ${absolutePath} cannot be written to: ${reason}.\nNothing is kept for the next build.`,
    ),
    hint: 'Where that is as it should be, say so with --disable-disk-cache.',
    isHarmless: true,
  };
}

/** A build goes on without one of the locales that the gem has with it. */
export function citationLocaleMissing(locale: string): Diagnostic {
  return {
    ...warning(
      'citation-locale-missing',
      'Plugin:',
      `jekyll-scholar: the locale ${locale} is not here, so references have English words.`,
    ),
    hint: 'Put its file, such as locales-de-DE.xml of github.com/citation-style-language/locales, into the site’s folder `_csl`.',
  };
}

export function citationStyleInvalid(reason: string, style: string, locale: string | null): Diagnostic {
  const files = locale === null ? style : `${style} or ${locale}`;
  return {
    ...error('citation-style-invalid', undefined, `References cannot be formatted: ${reason}`),
    hint: `Look into ${files}.`,
  };
}

/** As csl-ruby says it, which has all styles with it. */
export function citationStyleMissing(style: string): Diagnostic {
  return {
    ...error('citation-style-missing', undefined, noCslData(style)),
    hint: styleHint(style),
  };
}

/** A build goes on without one of the styles that the gem has with it. */
export function citationStyleReplaced(style: string): Diagnostic {
  return {
    ...warning(
      'citation-style-replaced',
      'Plugin:',
      `jekyll-scholar: the style ${style} is not here, so references are written in a plain style.`,
    ),
    hint: styleHint(style),
  };
}

/** For the doctor. */
export function codeLanguage(language: string, hint: string | null, place: Place): Diagnostic {
  return {
    ...warning(
      'code-language',
      'Highlighting:',
      `Nobody knows the language '${language}': its code gets no colours.`,
      place,
    ),
    hint: hint ?? 'Rouge does not know it either. `text` says that there shall be no colours.',
    isHarmless: true,
  };
}

/** What a command of a plugin threw. */
export function commandFailed(name: string, plugin: string, cause: unknown, place: Place | null): Diagnostic {
  return pluginFailed('command-failed', 'Command:', `${name} of the plugin ${plugin}`, cause, place);
}

/** What the `commonmark` section names and the converter does not have (jekyll-commonmark 1.4.0, `CommonMark#initialize`). */
export function commonMarkSetting(problem: string): Diagnostic {
  return warning('common-mark-setting', 'CommonMark:', problem);
}

export function configCollections(place?: Place): Diagnostic {
  return {
    ...error('config-collections', undefined, 'Your `collections` key must be a hash or an array.', place),
    hint: 'Write one line `NAME:` per collection below `collections:`, with its settings below that.',
  };
}

/** Jekyll warns and builds with its defaults, which removes what `keep_files` would have kept. */
export function configInvalidFile(absolutePath: string, place: Place): Diagnostic {
  return fatal('config-invalid-file', `Configuration file: (INVALID) ${absolutePath}`, place, {
    hint: 'A configuration file is a mapping: lines of the form `key: value`.',
  });
}

export function configKey(key: string, meant: string, place: Place): Diagnostic {
  return {
    ...warning('config-key', 'Configuration:', `Nothing reads \`${key}\`.`, place),
    hint: `Did you mean '${meant}'?`,
  };
}

export function configNotArray(key: 'include' | 'exclude', inspected: string, place?: Place): Diagnostic {
  return fatal('config-not-array', `'${key}' should be set as an array, but was: ${inspected}.`, place, {
    hint: `Write \`${key}: [NAME, NAME]\`, or leave the key out.`,
  });
}

export function configNotFound(absolutePath: string): Diagnostic {
  return {
    ...error('config-not-found', 'Fatal:', `The configuration file '${absolutePath}' could not be found.`),
    hint: 'Files given with --config are looked up from the working directory.',
  };
}

export function configSyntax(reason: string, absolutePath: string, place: Place): Diagnostic {
  return error('config-syntax', undefined, `(${absolutePath}): ${reason}`, atTab(reason, place));
}

export function configTimeZone(name: string, place?: Place): Diagnostic {
  return {
    ...warning(
      'config-time-zone',
      'Configuration:',
      `There is no time zone '${name}': all times are UTC.`,
      place,
    ),
    hint: 'Write the name of a place, e.g. `Europe/Prague`.',
  };
}

export function configUnknownType(absolutePath: string): Diagnostic {
  return error(
    'config-unknown-type',
    undefined,
    `No parser for '${absolutePath}' is available. Use a .y(a)ml or .toml file instead.`,
  );
}

/** A setting of another type than Jekyll can work with, or of one that it makes the best of. */
export interface WrongSetting {
  /** As a user finds it, e.g. `collections.recipes.permalink`. */
  readonly key: string;
  readonly types: readonly string[];
  readonly choices?: readonly string[];
  readonly about: string;
  readonly wrong: 'error' | 'warning';
  readonly inspected: string;
}

/** The sentence is the one Jekyll has for `include`, `exclude` and `plugins`; at other keys it ends in an exception of Ruby's. */
export function configValue(setting: WrongSetting, place?: Place): Diagnostic {
  return wrongSetting('config-value', 'Configuration:', setting, place);
}

function wrongSetting(
  code: string,
  topic: string,
  { key, types, choices, about, wrong, inspected }: WrongSetting,
  place: Place | undefined,
): Diagnostic {
  const expected = choices ?? types.flatMap((type) => TYPE_NAMES.get(type) ?? []);
  const reason = `'${key}' should be set as ${expected.join(' or ')}, but was: ${inspected}.`;
  const hint = `\`${key}\`: ${about}`;
  if (wrong === 'error') return fatal(code, reason, place, { hint });
  return { ...warning(code, topic, reason, place), hint };
}

/** What is expected, in words; `false` for nothing goes without saying. */
const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ['text', 'text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['date', 'a date'],
  ['list', 'an array'],
  ['mapping', 'a hash'],
]);

export function configWideGlob(limit: number, place?: Place): Diagnostic {
  return fatal('config-wide-glob', `The pattern stands for more than ${limit} others.`, place, {
    hint: 'Each group of alternatives in braces multiplies them; write `*` instead, or several patterns.',
  });
}

export function conversionError(converter: string, path: string, reason: string, place?: Place): Diagnostic {
  return error(
    'conversion-error',
    'Conversion error:',
    `${converter} encountered an error while converting '${path}':\n${reason}`,
    place,
  );
}

/** What a plugin threw when it was to make its converters, or one of these when it was asked for an extension. */
export function converterFailed(
  what: string,
  plugin: string,
  cause: unknown,
  place: Place | null,
): Diagnostic {
  return pluginFailed('converter-failed', 'Converter:', `${what} of the plugin ${plugin}`, cause, place);
}

/** The gem ends in an exception of Ruby's. */
export function datapageDataMissing(data: string, place?: Place): Diagnostic {
  return {
    ...warning(
      'datapage-data-missing',
      undefined,
      `\`page_gen\`: there are no records at \`site.data.${data}\`.`,
      place,
    ),
    hint: 'Name a list or a mapping of records: a file in the data folder, and keys in it after dots.',
  };
}

/** Ruby in the settings of jekyll-datapage-generator. */
export function datapageExpressionUnknown(reason: string, data: string, place?: Place): Diagnostic {
  return {
    ...error(
      'datapage-expression-unknown',
      undefined,
      `\`page_gen\`, records of \`${data}\`: an expression in Ruby cannot be used: ${reason}.`,
      place,
    ),
    hint: "Write it with `record['key']`, texts, numbers, `+`, comparisons, `&&`, `||`, `!`, `? :` and methods such as `include?`.",
  };
}

/** The record gets no page. */
export function datapageNameMissing(source: string, data: string, place?: Place): Diagnostic {
  return {
    ...warning(
      'datapage-name-missing',
      undefined,
      `error (datapage-gen). empty value for field '${source}' in record of ${data}`,
      place,
    ),
    hint: 'Give the record a value for it, or leave it out with `filter`.',
  };
}

export function datapageTemplateMissing(template: string, name: string, place?: Place): Diagnostic {
  const message = `error (datapage-gen). could not find template ${template}. Skipping dataset ${name}.`;
  return {
    ...warning('datapage-template-missing', undefined, message, place),
    hint: 'Add the layout, or name another one as `template`.',
  };
}

export function defaultsInvalidDate(date: string, inspectedSet: string): Diagnostic {
  const reason = `Invalid date '${date}': An invalid date format was found in a front-matter default set: ${inspectedSet}`;
  return fatal('defaults-invalid-date', reason, undefined, {
    hint: 'Write dates as YYYY-MM-DD, or YYYY-MM-DD HH:MM:SS +HHMM.',
  });
}

export function defaultsInvalidSet(inspected: string): Diagnostic {
  return {
    ...warning('defaults-invalid-set', 'Defaults:', 'An invalid front-matter default set was found:'),
    aside: inspected,
    hint: 'Each entry of `defaults` needs `scope:` with a mapping and `values:` with a mapping.',
  };
}

export function defaultsOldType(old: string, current: string): Diagnostic {
  const topic = 'Defaults:';
  return {
    ...warning('defaults-old-type', topic, `The '${old}' type has become '${current}'.`),
    aside: `${topic.padStart(19)} Please update your front-matter defaults to use 'type: ${current}'.`,
  };
}

export function deprecation(message: string): Diagnostic {
  return warning('deprecation', 'Deprecation:', message);
}

export function destinationConflict(absolutePath: string, sources: readonly string[]): Diagnostic {
  const lines = [
    'The following destination is shared by multiple files.',
    'The written file may end up with unexpected contents.',
    absolutePath,
    ...sources.map((source) => ` - ${source}`),
  ];
  return {
    ...warning('destination-conflict', 'Conflict:', lines.join('\n')),
    hint: 'Give all but one of them another `permalink`, or exclude them.',
  };
}

/** Ruby, and so Jekyll, ends with `File exists` or `Is a directory` here. @param sources the files for the place, then those below it */
export function destinationFileAndFolder(absolutePath: string, sources: readonly string[]): Diagnostic {
  const lines = [
    'The following destination would have to be a file and a folder at once.',
    absolutePath,
    ...sources.map((source) => ` - ${source}`),
  ];
  return {
    ...error('destination-file-and-folder', 'Conflict:', lines.join('\n')),
    hint: 'Give one of them another `permalink`, or exclude it.',
  };
}

export function destinationForbidden(absolutePath: string, reason: string): Diagnostic {
  return fatal('destination-forbidden', `The destination cannot be ${absolutePath}: ${reason}.`, undefined, {
    hint: 'Everything in the destination that a build did not make is removed: choose a folder of its own.',
  });
}

export function destinationHoldsSource(): Diagnostic {
  return fatal(
    'destination-holds-source',
    'Destination directory cannot be or contain the Source directory.',
    undefined,
    {
      hint: 'Everything in the destination that a build did not make is removed: choose a folder of its own.',
    },
  );
}

/** A first build into a folder outside the site: what it holds would be removed. */
export function destinationNotOurs(absolutePath: string, files: number): Diagnostic {
  const held = files === 1 ? 'a file' : `${files} files`;
  return {
    ...error(
      'destination-not-ours',
      'Error:',
      `The destination ${absolutePath} holds ${held} that no build has written, and a build would remove what is not its own.`,
    ),
    hint: 'Choose another destination, name what shall stay in `keep_files`, or allow it once with --force.',
  };
}

/** Something that no build has written stands where the site wants something else. @param output the file to be written */
export function destinationOccupied(absolutePath: string, output: string): Diagnostic {
  const isFolder = absolutePath === output;
  return {
    ...error(
      'destination-occupied',
      'Error:',
      isFolder
        ? `The folder ${absolutePath} stands where a file must be, and holds what no build has written.`
        : `The file ${absolutePath} stands where a folder must be, for ${output}, and no build has written it.`,
    ),
    hint: 'Move it away, or give what shall be there another `permalink`.',
  };
}

export function editLinkWithoutData(): Diagnostic {
  return warning(
    'edit-link-without-data',
    'JekyllEditLink:',
    'Cannot generate edit URLs due to missing site.github data',
  );
}

export function emptySlug(text: string, place?: Place): Diagnostic {
  return warning('empty-slug', 'Warning:', `Empty \`slug\` generated for '${text}'.`, place);
}

/** Ruby's words; Jekyll puts the text that was appended second. */
export function encodingsMixed(encoding: string, character: string, path: string, place: Place): Diagnostic {
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return {
    ...error(
      'encodings-mixed',
      'Liquid Exception:',
      `incompatible character encodings: ${encoding} and UTF-8 in ${path}`,
      place,
    ),
    hint: `${encoding} has no '${character}' (U+${code}): save the site's files as UTF-8, and leave out \`encoding\`.`,
  };
}

/** Ruby reads such files as UTF-8 (UTF-16 and UTF-32 not at all: front matter begins with three bytes). */
export function encodingUnknown(name: string): Diagnostic {
  return {
    ...warning('encoding-unknown', 'Warning:', `Unsupported encoding ${name} ignored`),
    hint: 'Files are read as UTF-8. Names are those of Ruby, e.g. `iso-8859-1`, `windows-1252`, `shift_jis`.',
  };
}

export function excerptModified(path: string, inspectedSeparator: string): Diagnostic {
  const lines = [
    `Excerpt modified in ${path}!`,
    `Found a Liquid block containing the excerpt separator ${inspectedSeparator}.`,
    'The block has been modified with the appropriate closing tag.',
    'Feel free to define a custom excerpt or excerpt_separator in the',
    "document's Front Matter if the generated excerpt is unsatisfactory.",
  ];
  return warning('excerpt-modified', 'Warning:', lines.join('\n'), { file: path });
}

/** A post or another collection's document: Jekyll prints it as an error but goes on, unless `strict_front_matter` is set. */
export function frontMatterInDocument(reason: string, absolutePath: string, place: Place): Diagnostic {
  return warning(
    'front-matter-in-document',
    'Error:',
    `YAML Exception reading ${absolutePath}: ${reason}`,
    atTab(reason, place),
  );
}

/** A page or layout: Jekyll warns and goes on without the front matter, unless `strict_front_matter` is set. */
export function frontMatterInPage(reason: string, absolutePath: string, place: Place): Diagnostic {
  return warning(
    'front-matter-in-page',
    undefined,
    `YAML Exception reading ${absolutePath}: ${reason}`,
    atTab(reason, place),
  );
}

export function frontMatterKey(key: string, meant: string, place: Place): Diagnostic {
  return {
    ...warning('front-matter-key', 'Front matter:', `Nothing reads \`${key}\`.`, place),
    hint: `Did you mean '${meant}'?`,
  };
}

export function frontMatterNotMapping(absolutePath: string, place: Place): Diagnostic {
  return fatal('front-matter-not-mapping', `Invalid YAML front matter in ${absolutePath}`, place, {
    hint: 'Front matter is a mapping: lines of the form `key: value` between two lines `---`.',
  });
}

/** What `config-value` is for settings: Jekyll has no words for it. */
export function frontMatterValue(setting: WrongSetting, place: Place): Diagnostic {
  return wrongSetting('front-matter-value', 'Front matter:', setting, place);
}

export function futurePostSkipped(path: string): Diagnostic {
  return {
    ...warning('future-post-skipped', 'Skipping:', `${path} has a future date`),
    file: path,
    isHarmless: true,
  };
}

/**
 * A line of the Gemfile that only Ruby could tell, where plugins may be named.
 *
 * @param gem the gem whose loading depends on it; `null` when not even a name is known
 */
export function gemfileUnread(gem: string | null, place: Place): Diagnostic {
  const what =
    gem === null
      ? 'What this line adds to the Gemfile cannot be told without Ruby: plugins named by it are not loaded.'
      : `Whether the gem ${gem} is wanted cannot be told without Ruby: it is not loaded.`;
  return {
    ...warning('gemfile-unread', 'Gemfile:', what, place),
    hint: `Name ${gem ?? 'the plugins'} below \`plugins\` in the configuration.`,
  };
}

/** Nobody can do anything about it but have a look, so it does not count. */
export function gemReleaseDiffers(name: string, locked: string, restated: string): Diagnostic {
  return {
    ...warning(
      'gem-release-differs',
      'Plugin:',
      `Gemfile.lock has ${name} ${locked}; here it works as ${restated}`,
    ),
    hint: 'What the two write is not the same everywhere: compare the pages.',
    isHarmless: true,
  };
}

export function gemServerRefused(name: string, address: string): Diagnostic {
  return {
    ...error('gem-server-refused', 'Theme:', `The gem ${name} is not fetched from ${address}.`),
    hint: 'Gem servers are asked by https alone; one on this machine by http, when UTTERSON_GEM_SERVER names it.',
  };
}

export function gemUnchecked(name: string, server: string): Diagnostic {
  return {
    ...warning('gem-unchecked', 'Theme:', `The gem server ${server} gives no checksums.`),
    hint: `What came of ${name} was taken as it is. Its own sum stands in .utterson.lock: from now on it must stay the same.`,
  };
}

/** @param subject e.g. `minima theme` */
export function gemUnknown(subject: string, server: string): Diagnostic {
  return {
    ...error('gem-unknown', undefined, `The ${subject} could not be found.`),
    hint: `It is not on this machine, and the gem server ${server} has no gem of that name. ${THEME_FORMS}`,
  };
}

/**
 * @param subject e.g. `minima theme`
 * @param reason as a sentence's end, e.g. `the Gemfile's lock says so`
 */
export function gemVersionGone(
  subject: string,
  version: string,
  reason: string,
  nearest: string | null,
): Diagnostic {
  const advice = nearest === null ? 'It has no other either.' : `The nearest that it has is ${nearest}.`;
  return {
    ...error('gem-version-gone', undefined, `The ${subject} could not be found in version ${version}.`),
    hint: `It must be that version (${reason}), and the gem server does not have it any more. ${advice}`,
  };
}

/**
 * @param subject e.g. `minima theme`
 * @param versions what there is, in the server's order
 */
export function gemVersionMissing(
  subject: string,
  requirements: readonly string[],
  versions: readonly string[],
): Diagnostic {
  return {
    ...error('gem-version-missing', undefined, `The ${subject} could not be found.`),
    hint: `The Gemfile asks for version ${requirements.join(', ')}. The last that the gem server has are ${versions.slice(-5).join(', ')}.`,
  };
}

export function generationUnknown(inspected: string, place?: Place): Diagnostic {
  return {
    ...error('generation-unknown', 'Configuration Error:', `There is no generation ${inspected}.`, place),
    hint: '`generation` is 3, for sites written for Jekyll 3 or GitHub Pages, or 4.',
  };
}

/** What a plugin's generator threw, most often a bug of the plugin. @param name as Jekyll names its class */
export function generatorFailed(
  name: string,
  plugin: string,
  cause: unknown,
  place: Place | null,
): Diagnostic {
  return pluginFailed('generator-failed', 'Generator:', `${name} of the plugin ${plugin}`, cause, place);
}

export function gistWithoutText(id: string): Diagnostic {
  const lines = [
    `The <noscript> tag for your gist ${id}`,
    'could not be generated. This will affect users who do',
    'not have JavaScript enabled in their browsers.',
  ];
  return {
    ...warning('gist-without-text', 'Warning:', lines.join('\n')),
    hint: 'A build asks the network for themes alone. Set `gist: {noscript: false}` to do without the tag.',
  };
}

/** What GitHub alone knows; harmless, since themes ask for it and go on without. */
/** The gem ends in an exception of Ruby's. */
export function gitHistoryMissing(plugin: string): Diagnostic {
  return {
    ...warning('git-history-missing', 'Plugin:', `${plugin}: Git has no commits of the site's folder.`),
    hint: 'Build in a clone of the repository, with Git installed and the history fetched.',
  };
}

export function githubMetadataOffline(): Diagnostic {
  return {
    ...warning(
      'github-metadata-offline',
      'GitHub Metadata:',
      'No internet connection. GitHub metadata may be missing or incorrect.',
    ),
    hint: 'A build asks the network for themes alone. What only GitHub knows can be set below `github:` in the configuration.',
    isHarmless: true,
  };
}

export function githubMetadataSiteName(): Diagnostic {
  return warning(
    'github-metadata-site-name',
    'GitHub Metadata:',
    'site.name is set in _config.yml, but many plugins and themes expect site.title to be used instead. To avoid potential inconsistency, ' +
      "Jekyll GitHub Metadata will not set site.title to the repository's name.",
  );
}

export function highlightPygments(): Diagnostic {
  return warning(
    'highlight-pygments',
    'Warning:',
    'Highlight Tag no longer supports rendering with Pygments.\nUsing the default highlighter, Rouge, instead.',
  );
}

/**
 * What a plugin's hook threw. A page's is told at the page, which is what is missing; any other where it was thrown.
 *
 * @param hook  whose moment it waited for, and which, e.g. `site:post_read`
 * @param place where in the plugin, if that is known
 * @param page  the page or document whose moment it was
 */
export function hookFailed(
  hook: string,
  plugin: string,
  cause: unknown,
  place: Place | null,
  page: string | null,
): Diagnostic {
  const inPlugin = page === null || place === null ? '' : ` (${place.file}:${place.line}:${place.column})`;
  const told = page === null ? place : { file: page };
  return pluginFailed('hook-failed', 'Hook:', `${hook} of the plugin ${plugin}${inPlugin}`, cause, told);
}

export function invalidDate(
  date: string,
  path: string,
  absolutePath: string,
  isFromFileName: boolean,
  place?: Place,
): Diagnostic {
  const where = isFromFileName ? 'filename' : 'YAML front matter';
  const reason = `Invalid date '${date}': Document '${path}' does not have a valid date in the ${where}.`;
  return {
    ...error(
      'invalid-date',
      'Error:',
      `could not read file ${absolutePath}: ${reason}`,
      place ?? { file: path },
    ),
    verdict: reason,
    hint: 'Write dates as YYYY-MM-DD, or YYYY-MM-DD HH:MM:SS +HHMM.',
  };
}

export function invalidMarkdownProcessor(
  inspected: string,
  name: string,
  available: readonly string[],
): Diagnostic {
  return {
    ...error(
      'invalid-markdown-processor',
      'Markdown processor:',
      `${inspected} is not a valid Markdown processor.\nAvailable processors are: ${available.join(', ')}\n`,
    ),
    verdict: `Invalid Markdown processor given: ${name}`,
  };
}

export function invalidPermalink(absolutePath: string, place: Place): Diagnostic {
  return fatal('invalid-permalink', `Invalid permalink in ${absolutePath}`, place, {
    hint: 'An empty permalink leads nowhere: write one, or leave the key out.',
  });
}

export function invalidSiteTime(date: string, place?: Place): Diagnostic {
  return fatal('invalid-site-time', `Invalid date '${date}': Invalid time in _config.yml.`, place, {
    hint: 'Write `time` as YYYY-MM-DD HH:MM:SS +HHMM, or leave it out.',
  });
}

export function kramdownWarning(message: string, place?: Place): Diagnostic {
  return warning('kramdown-warning', 'Kramdown warning:', message, place);
}

/** As with the gem, up to 1.8. */
export function languagePagesMissing(standard: string): Diagnostic {
  return {
    ...warning(
      'language-pages-missing',
      'Polyglot:',
      'With `parallel_localization: false`, pages that the languages before the standard one have are not written in it.',
    ),
    hint: `Name '${standard}' first in \`languages\`, or update jekyll-polyglot to 1.9.0.`,
  };
}

/** In the words of jekyll-multiple-languages-plugin, which then ends without having written anything. */
export function languagesMissing(place?: Place | null): Diagnostic {
  return fatal(
    'languages-missing',
    'You must provide at least one language using the "languages" setting on your _config.yml.',
    place ?? undefined,
    { hint: "Write for example `languages: [en, de]`; the first is the site's own." },
  );
}

export function layoutNotFound(
  layout: string,
  path: string,
  { place, hint }: { readonly place: Place; readonly hint: string | null },
): Diagnostic {
  return {
    ...warning(
      'layout-not-found',
      'Build Warning:',
      `Layout '${layout}' requested in ${path} does not exist.`,
      place,
    ),
    ...(hint !== null && { hint }),
  };
}

/** Jekyll goes on with an empty layout. */
export function layoutUnreadable(reason: string, absolutePath: string, place: Place): Diagnostic {
  return {
    ...warning('layout-unreadable', undefined, `Error reading file ${absolutePath}: ${reason}`, place),
    ...linkHint(reason),
  };
}

/** @param reason a sentence's end */
export function leftOutByAccident(path: string, reason: string, remedy: string, line?: number): Diagnostic {
  return {
    ...warning('left-out-by-accident', 'Left out:', `${path}: ${reason}.`, { file: path, line }),
    hint: remedy,
  };
}

export function limitPostsNegative(place?: Place): Diagnostic {
  return error('limit-posts-negative', undefined, 'limit_posts must be a non-negative number', place);
}

export function linkOutsideBase(target: string, place: Place): Diagnostic {
  return {
    ...warning(
      'link-outside-base',
      'Link:',
      `'${target}' lacks the site's \`baseurl\`, so it leads out of the site.`,
      place,
    ),
    hint: `Write \`{{ '${target.replace(/[?#].*/, '')}' | relative_url }}\`.`,
  };
}

export function linkToNothing(target: string, hint: string | null, place: Place): Diagnostic {
  return {
    ...warning('link-to-nothing', 'Link:', `Nothing is written at '${target}'.`, place),
    hint: hint ?? 'Correct the address, or write the page or the file.',
  };
}

/** A template that cannot be parsed or rendered; `path` as Jekyll prints it, absolute for documents and layouts. */
export function liquidException(message: string, path: string, place: Place): Diagnostic {
  const diagnostic = error('liquid-exception', 'Liquid Exception:', oneLine(`${message} in ${path}`), place);
  return FATAL_IN_TEMPLATES.test(message) ? { ...diagnostic, verdict: oneLine(message) } : diagnostic;
}

/** How the texts of Jekyll's `PostURLError` and `InvalidDateError` begin, the fatal exceptions that a template can raise. */
const FATAL_IN_TEMPLATES = /^(?:Could not (?:find|parse name of) post "|Invalid Date: ')/;

/** Markup that Liquid's strict parser refuses and its forgiving one reads somehow. */
export function liquidWarning(message: string, path: string, place: Place): Diagnostic {
  return warning('liquid-warning', 'Liquid Warning:', oneLine(`${message} in ${path}`), place);
}

/** @param count of the warnings of one template beyond those that are told */
export function liquidWarningsFurther(count: number, path: string, place: Place): Diagnostic {
  return warning(
    'liquid-warnings-further',
    'Liquid Warning:',
    oneLine(`and ${count} more in ${path}`),
    place,
  );
}

export function markdownItPluginFailed(name: string, reason: string): Diagnostic {
  return {
    ...error('markdown-it-plugin-failed', 'Markdown plugin:', `${name} cannot be loaded: ${reason}`),
    hint: 'Entries of `markdown_it: plugins` are packages installed in the site (`npm install NAME`) or paths that start with `./`.',
  };
}

export function markdownItPluginsUnsafe(names: readonly string[]): Diagnostic {
  return warning(
    'markdown-it-plugins-unsafe',
    'Markdown plugin:',
    `Plugins are not loaded in safe mode: ${names.join(', ')}.`,
  );
}

export function mathEngineMissing(place?: Place): Diagnostic {
  return {
    ...warning(
      'math-engine-missing',
      'Markdown:',
      'The math engine katex needs the npm package `katex`, which the site does not have.\nFormulas are written as they are.',
      place,
    ),
    hint: 'Install it with `npm install katex` in the site.',
  };
}

/**
 * @param limit   what Node may use, in bytes
 * @param current the file that was read or rendered last
 * @param holders sentences that say what holds most, if that is known
 */
export function memoryShort(limit: number, current: string, holders: readonly string[]): Diagnostic {
  const megabytes = Math.round(limit / 2 ** 20);
  return {
    ...error(
      'memory-short',
      'Error:',
      [`Node's memory of ${megabytes} MiB is nearly used up, at ${current}.`, ...holders].join(' '),
    ),
    hint: `If the site needs as much, give Node more: NODE_OPTIONS=--max-old-space-size=${2 * megabytes}`,
  };
}

/** A base address that is neither text nor a section (jekyll-mentions 1.6.0, `Mentions.mention_base`). */
export function mentionsSetting(className: string, place: Place): Diagnostic {
  const message = `Your jekyll-mentions config has to either be a string or a hash. It's a ${className} right now.`;
  return error('mentions-setting', 'Error:', message, place);
}

export function menuItemInvalid(inspected: string, place?: Place): Diagnostic {
  return {
    ...error('menu-item-invalid', 'Error:', `Invalid menu item given: ${inspected}`, place),
    hint: 'An entry of a menu is a mapping; in front matter, `menus:` names menus, or has a mapping or an identifier for each.',
  };
}

export function outputChangedMeanwhile(absolutePath: string): Diagnostic {
  return {
    ...error(
      'output-changed-meanwhile',
      'Error:',
      `${absolutePath} was changed by somebody else while the site was built.`,
    ),
    hint: 'Build again, with nothing else at work in the output folder.',
  };
}

export function outputLocked(lockPath: string): Diagnostic {
  return {
    ...error(
      'output-locked',
      'Error:',
      'Another build of this site has been writing its output for too long.',
    ),
    hint: `If there is none, remove ${lockPath}.`,
  };
}

export function outsideSkipped(absolutePath: string): Diagnostic {
  return {
    ...warning(
      'outside-skipped',
      'Skipping:',
      `${absolutePath} leads out of the site, which safe mode forbids`,
    ),
    hint: 'Move the folder into the site, or build without `safe`.',
  };
}

/** A page or layout whose bytes do not decode: Jekyll takes all of it for its text. */
export function pageNotText(encoding: string, absolutePath: string, place: Place): Diagnostic {
  return warning(
    'page-not-text',
    undefined,
    `Error reading file ${absolutePath}: invalid byte sequence in ${encoding}`,
    place,
  );
}

/** jekyll-paginate-v2 refuses what it took until 2017. */
export function paginationLegacy(): Diagnostic {
  return fatal(
    'pagination-legacy',
    'Legacy jekyll-paginate configuration compatibility mode has expired. ' +
      'Please upgrade to jekyll-paginate-v2 configuration.',
  );
}

/** A value over which jekyll-paginate-v2 ends in an error of Ruby's. */
export function paginationSetting(key: string, expected: string, inspected: string): Diagnostic {
  return fatal('pagination-setting', `\`${key}\` must be ${expected}, but is ${inspected}.`);
}

/** Jekyll ends in a `FloatDomainError` here. */
export function paginationSize(inspected: string): Diagnostic {
  return fatal('pagination-size', `\`paginate\` must be a number from 1, but is ${inspected}.`);
}

export function paginationTwice(): Diagnostic {
  return fatal(
    'pagination-twice',
    'The new jekyll-paginate-v2 and the old jekyll-paginate logic cannot both be configured in the site config at the same time. ' +
      "Please disable the old 'paginate:' config settings by either omitting the values or setting them to 'paginate:off'.",
  );
}

export function paginationWithoutGem(): Diagnostic {
  return warning(
    'pagination-without-gem',
    'Deprecation:',
    "You appear to have pagination turned on, but you haven't included the `jekyll-paginate` gem. " +
      'Ensure you have `plugins: [jekyll-paginate]` in your configuration file.',
  );
}

export function paginationWithoutIndex(): Diagnostic {
  return warning(
    'pagination-without-index',
    'Pagination:',
    "Pagination is enabled, but I couldn't find an index.html page to use as the pagination template. Skipping pagination.",
  );
}

export function paginationWithoutTemplate(): Diagnostic {
  return warning(
    'pagination-without-template',
    'Pagination:',
    "Is enabled, but I couldn't find any pagination page. Skipping pagination. " +
      "Pages must have 'pagination: enabled: true' in their front-matter for pagination to work.",
  );
}

/** A pattern of the user's in a plugin's settings; what it should have found is not found. */
export function patternUnreadable(pattern: string, setting: string, place?: Place): Diagnostic {
  return {
    ...warning(
      'pattern-unreadable',
      undefined,
      `\`${setting}\`: the pattern ${pattern} cannot be read.`,
      place,
    ),
    hint: 'Write a regular expression as Ruby reads it, e.g. `https://example\\.org/.*`.',
  };
}

export function permalinkPlaceholder(names: readonly string[], template: string, place?: Place): Diagnostic {
  const keys = names.join(' or ');
  return {
    ...error(
      'permalink-placeholder',
      undefined,
      `The URL template doesn't have ${keys} keys. Check your permalink template!`,
      place,
    ),
    hint: `The template is \`${template}\`.`,
  };
}

/** What a plugin would do is missing there, so it is here. */
export function pluginNotOnGithubPages(name: string, place?: Place): Diagnostic {
  return {
    ...warning('plugin-not-on-github-pages', 'Plugin:', `GitHub Pages would not load ${name}`, place),
    hint: 'With `utterson: {github_pages: false}` the site is built as anywhere else.',
  };
}

/**
 * A gem that we know and do not restate yet.
 *
 * @param missing what the output is without, e.g. `tables of contents`
 * @param files   what it would have written besides, e.g. `a page for each tag`
 */
export function pluginNotSupported(
  name: string,
  {
    missing,
    instead,
    files,
    packages,
  }: {
    readonly missing: string;
    readonly instead?: string;
    readonly files?: string;
    readonly packages?: string;
  },
  place?: Place,
): Diagnostic {
  const lines = [
    packages === undefined
      ? `The work of the gem ${name} is not done here yet.`
      : `The gem ${name} needs npm packages that the site does not have.`,
    `Missing from the output: ${missing}.`,
    ...(instead === undefined ? [] : [`In their place: ${instead}.`]),
    ...(files === undefined ? [] : [`Not written: ${files}.`]),
  ];
  return {
    ...warning('plugin-not-supported', 'Plugin:', lines.join('\n'), place),
    hint:
      packages === undefined
        ? 'Remove the gem where the site can do without it.'
        : `Install them with \`npm install ${packages}\` in the site.`,
  };
}

export function pluginsNotArray(inspected: string, place?: Place): Diagnostic {
  return {
    ...error(
      'plugins-not-array',
      undefined,
      `'plugins' should be set as an array of gem-names, but was: ${inspected}. Use 'plugins_dir' instead to set the ` +
        'directory for your non-gemified Ruby plugins.',
      place,
    ),
    verdict: `'plugins' should be set as an array, but was: ${inspected}.`,
  };
}

/** A gem that is neither restated nor known; Jekyll stops at one that is not installed. */
export function pluginUnknown(name: string, place?: Place): Diagnostic {
  return {
    ...warning(
      'plugin-unknown',
      'Plugin:',
      `Nothing is known here of the gem ${name}.\nWhatever it does is missing from the output.`,
      place,
    ),
    hint: 'Gems do not run here, files in `_plugins` do: remove it, or do its work with a plugin of your own, an include or data.',
  };
}

/** Jekyll says nothing of it. */
export function pluginUnsafe(name: string): Diagnostic {
  return {
    ...warning(
      'plugin-unsafe',
      'Plugin:',
      `Converters and generators of the plugin ${name} do not run in safe mode: it does not say that they may.`,
    ),
    hint: 'Its author says so by `isSafe: true`.',
  };
}

export function postsOutsideCollections(absolutePath: string, collectionsPath: string): Diagnostic {
  return warning(
    'posts-outside-collections',
    'Warning:',
    "Detected '_posts' directory outside custom `collections_dir`!\n" +
      `Please move '${absolutePath}' into the custom directory at '${collectionsPath}'`,
  );
}

export function premonitionSetting(reason: string): Diagnostic {
  return error('premonition-setting', 'Fatal (Premonition):', reason);
}

export function relativePermalinks(): Diagnostic {
  return error(
    'relative-permalinks',
    undefined,
    'Since v3.0, permalinks for pages in subfolders must be relative to the site source directory, not the parent ' +
      'directory. Check https://jekyllrb.com/docs/upgrading/ for more info.',
  );
}

export function remoteThemeIgnored(place?: Place): Diagnostic {
  return {
    ...warning(
      'remote-theme-ignored',
      'Remote Theme:',
      '`theme` counts, and `remote_theme` does not.',
      place,
    ),
    hint: 'With both keys `remote_theme` counts where `plugins` names jekyll-remote-theme. Remove one of the keys.',
  };
}

/** jekyll-remote-theme's words. */
export function remoteThemeInvalid(inspected: string, place?: Place): Diagnostic {
  return {
    ...error('remote-theme-invalid', 'Remote Theme:', `${inspected} is not a valid remote theme`, place),
    hint:
      'It is `owner/name`, `owner/name@ref`, the address of a repository at GitHub, or the path of a folder that is there. Another host is ' +
      'one that PAGES_GITHUB_HOSTNAME or GITHUB_HOSTNAME names.',
  };
}

/** What a plugin in Ruby does to classes that are not there, so that it has no effect. @param names e.g. `Kramdown::Converter::Html` */
export function rubyClassAbsent(names: string, place: Place): Diagnostic {
  return {
    ...warning(
      'ruby-class-absent',
      'Plugin:',
      `${place.file} changes ${names}, which has no effect: what it stands for is not done in Ruby here.`,
      place,
    ),
    hint: 'Do the same with a hook, a converter, or a plugin in JavaScript.',
  };
}

/** Ruby is no more. @param what what ran then */
export function rubyEnded(what: string, reason = ''): Diagnostic {
  return {
    ...error('ruby-ended', 'Ruby:', `Ruby ended itself in ${what}.`),
    hint:
      reason === ''
        ? 'A plugin must not end the program it runs in, and not use up its memory.'
        : `What it runs in failed: ${reason}`,
  };
}

/** What a plugin says by `Jekyll.logger`. @param level Jekyll's; only errors make a build fail, and only what plugins raise is one */
export function rubyLog(level: string, topic: string, message: string | null): Diagnostic {
  const words = message === null ? { message: topic } : { topic, message };
  const severity = level === 'warn' || level === 'error' ? 'warning' : 'info';
  return { severity, code: 'ruby-log', ...words, isHarmless: true };
}

/** The package of Ruby as WebAssembly is asked for and not there. */
export function rubyNotInstalled(): Diagnostic {
  return {
    ...error(
      'ruby-not-installed',
      'Ruby:',
      '`utterson: {ruby: wasm}` asks for Ruby as WebAssembly, which is not installed.',
    ),
    hint: 'Run `npm install --save-dev @ruby/3.4-wasm-wasi`.',
  };
}

/** Of a file of plugins that may keep something from one call to the next. @param reason e.g. `has a class variable` */
export function rubyNotPlain(path: string, reason: string): Diagnostic {
  return {
    severity: 'info',
    code: 'ruby-not-plain',
    topic: 'Plugin:',
    message: `pages in which ${path} has a part are made anew at each build: it ${reason}.`,
    file: path,
  };
}

/** For the doctor: a file of the plugins folder. @param registrations what it registers, e.g. `tag \`youtube\` (line 12)` */
export function rubyPlugin(path: string, registrations: readonly string[], line?: number): Diagnostic {
  const what =
    registrations.length > 0 ? registrations.join(', ') : 'nothing that Jekyll would call by itself';
  return {
    ...warning(
      'ruby-plugin',
      'Differs:',
      `${path} is Ruby and does not run.\nIt registers: ${what}.\nWhatever that adds to the site is missing.`,
      { file: path, line },
    ),
    hint: 'Run `npm install --save-dev @ruby/3.4-wasm-wasi` for Ruby as WebAssembly, or set `utterson: {ruby: system}` for an installed one.',
  };
}

/** For the doctor: a plugin in Ruby that runs. */
export function rubyPluginRuns(
  path: string,
  registrations: readonly string[],
  engine: 'wasm' | 'system',
  line?: number,
): Diagnostic {
  const what =
    registrations.length > 0 ? registrations.join(', ') : 'nothing that Jekyll would call by itself';
  const where =
    engine === 'wasm' ? 'Ruby as WebAssembly' : 'the installed Ruby, which may do whatever you may';
  return {
    severity: 'info',
    code: 'ruby-plugin-runs',
    topic: 'Plugin:',
    message: `${path} runs in ${where}.\nIt registers: ${what}.`,
    file: path,
    ...(line !== undefined && { line }),
  };
}

/** What a plugin raised and nobody rescued. @param page whose turn it was */
export function rubyRaised(
  what: string,
  className: string,
  reason: string,
  place: Place | null,
  page: string | null,
  cause: unknown,
): Diagnostic {
  const inPage = page === null ? '' : ` for ${page}`;
  return {
    ...error(
      'ruby-raised',
      'Plugin:',
      `${what}${inPage} failed: ${reason} (${className})`,
      place ?? undefined,
    ),
    hint: reason.startsWith("Utterson's Ruby has no")
      ? 'It is part of Jekyll and not done here yet: please tell us of it, with the plugin.'
      : 'With --trace you see where it did.',
    cause,
  };
}

/** A plugin that takes longer than it may. @param seconds how long that is */
export function rubyTooLate(what: string, seconds: number): Diagnostic {
  return {
    ...error('ruby-too-late', 'Ruby:', `${what} took more than ${seconds} seconds and was ended.`),
    hint: 'Where it needs longer, set `utterson: {ruby: {limit: SECONDS}}`, for generators, converters and hooks of the site `site_limit`.',
  };
}

/** No installed `ruby` where it is asked for. @param reason why it cannot be started */
export function rubyUnavailable(reason: string): Diagnostic {
  return {
    ...error(
      'ruby-unavailable',
      'Ruby:',
      `\`utterson: {ruby: system}\` asks for an installed Ruby: ${reason}.`,
    ),
    hint: 'Install Ruby 2.7 or later, or `npm install --save-dev @ruby/3.4-wasm-wasi` and set `ruby: wasm`.',
  };
}

/** @param byOwner how many places there are, by whose style sheets they stand in */
export function sassDeprecations(byOwner: ReadonlyMap<string, number>): Diagnostic {
  const parts = [...byOwner].map(
    ([owner, count], index) =>
      `${count}${index > 0 ? '' : count === 1 ? ' deprecation' : ' deprecations'} in ${owner}`,
  );
  return {
    ...warning('sass-deprecations', 'Sass:', `${listed(parts)} (--verbose shows them)`),
    isHarmless: true,
  };
}

/** `@warn`, or something Sass will not accept in the future, as `@import`, which nearly every theme has: that is well today. */
export function sassWarning(message: string, isDeprecation: boolean, place?: Place): Diagnostic {
  if (!isDeprecation) return warning('sass-warning', 'Sass:', message, place);
  return { ...warning('sass-deprecation', 'Sass:', message, place), isHarmless: true };
}

/** For the doctor: a setting that has another effect than with Jekyll. */
export function scholarRawEntry(place: Place | null): Diagnostic {
  return warning(
    'scholar-raw-entry',
    'Jekyll-scholar:',
    'Option `use_raw_bibtex_entry` is no longer supported',
    place ?? undefined,
  );
}

/** A selector of the user's in a plugin's settings; no element is one that it means. */
export function selectorUnreadable(selector: string, setting: string, place?: Place): Diagnostic {
  return {
    ...error(
      'selector-unreadable',
      undefined,
      `\`${setting}\`: the selector ${selector} cannot be read.`,
      place,
    ),
    hint: 'Write names, `#id`, `.class`, `[attribute=value]`, `:not(…)`, `:nth-child(…)` and their like, side by side.',
  };
}

/** `serve` puts its own address where a site's address belongs. */
export function servedOutput(destination: string): Diagnostic {
  return {
    ...error(
      'served-output',
      'Served:',
      `The last to write to ${destination} was \`serve\`, with its own address in it.`,
    ),
    hint: 'Build before you deploy: utterson build',
  };
}

/** What the server refuses in a configuration that was changed while it runs; `problem` is the sentence that would stop its start. */
export function serveSetting(problem: string): Diagnostic {
  return error('serve-setting', 'Error:', problem);
}

export function settingDiffers(key: string, effect: string, remedy: string, place?: Place): Diagnostic {
  return {
    ...warning('setting-differs', 'Differs:', `The setting \`${key}\`.\n${effect}`, place),
    hint: remedy,
  };
}

/** Jekyll 3.10.0, `Configuration#check_include_exclude`. */
export function settingNotList(key: string): Diagnostic {
  return warning(
    'setting-not-list',
    'Deprecation:',
    `The '${key}' configuration option must now be specified as an array, but you specified a string. For now, we've ` +
      'treated the string you provided as a list of comma-separated values.',
  );
}

/** Jekyll 3.10.0, `Configuration#renamed_key`. */
export function settingRenamed(former: string, current: string): Diagnostic {
  return warning(
    'setting-renamed',
    'Deprecation:',
    `The '${former}' configuration option has been renamed to '${current}'. Please update your config file accordingly.`,
  );
}

/** A module that exports no plugin. */
export function sitePluginEmpty(name: string): Diagnostic {
  return {
    ...error('site-plugin-empty', 'Plugin:', `${name} exports no plugin as its default.`),
    hint: 'Write `export default { filters: [ … ] }`, or a function that answers such an object.',
  };
}

/** A plugin that cannot be loaded. @param place where, in it or in what it imports */
export function sitePluginFailed(name: string, cause: unknown, place: Place): Diagnostic {
  return pluginFailed('site-plugin-failed', 'Plugin:', `Loading the plugin ${name}`, cause, place);
}

/** A Ruby file in the plugins folder: a build does not run it. */
export function sitePluginIgnored(path: string): Diagnostic {
  const sentence = `${path} is written in Ruby: what it does is missing from the output.`;
  return {
    ...warning('site-plugin-ignored', 'Plugin:', sentence, { file: path }),
    hint: 'Run `npm install --save-dev @ruby/3.4-wasm-wasi` for Ruby as WebAssembly, or set `utterson: {ruby: system}` for an installed one; `ruby: off` says that it is not needed. What it registers is listed by `utterson doctor`.',
  };
}

/** A member that no plugin has. @param hint the one that was meant, if that can be guessed */
export function sitePluginMember(name: string, member: string, hint: string | null): Diagnostic {
  return {
    ...error(
      'site-plugin-member',
      'Plugin:',
      `The plugin ${name} has a member \`${member}\`, which nothing asks for.`,
    ),
    hint:
      hint ??
      'A plugin has `converters`, `generators`, `tags`, `filters`, `hooks`, `commands` and `defaults`.',
  };
}

/** A member that is something else than it should be. */
export function sitePluginMemberType(name: string, member: string, type: string): Diagnostic {
  return error(
    'site-plugin-member-type',
    'Plugin:',
    `\`${member}\` of the plugin ${name} must be a ${type}.`,
  );
}

/** TypeScript under a Node that does not run it. */
export function sitePluginNeedsNode(path: string): Diagnostic {
  return {
    ...error(
      'site-plugin-needs-node',
      'Plugin:',
      `${path} is written in TypeScript, which this Node does not run.`,
      {
        file: path,
      },
    ),
    hint: 'Node 22.18 and newer do. For older ones compile it to JavaScript.',
  };
}

/** @param paths of the site's own plugins, relative to its folder */
export function sitePluginsNotOnGithubPages(paths: readonly string[]): Diagnostic {
  const [first, ...others] = paths;
  const files =
    others.length === 0
      ? first!
      : `${first} and ${others.length} other ${others.length === 1 ? 'file' : 'files'}`;
  return {
    ...warning(
      'site-plugins-not-on-github-pages',
      'Plugin:',
      `GitHub Pages runs no plugins of the site: what ${files} would do is missing from the output.`,
      { file: first! },
    ),
    hint: 'With `utterson: {github_pages: false}` the site is built as anywhere else, and they run.',
  };
}

export function siteUrlInvalid(place?: Place): Diagnostic {
  return warning(
    'site-url-invalid',
    'Warning:',
    'The site URL does not seem to be valid, check the value of `url` in your config file.',
    place,
  );
}

export function siteUrlMissing(place?: Place): Diagnostic {
  return {
    ...warning(
      'site-url-missing',
      'Warning:',
      "You didn't set an URL in the config file, you may encounter problems with some plugins.",
      place,
    ),
    hint: 'Write `url: https://example.com`, with the host at which the site will be: feeds and sitemaps want whole addresses.',
  };
}

export function siteUrlNotAbsolute(place?: Place): Diagnostic {
  return {
    ...warning(
      'site-url-not-absolute',
      'Warning:',
      'Your site URL does not seem to be absolute, check the value of `url` in your config file.',
      place,
    ),
    hint: 'Write `url: https://example.com`, with scheme and host.',
  };
}

/** Jekyll ends with an exception of Ruby's there. */
export function slugNotText(inspected: string, place: Place): Diagnostic {
  const about = 'The permalink has it in the place of `:title` or `:slug`. Put it in quotes.';
  const setting = { key: 'slug', types: ['text'], about, wrong: 'error', inspected } as const;
  return wrongSetting('slug-not-text', 'Front matter:', setting, place);
}

export function sortKeyMissing(key: string, path: string): Diagnostic {
  return { ...warning('sort-key-missing', 'Sort warning:', `'${key}' not defined in ${path}`), file: path };
}

export function sourceDateHidesPosts(count: number, time: string): Diagnostic {
  const posts = count === 1 ? '1 post that is' : `${count} posts that are`;
  return {
    ...warning(
      'source-date-hides-posts',
      'Warning:',
      `SOURCE_DATE_EPOCH leaves out ${posts} later than ${time}.`,
    ),
    hint: 'Set it to a later second, such as that of the last commit, `git log -1 --format=%ct`, or build with --future.',
  };
}

export function sourceDateInvalid(text: string): Diagnostic {
  return {
    ...error('source-date-invalid', 'Error:', `SOURCE_DATE_EPOCH is no second since 1970: '${text}'`),
    hint: 'Set it to a number of seconds, such as what `git log -1 --format=%ct` prints, or not at all.',
  };
}

export function sourceForbidden(absolutePath: string, reason: string): Diagnostic {
  return {
    ...error('source-forbidden', 'Error:', `The source cannot be ${absolutePath}: ${reason}.`),
    hint: 'It comes from --source or from `source` in the configuration, and is looked up from the working directory.',
  };
}

/** Ours: Jekyll takes a folder that is not there for an empty site, and removes all that stood in the destination. */
export function sourceMissing(absolutePath: string): Diagnostic {
  return {
    ...error('source-missing', 'Error:', `The source ${absolutePath} is not a folder.`),
    hint: 'It comes from --source or from `source` in the configuration, and is looked up from the working directory.',
  };
}

/** A part of jekyll-spaceship that is not done here. */
export function spaceshipElements(place?: Place): Diagnostic {
  return {
    ...warning(
      'spaceship-elements',
      undefined,
      'The `element-processor` of jekyll-spaceship is not done here yet.',
      place,
    ),
    hint: 'Missing from the output: changes of the elements that `css` names.',
  };
}

/** A build asks the network for themes alone. */
export function spaceshipPrefetch(processor: string, place?: Place): Diagnostic {
  const message = `\`mode: pre-fetch\` of the ${processor} needs the network, which a build does not use.`;
  return {
    ...warning('spaceship-prefetch', undefined, message, place),
    hint: 'Pages have the address of each picture instead, as where its server cannot be reached.',
  };
}

export function specialFileSkipped(absolutePath: string): Diagnostic {
  return {
    ...warning('special-file-skipped', 'Skipping:', `${absolutePath} is a pipe, a socket or a device`),
    hint: 'Only files and folders are read: remove it, or name it in `exclude`.',
  };
}

export function svgNotOptimized(place?: Place): Diagnostic {
  return {
    ...warning(
      'svg-not-optimized',
      'Plugin:',
      'jekyll-inline-svg: pictures are put in as they are, not optimized.',
      place,
    ),
    hint: 'Optimize the files once, with SVGO for instance, and remove `optimize`.',
  };
}

/** @param reason a sentence's end */
export function themeArchiveRefused(name: string, reason: string): Diagnostic {
  return {
    ...error('theme-archive-refused', 'Theme:', `The archive of ${name} is refused: ${reason}.`),
    hint: 'Nothing of it was written. If it came damaged, try again; if you trust it, unpack it yourself and give the folder as `theme`.',
  };
}

export function themeAssetSymlink(absolutePath: string): Diagnostic {
  return warning('theme-asset-symlink', 'Theme reader:', `Ignored symlinked asset: ${absolutePath}`);
}

/** @param reason as the system tells it */
export function themeCacheUnwritable(folder: string, reason: string): Diagnostic {
  return {
    ...error('theme-cache-unwritable', 'Theme:', `The cache ${folder} cannot be written to: ${reason}.`),
    hint: 'What is fetched is kept there. XDG_CACHE_HOME names the folder for another one.',
  };
}

export function themeHostRefused(name: string, url: string): Diagnostic {
  return {
    ...error('theme-host-refused', 'Theme:', `The gem ${name} is not fetched from ${url}.`),
    hint: 'Repositories come as archives, from github.com alone. Clone it and give its folder: `gem "…", path: "…"`.',
  };
}

/** @param reason a sentence's end */
export function themeLockInvalid(lock: string, reason: string): Diagnostic {
  return {
    ...error('theme-lock-invalid', 'Theme:', `${lock} cannot be read: ${reason}.`, { file: lock }),
    hint: 'Take it back from the history, or remove it: the next build writes it anew.',
  };
}

export function themeLockUnwritten(lock: string, text: string): Diagnostic {
  return {
    ...warning(
      'theme-lock-unwritten',
      'Theme:',
      "What was fetched is not locked, since the site's folder cannot be written to.",
    ),
    hint: `Put this into ${lock}:\n${text}`,
  };
}

/** @param reason as the system tells it */
export function themeNotCopied(name: string, folder: string, reason: string): Diagnostic {
  return {
    ...error('theme-not-copied', 'Theme:', `${name} could not be copied to ${folder}: ${reason}.`),
    hint: 'The folder of the site must be one that can be written to.',
  };
}

/**
 * @param subject e.g. `minima theme`
 * @param reason a sentence's end
 */
export function themeNotFetched(subject: string, url: string, reason: string): Diagnostic {
  return {
    ...error(
      'theme-not-fetched',
      undefined,
      `The ${subject} could not be found.\nIt is not on this machine, and could not be fetched: ${reason}.`,
    ),
    hint: `It was asked for at ${url}. HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS count. Once fetched it is kept, and \`utterson themes vendor\` puts it into the site.`,
  };
}

/** @param places where it was looked for; empty for a name that none can have */
export function themeNotFound(name: string, places: readonly string[]): Diagnostic {
  const looked = places.length === 0 ? '' : `It was looked for in ${listed(places)}. `;
  return {
    ...error('theme-not-found', undefined, `The ${name} theme could not be found.`),
    hint: `${looked}${THEME_FORMS}`,
  };
}

/** @param isOther whether the lock holds another than the one that is wanted */
export function themeNotLocked(name: string, isOther: boolean): Diagnostic {
  const state = isOther ? 'holds another than what the site wants of' : 'does not hold';
  return {
    ...error(
      'theme-not-locked',
      'Theme:',
      `.utterson.lock ${state} ${name}, and --frozen lets nothing be added.`,
    ),
    hint: 'Build once without --frozen, and commit .utterson.lock.',
  };
}

/** @param names what the site names */
export function themeNotNamed(name: string, names: readonly string[]): Diagnostic {
  const named = names.length === 0 ? 'The site names nothing that is fetched' : `It names ${listed(names)}`;
  return {
    ...error('theme-not-named', 'Theme:', `The site names no theme and no gem of style sheets '${name}'.`),
    hint: `${named}.`,
  };
}

export function themeNotString(rubyClass: string, place?: Place): Diagnostic {
  return warning(
    'theme-not-string',
    'Theme:',
    `value of 'theme' in config should be String to use gem-based themes, but got ${rubyClass}`,
    place,
  );
}

/**
 * @param subject e.g. `minima theme`
 * @param places where it was looked for
 */
export function themeOffline(subject: string, places: readonly string[]): Diagnostic {
  return {
    ...error(
      'theme-offline',
      undefined,
      `The ${subject} could not be found.\nIt is not on this machine, and --offline keeps from fetching it.`,
    ),
    hint: `It was looked for in ${listed(places)}. Build once with a network: it is kept. \`utterson themes vendor\` puts it into the site itself, in \`_theme\`.`,
  };
}

export function themePluginsIgnored(name: string, plugins: readonly string[]): Diagnostic {
  return {
    ...warning('theme-plugins-ignored', 'Theme:', `Ruby files of ${name} are not run: ${listed(plugins)}.`),
    hint: "Jekyll does not run a theme's `_plugins` either; who wants them copies them into the site.",
  };
}

/** jekyll-remote-theme's words. */
export function themeReleaseMissing(repository: string, reason: string): Diagnostic {
  return {
    ...warning('theme-release-missing', 'Remote Theme:', `No releases found for ${repository}, using HEAD`),
    hint: `The host was asked for the latest release: ${reason}.`,
  };
}

/** jekyll-remote-theme's words. */
export function themeRepositoryMissing(name: string, url: string): Diagnostic {
  return error(
    'theme-repository-missing',
    'Remote Theme:',
    `The repository '${name}' could not be found. Please check that the repository name is correct, publicly accessible, and contains a ` +
      `valid Jekyll theme. URL: ${url}`,
  );
}

/** @param owner who says what it must be */
export function themeSumWrong(
  name: string,
  owner: keyof typeof sumHints,
  expected: string,
  actual: string,
): Diagnostic {
  return {
    ...error(
      'theme-sum-wrong',
      'Theme:',
      `What came of ${name} is not what ${owner} says.\nIt should be ${expected}\nand came as  ${actual}`,
    ),
    hint: sumHints[owner],
  };
}

export function translationsMissing(language: string, file: string): Diagnostic {
  return fatal(
    'translations-missing',
    `The texts in the language '${language}' are missing: ${file}`,
    undefined,
    {
      hint: `Write them into ${file}, or take '${language}' out of \`languages\`.`,
    },
  );
}

/**
 * A page that is written as it stands, though a plugin that is missing converts such pages, or may.
 *
 * @param path of the page, relative to the site's folder
 * @param hint whose converter it waits for
 */
export function unconvertedPage(path: string, extension: string, hint: string): Diagnostic {
  return {
    ...warning(
      'unconverted-page',
      'Plugin:',
      `Nothing converts ${extension} files: ${path} is written as it stands.`,
      {
        file: path,
        line: 1,
      },
    ),
    hint,
  };
}

/**
 * A filter that Liquid passes over, where a plugin that is missing defines it, or may.
 *
 * @param hint whose filter it is
 */
export function undefinedFilter(name: string, hint: string, place?: Place): Diagnostic {
  const message = `The filter \`${name}\` is not defined: what goes into it comes out unchanged.`;
  return { ...warning('undefined-filter', 'Liquid Warning:', message, place), hint };
}

/** An error that nobody foresaw: a bug of ours or of a plugin. */
export function unexpectedError(cause: unknown): Diagnostic {
  return {
    ...error('unexpected-error', 'Error:', cause instanceof Error ? cause.message : String(cause)),
    hint: 'This should not happen. The stack in the terminal, or --trace, shows where it did.',
    cause,
  };
}

/** As bibtex-ruby says it. */
export function unknownBibtexFilter(name: string, known: readonly string[]): Diagnostic {
  return {
    ...error('unknown-bibtex-filter', undefined, `Failed to load filter ${JSON.stringify(name)}`),
    hint: `Filters of \`bibtex_filters\` are: ${known.join(', ')}.`,
  };
}

/** A filter that neither Liquid nor Jekyll nor a plugin of the site defines; `places` has at least one. */
export function unknownFilterInSite(name: string, hint: string | null, places: readonly Place[]): Diagnostic {
  const more = places.length > 1 ? ` (${places.length} times)` : '';
  return {
    ...warning(
      'unknown-filter-in-site',
      'Liquid:',
      `There is no filter \`${name}\`${more}: what goes into it comes out unchanged.`,
      places[0],
    ),
    ...(hint !== null && { hint }),
  };
}

/** For the doctor: a tag that is neither Liquid's nor Jekyll's nor that of a plugin we have; `places` has at least one. */
export function unknownTagInSite(name: string, places: readonly Place[], hint: string | null): Diagnostic {
  const more = places.length > 1 ? ` (${places.length} times)` : '';
  return {
    ...error(
      'unknown-tag-in-site',
      'Differs:',
      `The tag \`{% ${name} %}\` is used${more} but not known.\nThe build stops at it.`,
      places[0],
    ),
    hint: hint ?? 'It is a Ruby plugin’s or a gem’s: write an include in its place.',
  };
}

/** A place without a line is a file that could not be opened, most often a link whose target is gone. */
export function unreadableFile(reason: string, absolutePath: string, place: Place): Diagnostic {
  return {
    ...error('unreadable-file', 'Error:', `could not read file ${absolutePath}: ${reason}`, place),
    ...linkHint(reason),
  };
}

export function unremovableFile(reason: string, absolutePath: string): Diagnostic {
  return error('unremovable-file', 'Error:', `could not remove ${absolutePath}: ${reason}`);
}

export function unwritableFile(reason: string, absolutePath: string): Diagnostic {
  return error('unwritable-file', 'Error:', `could not write file ${absolutePath}: ${reason}`);
}

export function urlsDifferByCase(paths: readonly string[]): Diagnostic {
  return warning(
    'urls-differ-by-case',
    'Warning:',
    'The following URLs only differ by case. On a case-insensitive file system one of the URLs will be overwritten by ' +
      `the other: ${paths.join(', ')}`,
  );
}

/** What Jekyll reads without a word, though it can hardly be meant: an alias without its anchor. */
export function yamlWarning(problem: string, place: Place): Diagnostic {
  return {
    ...warning('yaml-warning', 'YAML Warning:', `${problem}.`, place),
    hint: 'Write the anchor in front of the value it names, e.g. `&name`, or quote a text that begins with a star.',
  };
}

/** @param place where in the plugin, if that is known */
function pluginFailed(
  code: string,
  topic: string,
  what: string,
  cause: unknown,
  place: Place | null,
): Diagnostic {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return {
    ...error(code, topic, `${what} failed: ${reason}`, place ?? undefined),
    hint: 'With --trace you see where it did.',
    cause,
  };
}

/** What to do when what came is not what somebody says, by who says so. */
const sumHints = {
  '.utterson.lock':
    'Somebody may have exchanged it. If you know why, `utterson themes update` takes what there is now.',
  "the Gemfile's lock":
    "Somebody may have exchanged it. If you know why, update it there, or take its sum out of the Gemfile's lock.",
  'the index of the server':
    'It was changed on its way, or the server is not in order. Try again later, or ask another server (`utterson: {gem_server: …}`).',
};

const THEME_FORMS =
  'A theme is a folder given by its path, a package in node_modules, an installed gem, or a gem of the gem server.';

/** `a, b and c`. */
function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function linkHint(reason: string): { hint?: string } {
  if (!/^No such file/.test(reason)) return {};
  return { hint: 'It is a link to something that is not there: remove it, or name it in `exclude`.' };
}

/** A style or locale that csl-ruby does not find. */
function styleHint(style: string): string {
  return (
    `Put ${style}.csl of github.com/citation-style-language/styles into the site\u2019s folder \`_csl\`; ` +
    'for apa, harvard1 and vancouver `npm install @citation-js/plugin-csl` will do.'
  );
}

function noCslData(name: string): string {
  return `failed to extract CSL data from ${JSON.stringify(name)}: No such file or directory @ rb_sysopen - ${name}`;
}

/** libyaml names the place before which all was well; where a tab indents the line behind it, that is the one to look at. */
function atTab(reason: string, place: Place): Place {
  if (!/cannot start any token|tab character/.test(reason) || place.line === undefined) return place;
  const lines = (place.text ?? '').split('\n');
  const line = [place.line, place.line + 1].find((number) => /^ *\t/.test(lines[number - 1] ?? ''));
  return line === undefined ? place : { ...place, line, column: lines[line - 1]!.indexOf('\t') + 1 };
}

/** Jekyll's log makes one line of messages that are several. */
function oneLine(text: string): string {
  return text.replace(/[ \t\r\n\f\v]+/g, ' ').replace(/ $/, '');
}

function error(code: string, topic: string | undefined, message: string, place?: Place): Diagnostic {
  return diagnostic('error', code, topic, message, place);
}

function warning(code: string, topic: string | undefined, message: string, place?: Place): Diagnostic {
  return diagnostic('warning', code, topic, message, place);
}

/** What Jekyll raises as a `FatalException`: the message is printed under `YOUR SITE COULD NOT BE BUILT:` and nowhere else. */
function fatal(code: string, message: string, place?: Place, more: { hint?: string } = {}): Diagnostic {
  return { ...error(code, 'Error:', message, place), verdict: message, ...more };
}

function diagnostic(
  severity: Diagnostic['severity'],
  code: string,
  topic: string | undefined,
  message: string,
  place?: Place,
): Diagnostic {
  const base = { severity, code, message, ...(topic !== undefined && { topic }) };
  if (!place) return base;
  const { file, line, column, text, stack } = place;
  const frame = text === undefined || line === undefined ? '' : codeFrame(text, line, column);
  return {
    ...base,
    file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(stack !== undefined && { stack }),
    ...(frame !== '' && { frame }),
  };
}
