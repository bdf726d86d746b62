import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Config } from '../../model/config.js';
import type { StaticFile } from '../../model/page.js';
import type { ItemHook } from '../../model/plugin.js';
import { coordinate } from './coordinate.js';
import { headersTag } from './headers-tag.js';
import { localizeLinks } from './localize-links.js';
import { languageSettings } from './settings.js';
import { staticHrefTag } from './static-href-tag.js';

/**
 * jekyll-polyglot 1.5.1: the site in each of its languages, those besides the standard one in folders of their own. A page that a language
 * does not have is there in the standard one. The standard language comes first, as from 1.9.0 on, and no language knows what another one left.
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
    ...['pages', 'documents'].map(
      // The gem's own hook runs when the whole site is rendered.
      (owner): ItemHook => ({
        owner,
        event: 'post_render',
        priority: Number.NEGATIVE_INFINITY,
        run: localizeLinks,
      }),
    ),
  ],
  tags: ['I18n_Headers', 'i18n_headers']
    .map(headersTag)
    .concat(['Static_Href', 'static_href'].map(staticHrefTag)),
};

function passes(config: Config): readonly Config[] {
  const settings = languageSettings(config);
  const { standard, languages } = settings;
  const others = languages.filter((language) => language !== standard);
  return [standard, ...others].map((language) => ({
    ...config,
    settings: new Map([
      ...config.settings,
      ['default_lang', standard],
      ['languages', [...languages]],
      ...['active_lang', ...settings.variables].map((name): [string, string] => [name, language]),
    ]),
    keepFiles: [...config.keepFiles, ...others],
    exclude: language === standard ? config.exclude : [...config.exclude, ...settings.unlocalized],
    pass: {
      name: language,
      folder: language === standard ? '' : language,
      omits: (file: StaticFile) =>
        language !== standard &&
        settings.unlocalized.some((path) => file.path.replace(/^\//, '').startsWith(path)),
    },
  }));
}
