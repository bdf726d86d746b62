import type { Document } from '../../model/page.js';
import type { Site } from '../../model/site.js';
import { inspect } from '../../ruby/inspect.js';
import { mergeSort } from '../../ruby/merge-sort.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { lookupKey, wantedCollections, wantedKeys, writtenKeys } from './keys.js';
import { integerUnder } from './settings.js';
import { compareFields, fieldOf } from './sort-fields.js';

/** Front matter's keys by which a listing chooses, with the name each has in the listing's settings, in the gem's order. */
const FILTERS = [
  ['category', 'categories'],
  ['tag', 'tags'],
  ['locale', 'locale'],
] as const;

type Attribute = (typeof FILTERS)[number][1];

/** What is known of one choice of collections, so that a thousand listings of it cost no thousand looks at every document. */
interface Choice {
  readonly documents: readonly Document[];
  /** Documents by key, for each attribute that was asked for. */
  readonly indexes: Map<Attribute, ReadonlyMap<string, ReadonlySet<Document>>>;
}

/** Finds the documents of listings. */
export class ListedDocuments {
  private readonly choices = new Map<string, Choice>();

  constructor(private readonly site: Site) {}

  /** Those that a listing's settings choose, in the order in which it shows them (`PaginationModel#paginate`). */
  of(settings: RubyHash): readonly Document[] {
    const choice = this.choiceOf(settings.get('collection') ?? null);
    let chosen = choice.documents;
    for (const [name, attribute] of FILTERS) {
      const wanted = settings.get(name) ?? null;
      for (const key of wanted === null ? [] : wantedKeys(wanted)) {
        chosen = common(chosen, choice, this.indexOf(choice, attribute).get(key));
      }
    }
    return arranged(chosen, settings);
  }

  private choiceOf(wanted: Value): Choice {
    const name = inspect(wanted);
    let choice = this.choices.get(name);
    if (choice === undefined) {
      const documents = wantedCollections(wanted).flatMap((label) => this.inCollection(label));
      choice = { documents: documents.filter(isShown), indexes: new Map() };
      this.choices.set(name, choice);
    }
    return choice;
  }

  /** `all` are those of all collections but the posts. */
  private inCollection(label: string): readonly Document[] {
    const { collections } = this.site;
    if (label !== 'all') return collections.get(label)?.documents ?? [];
    return [...collections.values()]
      .filter((collection) => collection.label !== 'posts')
      .flatMap(({ documents }) => documents);
  }

  private indexOf(choice: Choice, attribute: Attribute): ReadonlyMap<string, ReadonlySet<Document>> {
    let index = choice.indexes.get(attribute);
    if (index === undefined) choice.indexes.set(attribute, (index = indexed(choice.documents, attribute)));
    return index;
  }
}

/** Documents that split a listing themselves stand in none. */
function isShown({ data }: Document): boolean {
  return !data.has('pagination') && !isTruthy(data.get('hidden') ?? null);
}

/** In the order of the documents. As in the gem, the category `posts` has all of them. */
function indexed(
  documents: readonly Document[],
  attribute: Attribute,
): ReadonlyMap<string, ReadonlySet<Document>> {
  const index = new Map<string, Set<Document>>();
  for (const document of documents) {
    for (const written of writtenKeys(document, attribute)) {
      const key = lookupKey(written);
      const found = index.get(key);
      if (found) found.add(document);
      else index.set(key, new Set([document]));
    }
  }
  return attribute === 'categories' ? index.set('posts', new Set(documents)) : index;
}

/** Ruby's `&`: in the order of the first, each once. */
function common(
  chosen: readonly Document[],
  { documents }: Choice,
  found: ReadonlySet<Document> = new Set(),
): readonly Document[] {
  return chosen === documents ? [...found] : [...new Set(chosen)].filter((document) => found.has(document));
}

/** Without a field to sort by, neither the offset nor the direction counts. */
function arranged(documents: readonly Document[], settings: RubyHash): readonly Document[] {
  const field = settings.get('sort_field') ?? null;
  if (!isTruthy(field)) return documents;
  const path = toS(field);
  const sorted = mergeSort(
    documents.map((document) => [fieldOf(document, path), document] as const),
    ([a], [b]) => compareFields(a, b),
  ).map(([, document]) => document);
  const kept = sorted.slice(0, Math.max(0, sorted.length - Math.max(0, integerUnder(settings, 'offset'))));
  return isTruthy(settings.get('sort_reverse') ?? null) ? kept.reverse() : kept;
}
