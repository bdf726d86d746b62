/** What Jekyll refuses in a configuration, in its words (`Configuration#validate`, `Site#reset`). */
import { SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { inspect } from '../ruby/inspect.js';
import type { RubyHash } from '../ruby/value.js';

/** Checks what the files say, before defaults: a key that is there must have the right shape, `null` included. */
export function validateFiles(settings: RubyHash): void {
  const plugins = settings.get('plugins');
  if (plugins !== undefined && !Array.isArray(plugins)) {
    throw new SiteError(messages.pluginsNotArray(inspect(plugins)));
  }
  for (const key of ['include', 'exclude'] as const) {
    const value = settings.get(key);
    if (value !== undefined && !Array.isArray(value)) {
      throw new SiteError(messages.configNotArray(key, inspect(value)));
    }
  }
}

/** Checks the settled configuration. */
export function validateSettings(settings: RubyHash): void {
  const limit = settings.get('limit_posts');
  if (typeof limit === 'number' && limit < 0) throw new SiteError(messages.limitPostsNegative());
  const collections = settings.get('collections') ?? null;
  if (collections !== null && !(collections instanceof Map) && !Array.isArray(collections)) {
    throw new SiteError(messages.configCollections());
  }
}
