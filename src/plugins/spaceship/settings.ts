import type { Config } from '../../model/config.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';

/** What the gem does to pages, by the names that its settings have for them, in its order. */
export const PROCESSORS = [
  'polyfill-processor',
  'table-processor',
  'mathjax-processor',
  'plantuml-processor',
  'mermaid-processor',
  'media-processor',
  'emoji-processor',
  'element-processor',
] as const;
/** One of them. */
export type ProcessorName = (typeof PROCESSORS)[number];

function hash(entries: Readonly<Record<string, Value>>): RubyHash {
  return new Map(Object.entries(entries));
}

/** What each goes by where the site says nothing else. */
const DEFAULTS: Readonly<Record<ProcessorName, RubyHash>> = {
  'polyfill-processor': hash({}),
  'table-processor': hash({}),
  'mathjax-processor': hash({
    src: [
      'https://polyfill.io/v3/polyfill.min.js?features=es6',
      'https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-mml-chtml.js',
    ],
    config: hash({
      tex: hash({
        inlineMath: [
          ['$', '$'],
          ['\\(', '\\)'],
        ],
        displayMath: [
          ['$$', '$$'],
          ['\\[', '\\]'],
        ],
      }),
      svg: hash({ fontCache: 'global' }),
    }),
    optimize: hash({ enabled: true, include: [], exclude: [] }),
  }),
  'plantuml-processor': hash({
    mode: 'default',
    syntax: hash({ code: 'plantuml!', custom: ['@startuml', '@enduml'] }),
    css: hash({ class: 'plantuml' }),
    src: 'http://www.plantuml.com/plantuml/svg/',
  }),
  'mermaid-processor': hash({
    mode: 'default',
    syntax: hash({ code: 'mermaid!', custom: ['@startmermaid', '@endmermaid'] }),
    css: hash({ class: 'mermaid' }),
    src: 'https://mermaid.ink/svg/',
  }),
  'media-processor': hash({
    default: hash({
      id: 'media-{id}',
      class: 'media',
      width: '100%',
      height: 350,
      frameborder: 0,
      style: 'max-width: 600px;outline: none',
      allow: 'encrypted-media; picture-in-picture',
    }),
  }),
  'emoji-processor': hash({
    css: hash({ class: 'emoji' }),
    exclude: 'code',
    src: 'https://github.githubassets.com/images/icons/emoji/',
  }),
  'element-processor': hash({ css: [] }),
};

/** Which processors run, each with its settings. */
export type Settings = ReadonlyMap<ProcessorName, RubyHash>;

/** What the configuration's `jekyll-spaceship` says, laid over the gem's defaults. */
export function readSettings({ settings }: Config): Settings {
  const section = settings.get('jekyll-spaceship') ?? null;
  const wanted = dig(section, 'processors');
  const names = Array.isArray(wanted) ? wanted.map(plainName) : null;
  return new Map(
    PROCESSORS.filter((name) => names === null || names.includes(plainName(name))).map((name) => {
      const own = dig(section, name);
      return [name, own instanceof Map ? merge(DEFAULTS[name], own) : DEFAULTS[name]];
    }),
  );
}

/** `table`, `Table-Processor` and `tableprocessor` mean the same. */
function plainName(name: Value): string {
  const plain = String(name).replaceAll('-', '').toLowerCase();
  return plain.endsWith('processor') ? plain : `${plain}processor`;
}

/** Mappings are merged, nothing else is; nil replaces nothing. */
function merge(base: RubyHash, own: RubyHash): RubyHash {
  const merged = new Map(base);
  for (const [key, value] of own) {
    const old = merged.get(key) ?? null;
    if (old instanceof Map && value instanceof Map) merged.set(key, merge(old, value));
    else if (!merged.has(key) || value !== null) merged.set(key, value);
  }
  return merged;
}
