import { lookup, type Renderable } from '../../model/page.js';
import type { Additions, Change, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import type { SitePass } from '../../model/site-pass.js';
import * as messages from '../../report/messages.js';
import { escapePattern } from '../../ruby/escape-pattern.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { type LanguageSettings, languageSettings } from './settings.js';

/** A language's turn. */
export interface LanguagePass extends SitePass {
  /** The language of the file that was chosen last, by address. */
  readonly chosen: Map<string, string>;
}

/** What stands for a language in a path, e.g. `de`, `pt-BR`. */
const LANGUAGE = /^[a-z]{2,3}(?::?[_-](?::?[A-Za-z]{2}){1,2}){0,2}$/;

/**
 * Leaves of all files with one address the one that is in the pass's language, else that in the standard one, else the first; all of
 * them keep the addresses they have. Data of the language are laid over the others.
 */
export function coordinate(site: Site, tools: GeneratorTools): Additions {
  const settings = languageSettings(site.config);
  const { chosen } = site.config.pass as LanguagePass;
  const isCarried = chosen.size > 0;
  const choice = new Choice(settings, tools, chosen);
  for (const { documents } of site.collections.values()) choice.choose(documents);
  choice.choose(site.pages);
  if (isCarried && choice.hasRemoved) tools.report(messages.languagePagesMissing(settings.standard));
  return { ...choice.result(), data: localizedData(site.data, settings) };
}

class Choice {
  private readonly removed: string[] = [];
  private readonly order: string[] = [];
  private readonly changes = new Map<string, Change>();
  private readonly affix: RegExp;

  constructor(
    private readonly settings: LanguageSettings,
    private readonly tools: GeneratorTools,
    private readonly chosen: LanguagePass['chosen'],
  ) {
    this.affix = new RegExp(
      settings.languages.map((name) => `[/.]${escapePattern(name)}[/.]`).join('|'),
      'g',
    );
  }

  /** Chooses among the files of one list. */
  choose(files: readonly Renderable[]): void {
    const approved = new Map<string, Renderable>();
    for (const file of files) {
      const url = this.tools.urlOf(file);
      const address = url.replace(this.affix, '/');
      const language = this.languageOf(file);
      if (!this.isWanted(file, address, language)) continue;
      approved.set(address, file);
      this.chosen.set(address, language);
      this.changes.set(file.id, withPermalink(file, address, url));
    }
    const kept = new Set([...approved.values()].map(({ id }) => id));
    for (const { id } of files) if (!kept.has(id)) this.removed.push(id);
    this.order.push(...kept);
  }

  private isWanted(file: Renderable, address: string, language: string): boolean {
    const { active, standard } = this.settings;
    const other = this.chosen.get(address);
    if (other === active || (other === standard && language !== active)) return false;
    return isOpenTo(active, lookup(file, 'lang-exclusive'));
  }

  private languageOf(file: Renderable): string {
    const own = lookup(file, 'lang');
    if (isTruthy(own)) return toS(own);
    return (this.settings.isInPath ? languageInPath(file.path) : null) ?? this.settings.standard;
  }

  get hasRemoved(): boolean {
    return this.removed.length > 0;
  }

  result(): Additions {
    return { removed: this.removed, order: this.order, changes: this.changes };
  }
}

/** Whether `lang-exclusive`, a list or a text, has the language, or nothing. */
function isOpenTo(language: string, languages: Value): boolean {
  if (typeof languages === 'string') return languages === '' || languages.includes(language);
  return !Array.isArray(languages) || languages.length === 0 || languages.includes(language);
}

/** The first folder of a page, or the one below a collection's. */
function languageInPath(path: string): string | null {
  const folders = path.split('/').slice(0, -1);
  const isInCollection = path.startsWith('_') && LANGUAGE.test(folders[1] ?? '');
  const folder = folders[isInCollection ? 1 : 0] ?? '';
  return LANGUAGE.test(folder) ? folder : null;
}

function withPermalink(file: Renderable, permalink: string, url: string): Change {
  const set = (data: RubyHash): RubyHash => new Map(data).set('permalink', permalink);
  const change = { data: set(file.data), givenUrl: url };
  return file.kind === 'page' ? { ...change, frontMatter: set(file.frontMatter) } : change;
}

function localizedData(data: RubyHash, { standard, active }: LanguageSettings): RubyHash {
  return [standard, active].reduce((merged, language) => {
    const own = merged.get(language);
    return own instanceof Map ? laidOver(merged, own) : merged;
  }, data);
}

/** Mappings under one key are merged, anything else is replaced, by nil, too. */
function laidOver(base: RubyHash, layer: RubyHash): RubyHash {
  const merged: RubyHash = new Map(base);
  for (const [key, value] of layer) {
    const old = base.get(key);
    merged.set(key, old instanceof Map && value instanceof Map ? laidOver(old, value) : value);
  }
  return merged;
}
