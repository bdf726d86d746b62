import { SiteError } from '../../model/diagnostic.js';
import * as messages from '../../report/messages.js';
import { strip } from '../../ruby/string.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';

/** How boxes of a type look. */
export interface BoxType {
  /** A Liquid template; `null` for the default one, `citation` for that of citations. */
  readonly template: string | null;
  readonly defaultTitle: string | null;
  readonly meta: RubyHash;
}

/** `premonition:` of the configuration. */
export interface BoxSettings {
  /** Without the dot, e.g. `md`. */
  readonly extensions: ReadonlySet<string>;
  /** For types without one; `null` for the gem's own. */
  readonly defaultTemplate: string | null;
  readonly defaultMeta: RubyHash;
  readonly types: ReadonlyMap<string, BoxType>;
}

/** In the place of a template: the gem's own for citations. */
export const CITATION = 'citation';

const OWN_TYPES: readonly (readonly [type: string, icon: string])[] = [
  ['note', 'pn-note'],
  ['info', 'pn-info'],
  ['warning', 'pn-warn'],
  ['error', 'pn-error'],
  [CITATION, 'pn-quote'],
];

/** @throws SiteError in the gem's words for settings that it refuses */
export function readSettings(settings: RubyHash): BoxSettings {
  const section = settings.get('premonition') ?? null;
  const defaults = dig(section, 'default');
  const meta = mappingOrNone(dig(defaults, 'meta'), 'meta must be a hash');
  const types = new Map<string, BoxType>(
    OWN_TYPES.map(([type, icon]) => [
      type,
      {
        template: type === CITATION ? CITATION : null,
        defaultTitle: null,
        meta: new Map([['pn-icon', icon]]),
      },
    ]),
  );
  for (const [id, type] of mappingOrNone(dig(section, 'types'), 'types must be a hash')) {
    types.set(toS(id), readType(id, type));
  }
  const given = dig(section, 'extensions');
  const extensions = Array.isArray(given) ? given.map(toS) : [];
  return {
    extensions: new Set(extensions.length > 0 ? extensions : ['md', 'markdown']),
    defaultTemplate: templateIn(defaults),
    defaultMeta: new Map<Value, Value>([['pn-icon', 'pn-square'], ['fa-icon', null], ...meta]),
    types,
  };
}

/** What it leaves out is that of all types, also where the gem's own type has something of its own. */
function readType(id: Value, type: Value): BoxType {
  if (id === null) throw refused('id missing from type');
  if (!/^[a-z]+$/.test(toS(id))) throw refused(`id can only be lowercase letters: ${toS(id)}`);
  const title = dig(type, 'default_title');
  return {
    template: templateIn(type),
    defaultTitle: title === null || title === '' ? null : strip(toS(title)),
    meta: mappingOrNone(dig(type, 'meta'), 'meta must be an hash'),
  };
}

function templateIn(section: Value): string | null {
  const template = dig(section, 'template');
  return template === null ? null : strip(toS(template));
}

function mappingOrNone(value: Value, reason: string): RubyHash {
  if (value instanceof Map) return value;
  if (isTruthy(value)) throw refused(reason);
  return new Map();
}

function refused(reason: string): SiteError {
  return new SiteError(messages.premonitionSetting(reason));
}
