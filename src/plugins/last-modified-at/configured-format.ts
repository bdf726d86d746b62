import type { Config } from '../../model/config.js';
import { toS } from '../../ruby/to-s.js';
import { isFrom, versionOf } from '../shared/gem-version.js';
import { dig } from '../shared/template-values.js';

const DEFAULT_FORMAT = '%d-%b-%y';

/** The format of dates, which the configuration may set from jekyll-last-modified-at 1.3.0 on. */
export function configuredFormat(config: Config | null): string {
  if (!isFrom(versionOf(config, 'jekyll-last-modified-at'), '1.3.0')) return DEFAULT_FORMAT;
  const format = dig(config?.settings ?? null, 'last-modified-at', 'date-format');
  return format === null ? DEFAULT_FORMAT : toS(format);
}
