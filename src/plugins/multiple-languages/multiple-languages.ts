import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Config } from '../../model/config.js';
import { SiteError } from '../../model/diagnostic.js';
import type { SitePass } from '../../model/site-pass.js';
import * as messages from '../../report/messages.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { localize } from './localize.js';
import { translateFileTag } from './translate-file-tag.js';
import { translateLinkTag } from './translate-link-tag.js';
import { translateTag } from './translate-tag.js';
import { readTranslations } from './translations.js';

/**
 * jekyll-multiple-languages-plugin 1.7.0: the site in each of its languages, with texts, posts and parts of pages from `_i18n`. All but the
 * first have folders of their own, with `default_locale_in_subfolder` the first, too.
 */
export const multipleLanguages: EnginePlugin = {
  name: 'jekyll-multiple-languages-plugin',
  isSafe: false,
  passes,
  hooks: [
    {
      owner: 'site',
      event: 'post_read',
      priority: 'normal',
      run: (site, _, tools) => localize(site, tools!),
    },
  ],
  liquidTags: () => [
    translateTag('t'),
    translateTag('translate'),
    translateFileTag('tf'),
    translateFileTag('translate_file'),
    translateLinkTag('tl'),
    translateLinkTag('translate_link'),
  ],
};

/** @throws SiteError without `languages` */
function passes(config: Config): readonly Config[] {
  const { settings } = config;
  const named = settings.get('languages') ?? null;
  const languages = Array.isArray(named) ? named.map(toS) : [];
  const [first] = languages;
  if (first === undefined) throw new SiteError(messages.languagesMissing(config.placeOf(['languages'])));
  const isFirstInFolder = isTruthy(settings.get('default_locale_in_subfolder') ?? null);
  const local = listOf(settings.get('exclude_from_localizations'));
  const root = toS(settings.get('baseurl') ?? null);
  const translations: RubyHash = new Map();
  return languages.map((language) => {
    const isInFolder = language !== first || isFirstInFolder;
    const baseurl = isInFolder ? `${root}/${language}` : config.baseurl;
    translations.set(language, readTranslations(language, config));
    const own: readonly (readonly [string, Value])[] = [
      ['exclude_from_localizations', local],
      ['default_locale_in_subfolder', isFirstInFolder],
      ['default_lang', first],
      ['lang', language],
      ['baseurl_root', root],
      // A language knows those before it.
      ['translations', new Map(translations)],
      ...(isInFolder ? ([['baseurl', baseurl]] as const) : []),
    ];
    return {
      ...config,
      settings: new Map([...settings, ...own]),
      baseurl,
      include: config.include.filter((path) => path !== '.htaccess'),
      pass: passOf(language, { first, isFirstInFolder, local }),
    };
  });
}

interface Languages {
  readonly first: string;
  readonly isFirstInFolder: boolean;
  /** `exclude_from_localizations`: what only the first language has. */
  readonly local: readonly string[];
}

function passOf(language: string, { first, isFirstInFolder, local }: Languages): SitePass {
  const isFirst = language === first;
  const pass: SitePass = {
    name: language,
    folder: isFirst && !isFirstInFolder ? '' : language,
    ...(local.includes('_posts') ? {} : { postsFolder: `_i18n/${language}` }),
  };
  if (!isFirst) {
    return {
      ...pass,
      omits: ({ name, path }) =>
        (isFirstInFolder && name === BASE) || foldersOf(path.slice(1)).some((above) => local.includes(above)),
    };
  }
  if (!isFirstInFolder) return pass;
  // What is not for one language, and the page that leads to them, move up.
  const place = (path: string): string => {
    if (path === BASE) return 'index.html';
    return local.includes(path.split('/')[0]!) ? path : `${language}/${path}`;
  };
  return { ...pass, place };
}

const BASE = 'base.html';

/** The path with all folders above it, e.g. `img`, `img/a.png`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function listOf(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.map(toS) : [];
}
