import type { Config } from '../../model/config.js';
import type { Additions, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import { compilePattern } from '../../ruby/pattern.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';

/** The configuration's `external_links`, and `url`. */
export interface LinkSettings {
  /** `enabled`; default true. */
  readonly isEnabled: boolean;
  /** `url`; links that begin with it are the site's own. `null` for none. */
  readonly siteUrl: string | null;
  /** `rel`, or `rel.value`: what a link without one gets; default `external nofollow noopener`. */
  readonly rel: AttributeSettings;
  /** `target`, likewise; default `_blank`. */
  readonly target: AttributeSettings;
  /** `utm`: which campaign addresses name. */
  readonly utm: UtmSettings;
}

/** What becomes of an attribute. */
export interface AttributeSettings {
  readonly value: string;
  /** Whether a link to this address is left alone: by `exclude` of its own section, else by `external_links.exclude`. */
  excludes(address: string): boolean;
}

/** `external_links.utm`. */
export interface UtmSettings {
  /** `enabled`; default false. */
  readonly isEnabled: boolean;
  /** `source`; default the site's `url` without its scheme, `website` without one. */
  readonly source: string;
  /** `medium`; default `website`. */
  readonly medium: string;
  /** Whether a link to this address is left alone, by `exclude` of this section alone. */
  excludes(address: string): boolean;
}

/** What the configuration says, with the gem's defaults. */
export function readSettings({ settings }: Config): LinkSettings {
  const section = settings.get('external_links') ?? null;
  const url = settings.get('url') ?? null;
  const siteUrl = url === null ? null : toS(url);
  const enabled = dig(section, 'enabled');
  return {
    isEnabled: enabled === null || isTruthy(enabled),
    siteUrl,
    rel: attributeSettings(section, 'rel', 'external nofollow noopener'),
    target: attributeSettings(section, 'target', '_blank'),
    utm: {
      isEnabled: dig(section, 'utm', 'enabled') === true,
      source: textOr(dig(section, 'utm', 'source'), siteUrl?.replace(/^https?:\/\//, '') ?? 'website'),
      medium: textOr(dig(section, 'utm', 'medium'), 'website'),
      excludes: exclusion(dig(section, 'utm', 'exclude')),
    },
  };
}

function attributeSettings(section: Value, name: string, otherwise: string): AttributeSettings {
  const own = dig(section, name);
  const isSection = own instanceof Map;
  return {
    value: textOr(isSection ? dig(own, 'value') : own, otherwise),
    excludes: exclusion(isSection ? dig(own, 'exclude') : dig(section, 'exclude')),
  };
}

function textOr(value: Value, otherwise: string): string {
  return isTruthy(value) ? toS(value) : otherwise;
}

/** One pattern may stand for a list of them. */
function patternsIn(value: Value): readonly string[] {
  return isTruthy(value) ? [value].flat().map(toS) : [];
}

function exclusion(value: Value): (address: string) => boolean {
  const tests = patternsIn(value).map((pattern) => compilePattern(`^${pattern}$`));
  return (address) => tests.some((test) => test?.test(address));
}

/** Says which patterns cannot be read; links they mean are not left alone. */
export function checkSettings({ config }: Site, tools: GeneratorTools): Additions {
  const section = config.settings.get('external_links') ?? null;
  for (const path of [['exclude'], ['rel', 'exclude'], ['target', 'exclude'], ['utm', 'exclude']]) {
    for (const pattern of patternsIn(dig(section, ...path))) {
      if (compilePattern(`^${pattern}$`) === null) {
        const key = ['external_links', ...path];
        tools.report(messages.patternUnreadable(pattern, key.join('.'), config.placeOf(key) ?? undefined));
      }
    }
  }
  return {};
}
