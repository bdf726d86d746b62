/** The sections `asciidoc` and `asciidoctor` of a site's configuration, and what they come to when they say nothing. */
import { resolve } from 'node:path';
import type { Config } from '../../model/config.js';
import { JEKYLL_VERSION } from '../../model/generation.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { type Attributes, siteAttributes, withAttributes, withImagesFolder } from './attributes.js';

/** Keys of the configuration that the conversion goes by. */
export const SETTINGS = ['asciidoc', 'asciidoctor', 'baseurl', 'url', 'source', 'destination'] as const;

/** What the sections come to. */
export interface AsciidocSettings {
  /** Extensions that make a file AsciiDoc, with the dot. */
  readonly extensions: RegExp;
  /** What starts the names of attributes that become front matter, e.g. `page-`; `''` makes it all of them. */
  readonly prefix: string;
  /** Whether files without front matter are copied, as everywhere else. */
  readonly requiresFrontMatter: boolean;
  /** Where excerpts end if front matter does not say; `null` leaves it to `excerpt_separator` of the site. */
  readonly excerptSeparator: Value;
  /** The `doctype` that excerpts are converted with, e.g. `inline`; `null` for that of their document. */
  readonly excerptDoctype: Value;
  /** Who converts: there is but `asciidoctor`. */
  readonly processor: string;
  /** The folder that includes are looked up from, `:docdir` for each document's own; `null` leaves it to Asciidoctor. */
  readonly base: string | null;
  /** What else Asciidoctor is to know, by its own names, e.g. `safe`. */
  readonly options: RubyHash;
  readonly attributes: Attributes;
}

const DEFAULT_EXTENSIONS = 'asciidoc,adoc,ad';

/** jekyll-asciidoc 3.0.1, `Converter#initialize`. */
export function asciidocSettings({ settings, directories }: Config): AsciidocSettings {
  const own = asciidocSection(settings);
  const engine = settings.get('asciidoctor');
  const options = new Map(engine instanceof Map ? engine : []);
  const { source, destination } = directories;
  const base = options.get('base_dir') ?? null;
  const ofSite = siteAttributes(settings, source, destination, JEKYLL_VERSION);
  const given = withAttributes(ofSite, own.get('attributes') ?? null);
  const attributes = withAttributes(given, options.get('attributes') ?? null);
  for (const key of ['base_dir', 'attributes']) options.delete(key);
  if (!isTruthy(options.get('safe') ?? null)) options.set('safe', 'safe');
  return {
    extensions: new RegExp(
      `^\\.(?:${toS(own.get('ext')!).replaceAll(/\s/g, '').replaceAll(',', '|')})$`,
      'i',
    ),
    prefix: toS(own.get('page_attribute_prefix')!),
    requiresFrontMatter: own.get('require_front_matter_header') === true,
    excerptSeparator: own.get('excerpt_separator') ?? null,
    excerptDoctype: own.get('excerpt_doctype') ?? null,
    processor: toS(own.get('processor')!),
    base: isTruthy(base) ? baseFolder(toS(base), source) : null,
    options,
    attributes: withImagesFolder(attributes, settings.get('baseurl') ?? null, destination),
  };
}

function baseFolder(base: string, source: string): string {
  if (base === ':source') return source;
  return base === ':docdir' ? base : resolve(base);
}

/** The section as templates see it, its defaults filled in; keys of the gem's first versions stand for their successors. */
export function asciidocSection(settings: RubyHash): RubyHash {
  const given = settings.get('asciidoc') ?? null;
  const section: RubyHash = new Map(given instanceof Map ? given : []);
  const settle = (key: string, value: Value): void => void section.set(key, value);
  if (typeof given === 'string') settle('processor', given);
  const own = (key: string): Value => section.get(key) ?? null;
  if (!isTruthy(own('processor'))) settle('processor', 'asciidoctor');
  if (!isTruthy(own('ext'))) settle('ext', settings.get('asciidoc_ext') ?? DEFAULT_EXTENSIONS);
  settle('page_attribute_prefix', prefixOf(section, settings));
  settle('require_front_matter_header', isTruthy(own('require_front_matter_header')));
  return section;
}

/** A prefix that is there without a value is the empty one, which is no prefix. */
function prefixOf(section: RubyHash, settings: RubyHash): string {
  const former = 'asciidoc_page_attribute_prefix';
  const given = section.get('page_attribute_prefix') ?? null;
  const otherwise = settings.has(former)
    ? (settings.get(former) ?? '')
    : section.has('page_attribute_prefix')
      ? ''
      : 'page';
  const prefix = toS(isTruthy(given) ? given : otherwise).replace(/-$/, '');
  return prefix === '' ? '' : `${prefix}-`;
}
