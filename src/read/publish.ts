/** What is published (Jekyll 4.4.1, `Publisher`). */
import type { Config } from '../model/config.js';
import type { RubyTime } from '../ruby/time/time.js';
import { isTruthy, type RubyHash } from '../ruby/value.js';

/** Whether front matter lets the file be published; `--unpublished` overrules it. */
export function isPublishable(frontMatter: RubyHash, config: Config): boolean {
  const published = frontMatter.get('published');
  return published === undefined || isTruthy(published) || config.unpublished;
}

/** Whether the file waits for its date; `future: true` overrules it. */
export function isHiddenInFuture(date: RubyTime, now: RubyTime, config: Config): boolean {
  return !config.future && date.seconds > now.seconds;
}
