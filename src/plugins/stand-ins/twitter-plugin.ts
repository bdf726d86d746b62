import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FilterError } from '../../liquid/filter.js';
import { escapeHtml } from '../../liquid/filters/escape-html.js';
import type { Plugin, PluginContext, PluginTag } from '../../model/plugin.js';
import { inspect } from '../../ruby/inspect.js';
import { toS } from '../../ruby/to-s.js';
import type { Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';

/**
 * jekyll-twitter-plugin 2.1.0: the tags `twitter` and `twitternocache` show what the gem has left in the site's `.tweet-cache`, else a
 * link to the post.
 */
export const twitterPlugin: Plugin = {
  name: 'jekyll-twitter-plugin',
  tags: [twitterTag('twitter', true), twitterTag('twitternocache', false)],
};

const README = 'https://github.com/rob-murray/jekyll-twitter-plugin';

/** `{% twitter https://twitter.com/a/status/1 maxwidth=500 %}`, or a variable's name in the address's place. */
function twitterTag(name: string, isCached: boolean): PluginTag {
  return {
    name,
    isBlock: false,
    compile(markup) {
      const words = markup.replaceAll(/["']/g, '').split(/\s+/).filter(Boolean);
      const isLiteral = /^["']?https?:\/\//im.test(markup) || markup.startsWith('oembed');
      const [first = '', ...parameters] = words[0] === 'oembed' ? words.slice(1) : words;
      return (context) => {
        const url = isLiteral ? first : variable(context, first);
        if (url === '') throw invalidArguments(parameters);
        const html = (isCached ? cachedHtml(context, url, parametersOf(parameters)) : null) ?? linkTo(url);
        return `<div class='jekyll-twitter-plugin'>${html}</div>`;
      };
    },
  };
}

function variable(context: PluginContext, name: string): string {
  const [first = '', ...keys] = name.split('.');
  return toS(dig(context.lookup(first), ...keys));
}

function invalidArguments(words: readonly string[]): FilterError {
  const given = ['', ...words].join(' ');
  const message = `Invalid arguments '${given}' passed to 'jekyll-twitter-plugin'. Please see '${README}' for usage.`;
  return new FilterError(message, false);
}

/** Parameters of the service, e.g. `maxwidth`: `500`. */
function parametersOf(words: readonly string[]): Map<Value, Value> {
  const pairs = words.map((word) => word.replace(/=+$/, '').split('='));
  return new Map(pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key!, value] as const])));
}

/** What the gem has kept of the service's answer to the same question. */
function cachedHtml(context: PluginContext, url: string, parameters: Map<Value, Value>): string | null {
  const question = `TwitterJekyll::ApiRequest-${url}-${inspect(parameters)}`;
  const path = `.tweet-cache/${createHash('md5').update(question).digest('hex')}.cache`;
  context.depend(`source:${path}`);
  const file = join(context.config?.directories.root ?? '', path);
  if (!existsSync(file)) return null;
  const { html } = JSON.parse(readFileSync(file, 'utf8'));
  return typeof html === 'string' ? html : '<p>Tweet could not be processed</p>';
}

function linkTo(url: string): string {
  const address = escapeHtml(url);
  return `<blockquote class="twitter-tweet"><a href="${address}">${address}</a></blockquote>`;
}
