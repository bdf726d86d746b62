import { presentTime, type RubyTime } from '../../ruby/time/time.js';
import type { Filter } from '../filter.js';
import { arrayFilters } from './arrays.js';
import { createDateFilters } from './dates.js';
import { groupFilters } from './group.js';
import { htmlFilters } from './html.js';
import { listEndFilters } from './list-ends.js';
import { mathFilters } from './math.js';
import { selectFilters } from './select.js';
import { sortFilters } from './sort.js';
import { stringFilters } from './strings.js';
import { textFilters } from './text.js';
import { createUrlFilters, type KeptLinks } from './urls.js';

/** What filters take from outside. */
export interface FilterSources {
  /** The time that `"now" | date` prints, default the clock's; a build whose clock is held has that. */
  readonly now?: () => RubyTime;
  /** Where several passes over a site keep links; default `null`: nowhere. */
  readonly keptLinks?: KeptLinks | null;
}

/** Liquid's filters and Jekyll's, for one build: they keep compiled formats and worked-out links. */
export function createFilters({
  now = presentTime,
  keptLinks = null,
}: FilterSources = {}): readonly Filter[] {
  return [
    ...stringFilters,
    ...mathFilters,
    ...arrayFilters,
    ...sortFilters,
    ...selectFilters,
    ...groupFilters,
    ...listEndFilters,
    ...htmlFilters,
    ...textFilters,
    ...createDateFilters(now),
    ...createUrlFilters(keptLinks),
  ];
}
