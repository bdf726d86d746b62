import { type Area, type Case, readCases, readSiteCases } from './cases.js';
import { buildPage } from './one-page.js';
import { buildSiteCase } from './sites.js';
import type { Row } from './table.js';
import { judge } from './verdict.js';

export const areas: readonly Area[] = ['markdown', 'liquid', 'highlight', 'sites'];

/** One case of an area that is not exact. */
export interface Miss {
  /** `topic/name`. */
  readonly key: string;
  readonly expected: string;
  readonly actual: string;
}

export interface AreaResult {
  readonly area: Area;
  /** The cases that ran. */
  readonly keys: readonly string[];
  readonly rows: readonly Row[];
  readonly misses: readonly Miss[];
}

/** Runs all cases of an area; `only` keeps those whose key contains it. */
export async function runArea(area: Area, only = ''): Promise<AreaResult> {
  return area === 'sites' ? runSites(only) : runPages(area, only);
}

async function runPages(area: Exclude<Area, 'sites'>, only: string): Promise<AreaResult> {
  process.env['TZ'] = 'UTC';
  const counts = new Counter(area);
  const misses: Miss[] = [];
  const cases = readCases(area).filter((one) => keyOf(one).includes(only));
  for (const each of cases) {
    const verdict = judge(each.expected, await attempt(each));
    counts.add(each.topic, verdict.grade);
    if (verdict.grade !== 'exact')
      misses.push({ key: keyOf(each), expected: verdict.expected, actual: verdict.actual });
  }
  return { area, keys: cases.map(keyOf), rows: counts.rows(), misses };
}

function keyOf({ topic, name }: Case): string {
  return `${topic}/${name}`;
}

/** A crash is a miss like any other, and says so. */
async function attempt(each: Case): ReturnType<typeof buildPage> {
  try {
    return await buildPage(each);
  } catch (error) {
    return { output: `(crash) ${error instanceof Error ? error.stack : error}`, log: '' };
  }
}

/** Two programs at a time: the usual machine has two cores. */
const AT_ONCE = 2;

async function runSites(only: string): Promise<AreaResult> {
  const counts = new Counter('sites');
  const misses: Miss[] = [];
  const cases = readSiteCases().filter(({ name }) => name.includes(only));
  const waiting = [...cases];
  const work = async (): Promise<void> => {
    for (let site = waiting.shift(); site; site = waiting.shift()) {
      const { isExact, problems } = await buildSiteCase(site);
      counts.add(topicOf(site.name), isExact ? 'exact' : 'different');
      if (!isExact) misses.push({ key: site.name, expected: '', actual: problems.join('\n') });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    area: 'sites',
    keys: cases.map(({ name }) => name),
    rows: counts.rows(),
    misses: misses.sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

function topicOf(name: string): string {
  if (name.startsWith('errors/')) return 'errors';
  return /^(plugin-|pagination)/.test(name) ? 'with plugins' : 'core';
}

class Counter {
  readonly #topics = new Map<string, { total: number; exact: number; spans: number }>();

  constructor(readonly area: Area) {}

  add(topic: string, grade: 'exact' | 'spans' | 'different'): void {
    const counts = this.#topics.get(topic) ?? { total: 0, exact: 0, spans: 0 };
    counts.total++;
    if (grade !== 'different') counts[grade]++;
    this.#topics.set(topic, counts);
  }

  rows(): Row[] {
    return [...this.#topics]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([topic, counts]) => ({ area: this.area, topic, ...counts }));
  }
}
