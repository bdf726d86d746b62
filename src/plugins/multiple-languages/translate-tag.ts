import { LiquidError } from '../../liquid/errors.js';
import type { Frame } from '../../liquid/run/frame.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { conversionName } from '../../ruby/compare.js';
import { strip } from '../../ruby/string.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';

/** `{% t menu.home %}`: the text under a key, in the first language where the pass's own has none. */
export function translateTag(name: string): TagDefinition {
  return {
    name,
    parse(markup, parser) {
      const key = compileKey(markup, (text) => parser.expression(text).evaluate);
      return {
        isBlank: false,
        write(frame) {
          frame.depend('config:translations');
          frame.depend('config:lang');
          frame.write(textOf(translated(frame, key(frame))));
        },
      };
    },
  };
}

/** A key as tags take it: a variable that has a value, else as it is written, with what Liquid is in it. */
export function compileKey(
  markup: string,
  compile: (text: string) => (frame: Frame) => Value,
): (frame: Frame) => string {
  const text = strip(markup);
  const evaluate = compile(text);
  return (frame) => {
    const value = toS(evaluate(frame));
    const key = value === '' ? text : value;
    return key.includes('{') ? frame.capture(frame.runtime.inline(key)) : key;
  };
}

/** The languages of the pass and of the site. */
export function languagesIn(frame: Frame): { readonly own: string; readonly first: string } {
  const site = frame.global('site');
  return { own: toS(dig(site, 'lang')), first: toS(dig(site, 'default_lang')) };
}

function translated(frame: Frame, key: string): Value {
  const translations = dig(frame.global('site'), 'translations');
  const { own, first } = languagesIn(frame);
  const inLanguage = (language: string): Value => access(dig(translations, language), key);
  const value = inLanguage(own);
  return value === null || isEmpty(value) ? inLanguage(first) : value;
}

function isEmpty(value: Value): boolean {
  if (value instanceof Map) return value.size === 0;
  return (typeof value === 'string' || Array.isArray(value)) && value.length === 0;
}

/** What stands under keys and places in lists, as long as there is something. */
function access(translations: Value, path: string): Value {
  let value = translations;
  for (const part of path.split('.')) {
    value = under(value, part);
    if (!isTruthy(value)) return value;
  }
  return value;
}

function under(value: Value, key: string): Value {
  const place = /^(?:0|-?[1-9]\d*)$/.test(key) ? Number(key) : null;
  if (value instanceof Map) {
    const found = value.get(place ?? key) ?? null;
    return place !== null || isTruthy(found) ? found : null;
  }
  if (Array.isArray(value) && place !== null) return value.at(place) ?? null;
  if (typeof value === 'string' && value.includes(key)) return key;
  throw new LiquidError('ruby', `no '${key}' in ${conversionName(value)}`, {
    hint: 'Look at the key: it goes on below a value that holds no others.',
  });
}

/** Lists are printed as their members. */
function textOf(value: Value): string {
  return Array.isArray(value) ? value.map(textOf).join('') : toS(value);
}
