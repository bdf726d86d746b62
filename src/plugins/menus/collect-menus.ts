import { flatten } from '../../liquid/filters/collection.js';
import { SiteError } from '../../model/diagnostic.js';
import { lookup, type Renderable } from '../../model/page.js';
import type { GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import type { Place } from '../../report/messages.js';
import * as messages from '../../report/messages.js';
import { joinPaths } from '../../ruby/file-path.js';
import { HashKeys } from '../../ruby/hash-key.js';
import { inspect } from '../../ruby/inspect.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { allDocuments, placeInMessages } from '../../site/site-files.js';
import { dirnameOf, fileNameOf } from '../../url/extension.js';

/** Items of each menu, by its name, as they came. */
export type Menus = Map<Value, RubyHash[]>;

const UNSORTED = -1;

/**
 * Menus of data, then of pages, then of documents.
 *
 * @throws SiteError for an entry that is none
 */
export function collectMenus(site: Site, tools: GeneratorTools): Menus {
  const ofPages = menusOf(site.pages, ({ frontMatter }) => frontMatter, tools);
  const ofDocuments = menusOf(allDocuments(site), ({ data }) => data, tools);
  return merged(menusOfData(site), merged(ofPages, ofDocuments));
}

function menusOfData(site: Site): Menus {
  const data = site.data.get('menus');
  if (!(data instanceof Map)) return new Map();
  return new Map([...data].map(([name, menu]) => [name, itemsOfData(menu)]));
}

function itemsOfData(menu: Value): RubyHash[] {
  if (!(menu instanceof Map) && !Array.isArray(menu)) return refuse(menu);
  return flatten([menu]).map((item) => {
    if (!(item instanceof Map)) return refuse(item);
    return withDefaults(item, [['weight', UNSORTED]]).set('_frontmatter', false);
  });
}

function menusOf<T extends Renderable>(
  files: readonly T[],
  frontMatterOf: (file: T) => RubyHash,
  tools: GeneratorTools,
): Menus {
  const menus: Menus = new Map();
  for (const file of files) {
    // As in the gem, any key with `menu` in it makes a page one that is asked.
    const isAsked = [...frontMatterOf(file).keys()].some(
      (key) => typeof key === 'string' && key.includes('menu'),
    );
    if (!isAsked) continue;
    const named = flatten([lookup(file, 'menus'), lookup(file, 'menu')]);
    for (const menu of named) if (menu !== null) addTo(menus, menu, file, tools);
  }
  return menus;
}

function addTo(menus: Menus, menu: Value, file: Renderable, tools: GeneratorTools): void {
  const place = { file: placeInMessages(file) };
  const add = (name: Value, item: RubyHash): void => {
    const items = menus.get(name) ?? [];
    menus.set(name, items);
    items.push(filledIn(item, file, tools));
  };
  if (typeof menu === 'string') add(menu, new Map());
  else if (!(menu instanceof Map)) refuse(menu, place);
  else {
    for (const [name, item] of menu) {
      if (typeof item === 'string') add(name, new Map([['identifier', item]]));
      else if (item instanceof Map) add(name, item);
      else refuse(item, place);
    }
  }
}

/** What an item does not say of itself its page says. */
function filledIn(item: RubyHash, file: Renderable, tools: GeneratorTools): RubyHash {
  const filled = withDefaults(item, [
    ['url', tools.urlOf(file)],
    ['identifier', identifierOf(file)],
  ]).set('_frontmatter', file.path);
  return withDefaults(filled, [
    ['title', lookup(file, 'title')],
    ['weight', UNSORTED],
  ]);
}

function withDefaults(item: RubyHash, defaults: readonly [key: string, value: Value][]): RubyHash {
  const filled = new Map(item);
  for (const [key, value] of defaults) if (!isTruthy(filled.get(key) ?? null)) filled.set(key, value);
  return filled;
}

/** Of the path, of which capitals and dots are lost: `docs_y_age` for `docs/My.-Page.md`. The gem's names a document by its whole path on the disk. */
function identifierOf(file: Renderable): string {
  const path = file.kind === 'page' ? toS(file.data.get('path') ?? file.path) : file.path;
  const own = lookup(file, 'ext');
  const extension = isTruthy(own) ? toS(own) : file.extension;
  const name = fileNameOf(path);
  const stem = extension !== '' && name.endsWith(extension) ? name.slice(0, -extension.length) : name;
  return joinPaths(dirnameOf(path), stem)
    .replace(/[^a-z0-9\-_/]/g, '')
    .replace(/\/|-+/g, '_')
    .replace(/^_+/, '');
}

/** The later menus behind the former; of equal items in a menu that both have one is left. */
function merged(former: Menus, later: Menus): Menus {
  const menus = new Map(former);
  for (const [name, items] of later) {
    const known = former.get(name);
    menus.set(name, known === undefined ? items : distinct([...known, ...items]));
  }
  return menus;
}

function distinct(items: readonly RubyHash[]): RubyHash[] {
  const keys = new HashKeys();
  const byKey = new Map<string, RubyHash>();
  for (const item of items) {
    const key = keys.of(item);
    if (!byKey.has(key)) byKey.set(key, item);
  }
  return [...byKey.values()];
}

function refuse(item: Value, place?: Place): never {
  throw new SiteError(messages.menuItemInvalid(inspect(item), place));
}
