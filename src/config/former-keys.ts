/** Keys that had other names and forms in former versions, as Jekyll 3 still takes them (3.10.0, `Configuration#backwards_compatibilize`). */
import type { Reporter } from '../report/logger.js';
import * as messages from '../report/messages.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type RubyHash } from '../ruby/value.js';

/** Former names and what they are called now, in the order in which Jekyll looks for them. */
const RENAMED_KEYS: readonly (readonly [former: string, current: string])[] = [
  ['server_port', 'port'],
  ['gems', 'plugins'],
  ['layouts', 'layouts_dir'],
  ['data_source', 'data_dir'],
];

/** The settings of the files by today's names; tells of each key that has another one. Nil stands for the default. */
export function withFormerKeys(settings: RubyHash, reporter: Reporter): RubyHash {
  const current: RubyHash = new Map(settings);
  for (const [former, name] of RENAMED_KEYS) {
    if (!current.has(former)) continue;
    reporter.report(messages.settingRenamed(former, name));
    current.set(name, current.get(former)!);
    current.delete(former);
  }
  if (isTruthy(current.get('pygments') ?? null)) current.set('highlighter', 'pygments');
  current.delete('pygments');
  for (const key of ['include', 'exclude']) {
    const value = current.get(key);
    if (typeof value === 'string') {
      reporter.report(messages.settingNotList(key));
      current.set(
        key,
        value.split(',').map((entry) => entry.trim()),
      );
    } else if (Array.isArray(value)) current.set(key, value.map(toS));
  }
  for (const key of ['include', 'exclude', 'plugins']) if (current.get(key) === null) current.delete(key);
  return current;
}
