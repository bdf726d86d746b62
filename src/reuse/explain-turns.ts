/** What turns read and why they were run, for people. */
import { type DependencyKey, type DependencyKind, kindOf, printKey } from '../model/dependency.js';

/** Why a turn was run: the key behind which something else stands than last time, or why there was nothing to take over: */
export type RunReason =
  | DependencyKey
  /** it is not known from a last time, */
  | 'new'
  /** its output is not there, or not as it was left, */
  | 'output'
  /** nothing is compared. */
  | 'uncompared';

/** The kinds of keys in the order in which they are shown, in words. */
const KINDS: Readonly<Record<DependencyKind, string>> = {
  layout: 'layouts',
  include: 'includes',
  source: 'files',
  data: 'data',
  site: 'site',
  config: 'configuration',
  page: 'pages',
  collection: 'collections',
  members: 'all members of',
  link: 'links',
  post: 'post_url',
  sass: 'Sass',
  'sass-names': 'Sass folders',
  theme: 'theme',
  env: 'environment',
  code: 'code of plugins',
  time: 'clock',
  modified: 'file times',
  carried: 'left by others',
  random: 'chance',
  unseen: 'what nobody sees',
};

/** Keys of one kind. */
export interface KeysOfKind {
  readonly kind: DependencyKind;
  /** The kind for people, e.g. `layouts`. */
  readonly label: string;
  /** Each without its kind, sorted, e.g. `post`. */
  readonly names: readonly string[];
}

/** What a turn read, by kind. That it read its own file goes without saying. */
export function keysByKind(keys: readonly DependencyKey[], id: string): KeysOfKind[] {
  const others = keys.filter((key) => key !== `page:${id}`);
  return Object.entries(KINDS).flatMap(([name, label]) => {
    const kind = name as DependencyKind;
    const names = others.filter((key) => kindOf(key) === kind).map(nameOf);
    return names.length === 0 ? [] : [{ kind, label, names: names.sort() }];
  });
}

function nameOf(key: DependencyKey): string {
  const name = printKey(key);
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Why a turn was run, e.g. `layout:post changed`. */
export function reasonInWords(reason: RunReason, id: string): string {
  if (reason === 'new') return 'no earlier build is known in which it was';
  if (reason === 'output') return 'its output was not there, or not as it was left';
  if (reason === 'uncompared') return 'nothing was compared with an earlier build';
  if (reason === 'random') return 'chance has a part in it';
  if (reason === 'unseen') return 'nobody sees what a plugin that has a part in it reads (`pure: true`)';
  if (reason === `page:${id}`) return 'its own text, front matter or address changed';
  return `${printKey(reason)} changed`;
}

/** How many turns were taken over, and how many were run for which reason, most first. */
export interface RunSummary {
  readonly reused: number;
  readonly rendered: number;
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

/** Sums up a build. @param runs by id, why each turn was run; `null` for one that was taken over */
export function summarizeRuns(runs: Iterable<readonly [id: string, reason: RunReason | null]>): RunSummary {
  const counts = new Map<string, number>();
  let reused = 0;
  for (const [id, reason] of runs) {
    if (reason === null) reused++;
    else {
      const words = reasonInWords(reason, id);
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  const reasons = [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  return { reused, rendered: reasons.reduce((sum, { count }) => sum + count, 0), reasons };
}
