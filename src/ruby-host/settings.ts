/** What the configuration says of Ruby: `utterson: {ruby: …}`, a word or a mapping. */
import { type Config, RUBY_ENGINES } from '../model/config.js';
import { toS } from '../ruby/to-s.js';
import type { RubyHash, Value } from '../ruby/value.js';

/** What may run plugins in Ruby. */
export type RubyEngine = (typeof RUBY_ENGINES)[number];

/** Settled. */
export interface RubySettings {
  /** `auto` (the default) is WebAssembly where its package is there, and nothing else. */
  readonly engine: RubyEngine;
  /** What plugins may do besides, e.g. `command:date`; default nothing. */
  readonly allow: readonly string[];
  /** Milliseconds a tag, a filter or a hook of an item may take; default 10 seconds. */
  readonly itemLimit: number;
  /** Milliseconds a generator, a converter or a hook of the site may take; default 5 minutes. */
  readonly siteLimit: number;
  /** Milliseconds after which a line says what is running; default 3 seconds. */
  readonly notice: number;
}

const DEFAULTS = {
  engine: 'auto',
  allow: [],
  itemLimit: 10_000,
  siteLimit: 300_000,
  notice: 3000,
} satisfies RubySettings;

/** The settings of a site. */
export function rubySettings({ settings }: Config): RubySettings {
  const section = settings.get('utterson');
  const given = section instanceof Map ? (section.get('ruby') ?? null) : null;
  if (given instanceof Map) {
    return {
      engine: engineOf(given.get('engine') ?? null),
      allow: listOf(given.get('allow')),
      itemLimit: secondsOf(given, 'limit') ?? DEFAULTS.itemLimit,
      siteLimit: secondsOf(given, 'site_limit') ?? DEFAULTS.siteLimit,
      notice: secondsOf(given, 'notice') ?? DEFAULTS.notice,
    };
  }
  return { ...DEFAULTS, engine: engineOf(given) };
}

/** YAML reads a bare `off` as no. */
function engineOf(value: Value): RubyEngine {
  if (value === false) return 'off';
  return RUBY_ENGINES.find((engine) => engine === value) ?? DEFAULTS.engine;
}

function listOf(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.map(toS) : [];
}

function secondsOf(section: RubyHash, key: string): number | null {
  const value = section.get(key);
  return typeof value === 'number' && value > 0 ? value * 1000 : null;
}
