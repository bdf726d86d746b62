import { LiquidError } from '../../liquid/errors.js';
import type { Frame } from '../../liquid/run/frame.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { splitWords } from '../../ruby/string.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { dig, eachOf } from '../shared/template-values.js';
import { compileKey, languagesIn } from './translate-tag.js';

/** `{% tl about de %}`: the address of the page with that `namespace`, in a language or in the pass's own. */
export function translateLinkTag(name: string): TagDefinition {
  return {
    name,
    parse(markup, parser) {
      const key = compileKey(markup, (text) => parser.expression(text).evaluate);
      return { isBlank: false, write: (frame) => frame.write(linkTo(splitWords(key(frame)), frame)) };
    },
  };
}

function linkTo([namespace = '', asked]: readonly string[], frame: Frame): string {
  const { own, first } = languagesIn(frame);
  const language = asked ?? own;
  const permalinks = frame.render.keep(`namespaces\0${language}`, () => permalinksIn(language, frame));
  if (!permalinks.has(namespace)) return '';
  const permalink = permalinks.get(namespace)!;
  if (!isTruthy(permalink))
    throw new LiquidError('ruby', 'no implicit conversion of nil into String', {
      hint: `Give the page with \`namespace: ${namespace}\` a \`permalink\`.`,
    });
  const site = frame.global('site');
  const isInFolder = language !== first || isTruthy(dig(site, 'default_locale_in_subfolder'));
  return `${toS(dig(site, 'baseurl_root'))}${isInFolder ? `/${language}` : ''}${toS(permalink)}`;
}

/** By namespace; of several pages the last counts. */
function permalinksIn(language: string, frame: Frame): ReadonlyMap<Value, Value> {
  const site = frame.global('site');
  const permalinks = new Map<Value, Value>();
  for (const file of [...eachOf(dig(site, 'pages')), ...eachOf(dig(site, 'documents'))]) {
    const namespace = dig(file, 'namespace');
    if (namespace === null) continue;
    const own = dig(file, `permalink_${language}`);
    permalinks.set(namespace, isTruthy(own) ? own : dig(file, 'permalink'));
  }
  return permalinks;
}
