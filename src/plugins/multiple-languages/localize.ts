import { lookup, type Renderable } from '../../model/page.js';
import type { Additions, Change, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash } from '../../ruby/value.js';
import { allDocuments } from '../../site/site-files.js';
import { withFrontMatter } from '../shared/front-matter.js';
import { TRANSLATIONS } from './translations.js';

/** Gives files the addresses they have in the pass's language, and takes the folders of translations out of posts' categories. */
export function localize(site: Site, { urlOf }: GeneratorTools): Additions {
  const language = toS(site.config.settings.get('lang') ?? null);
  const changes = new Map<string, Change>();
  for (const file of [...site.pages, ...allDocuments(site)]) {
    const data = dataWithoutFolders(file, language);
    const permalink = ownPermalink(file, language);
    if (data !== file.data) changes.set(file.id, { data });
    if (permalink === null) continue;
    const named = withFrontMatter({ ...file, data }, new Map([['permalink', permalink]]));
    changes.set(file.id, { data, givenUrl: urlOf({ ...file, ...named } as Renderable) });
  }
  return { changes };
}

/** `permalink_de`, which counts in the place of a `permalink`. */
function ownPermalink(file: Renderable, language: string): string | null {
  if (lookup(file, 'permalink') === null) return null;
  const own = lookup(file, `permalink_${language}`);
  return isTruthy(own) ? toS(own) : null;
}

/** The data, without categories that only say where the document lies. */
function dataWithoutFolders({ kind, data }: Renderable, language: string): RubyHash {
  const categories = data.get('categories');
  if (kind !== 'document' || !Array.isArray(categories)) return data;
  const kept = categories.filter((category) => category !== TRANSLATIONS && category !== language);
  return kept.length === categories.length ? data : new Map(data).set('categories', kept);
}
