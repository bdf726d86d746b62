import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { FilterError } from '../liquid/filter.js';
import { impliedText, noMethod } from '../liquid/run/ruby-errors.js';
import type { PluginFilter } from '../model/plugin.js';
import { RegexpSyntaxError } from '../ruby/regexp/reader.js';
import { replaceMatches } from '../ruby/regexp/replace-matches.js';
import { toS } from '../ruby/to-s.js';
import type { Value } from '../ruby/value.js';

/** jekyll-regex-replace 1.1.0: the filters `regex_replace` and `regex_replace_once`, Ruby's `gsub` and `sub` by a pattern. */
export const regexReplace: EnginePlugin = {
  name: 'jekyll-regex-replace',
  isSafe: true,
  filters: [filter('regex_replace', 'gsub'), filter('regex_replace_once', 'sub')],
};

function filter(name: string, method: 'gsub' | 'sub'): PluginFilter {
  return {
    name,
    arity: [2, 2],
    apply(_context, input, pattern = null, replacement = null) {
      if (typeof input !== 'string') throw noMethod(method, input);
      try {
        return replaceMatches(input, toS(pattern), replacer(replacement), method === 'sub');
      } catch (error) {
        if (error instanceof RegexpSyntaxError) throw new FilterError(error.message, false);
        throw error;
      }
    },
  };
}

/** A text, or a mapping in which each match is looked up. */
function replacer(replacement: Value): string | ((match: string) => string) {
  if (!(replacement instanceof Map)) return impliedText(replacement);
  return (match) => toS(replacement.get(match) ?? null);
}
