import type { PluginContext, PluginTag } from '../../model/plugin.js';
import { strip } from '../../ruby/string.js';
import { toS } from '../../ruby/to-s.js';
import { dig } from '../shared/template-values.js';

/** `{% I18n_Headers %}`: the page's language, and where it is in the others; with an address in the place of the site's. */
export function headersTag(name: string): PluginTag {
  return {
    name,
    isBlock: false,
    compile(markup) {
      const url = strip(markup).replace(/\/$/, '');
      return (context) => headers(context, url);
    },
  };
}

function headers(context: PluginContext, url: string): string {
  const setting = (key: string) => dig(context.lookup('site'), key);
  const base = url === '' ? toS(setting('url')) : url;
  const permalink = toS(dig(context.lookup('page'), 'permalink'));
  const standard = toS(setting('default_lang'));
  const languages = setting('languages');
  const others = (Array.isArray(languages) ? languages : [])
    .map(toS)
    .filter((language) => language !== standard);
  const alternate = (language: string, folder: string): string =>
    `<link rel="alternate" hreflang="${language}" href="${base}${folder}${permalink}"/>\n`;
  return [
    `<meta http-equiv="Content-Language" content="${toS(setting('active_lang'))}">\n`,
    alternate(standard, ''),
    ...others.map((language) => alternate(language, `/${language}`)),
  ].join('');
}
