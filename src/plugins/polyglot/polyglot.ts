import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Config } from '../../model/config.js';
import type { ItemHook } from '../../model/plugin.js';
import { isFrom, versionOf } from '../shared/gem-version.js';
import { coordinate, type LanguagePass } from './coordinate.js';
import { headersTag } from './headers-tag.js';
import { linkLocalizer } from './localize-links.js';
import { type LanguageSettings, languageSettings, unlocalizedPaths } from './settings.js';
import { staticHrefTag } from './static-href-tag.js';

/**
 * jekyll-polyglot 1.5.1: the site in each of its languages, those besides the standard one in folders of their own. A page that a language
 * does not have is there in the standard one.
 */
export const polyglot: EnginePlugin = {
  name: 'jekyll-polyglot',
  isSafe: false,
  passes,
  hooks: [
    {
      owner: 'site',
      event: 'post_read',
      priority: 'normal',
      run: (site, _, tools) => coordinate(site, tools!),
    },
  ],
  hooksOfBuild() {
    const run = linkLocalizer();
    // The gem's own hook runs when the whole site is rendered.
    const priority = Number.NEGATIVE_INFINITY;
    return ['pages', 'documents'].map((owner): ItemHook => ({ owner, event: 'post_render', priority, run }));
  },
  tags: ['I18n_Headers', 'i18n_headers']
    .map(headersTag)
    .concat(['Static_Href', 'static_href'].map(staticHrefTag)),
};

function passes(config: Config): readonly Config[] {
  const settings = languageSettings(config);
  let chosen: LanguagePass['chosen'] = new Map();
  return languagesInTurn(config, settings).map((language) => {
    // Up to 1.8 the standard language knows what the one before it had chosen.
    if (language !== settings.standard) chosen = new Map();
    return inLanguage(language, chosen, config, settings);
  });
}

/**
 * From 1.9.0 on the standard language comes first. Before, it has its place in the list, or the last; but at the same time, which is the
 * default, they know nothing of each other.
 */
function languagesInTurn(config: Config, { standard, languages }: LanguageSettings): readonly string[] {
  const isInOrder =
    config.settings.get('parallel_localization') === false &&
    !isFrom(versionOf(config, 'jekyll-polyglot'), '1.9.0');
  return [...new Set(isInOrder ? [...languages, standard] : [standard, ...languages])];
}

function inLanguage(
  language: string,
  chosen: LanguagePass['chosen'],
  config: Config,
  { standard, languages, variables }: LanguageSettings,
): Config {
  const isStandard = language === standard;
  const unlocalized = unlocalizedPaths(config);
  const pass: LanguagePass = {
    name: language,
    folder: isStandard ? '' : language,
    omits: (file) => !isStandard && unlocalized.some((path) => file.path.replace(/^\//, '').startsWith(path)),
    chosen,
  };
  return {
    ...config,
    settings: new Map([
      ...config.settings,
      ['default_lang', standard],
      ['languages', [...languages]],
      ...['active_lang', ...variables].map((name): [string, string] => [name, language]),
    ]),
    keepFiles: [...config.keepFiles, ...languages.filter((other) => other !== standard)],
    exclude: isStandard ? config.exclude : [...config.exclude, ...unlocalized],
    pass,
  };
}
