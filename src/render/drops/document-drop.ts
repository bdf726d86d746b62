import type { Generation } from '../../model/generation.js';
import { type Document, groupOf } from '../../model/page.js';
import { toS } from '../../ruby/to-s.js';
import { type Drop, type HeldObject, isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { compareByOwnDates, compareInTemplates } from '../../site/document-order.js';
import { basenameOf, dirnameOf, isYaml } from '../../url/extension.js';
import type { DropScope } from './drop-scope.js';
import { EnumerableDrop } from './enumerable-drop.js';

const PROPERTIES = [
  'name',
  'tags',
  'output',
  'id',
  'relative_path',
  'url',
  'excerpt',
  'title',
  'categories',
  'collection',
  'content',
  'previous',
  'next',
  'path',
  'date',
] as const;

/** Those of a drop that Jekyll 3.10.0 has, too; the others are front matter or nothing there. */
export function inGeneration(
  properties: readonly string[],
  { documentsHaveNames, undatedDocumentsHaveDates }: Generation,
): readonly string[] {
  if (documentsHaveNames && undatedDocumentsHaveDates) return properties;
  return properties.filter(
    (name) => (documentsHaveNames || name !== 'name') && (undatedDocumentsHaveDates || name !== 'date'),
  );
}

/** Left out of neighbours of neighbours, or JSON would run through the whole collection (`NESTED_OBJECT_FIELD_BLACKLIST`). */
const NESTED: ReadonlySet<string> = new Set(['content', 'output', 'excerpt', 'next', 'previous']);
/** Deepest place of a document in JSON text that shows its neighbours whole: the outermost value is at 1. */
const DEEPEST_WITH_NEIGHBOURS = 2;

/** A post or another collection's document (Jekyll 4.4.1, `Drops::DocumentDrop`). */
export class DocumentDrop extends EnumerableDrop implements HeldObject {
  readonly className: string = 'Jekyll::Drops::DocumentDrop';

  constructor(
    readonly document: Document,
    protected readonly scope: DropScope,
    private readonly group = groupOf(document),
  ) {
    super();
  }

  protected get properties(): readonly string[] {
    return inGeneration(PROPERTIES, this.scope.generation);
  }

  protected get fallback(): RubyHash {
    return this.document.data;
  }

  protected declared(key: string): Value | undefined {
    const { document, scope } = this;
    switch (key) {
      case 'content':
        // A document that is data has no text until it is rendered to an empty one.
        return isYaml(document.extension) && scope.outputOf(document) === null
          ? null
          : scope.contentOf(document);
      case 'output':
        return scope.outputOf(document);
      case 'excerpt':
        return scope.excerptOf(document) ?? '';
      case 'title':
      case 'categories':
      case 'tags':
        return document.data.get(key) ?? null;
      case 'date':
        return (
          document.data.get('date') ?? (scope.generation.undatedDocumentsHaveDates ? document.date : null)
        );
      case 'name':
        return this.ownName() ?? (scope.generation.documentsHaveNames ? document.name : null);
      case 'id':
        return documentId(document);
      case 'url':
        return document.url;
      case 'path':
      case 'relative_path':
        return document.path;
      case 'collection':
        return document.collection;
      case 'previous':
        return this.neighbour(document.previousId);
      case 'next':
        return this.neighbour(document.nextId);
      default:
        return undefined;
    }
  }

  /** What front matter calls it, where that is not `false`. */
  private ownName(): Value {
    const name = this.document.data.get('name') ?? null;
    return isTruthy(name) ? name : null;
  }

  private neighbour(id: string | null): Drop | null {
    return id === null ? null : this.scope.documentDrop(id);
  }

  protected record(key: string): void {
    this.scope.readAttribute(this.group, this.document.id, key);
  }

  /** A document prints its output, before its turn its text. */
  override toText(): string {
    const { document, scope } = this;
    this.record('output');
    const output = scope.outputOf(document);
    if (output !== null) return output;
    this.record('content');
    return isYaml(document.extension) ? 'NO CONTENT' : scope.contentOf(document);
  }

  get heldId(): string {
    return this.document.id;
  }

  heldText(): string {
    return this.toText();
  }

  /** Jekyll 4.4.1, `Document#inspect`. */
  heldInspect(): string {
    this.record('path');
    const { path, collection } = this.document;
    return `#<Jekyll::Document ${path} collection=${collection}>`;
  }

  /** By date, then by path. */
  override compareTo(other: Value): number | null {
    if (!(other instanceof DocumentDrop)) return null;
    for (const drop of [this, other]) {
      drop.record('date');
      drop.record('path');
    }
    const compareDocuments = this.scope.generation.undatedDocumentsHaveDates
      ? compareInTemplates
      : compareByOwnDates;
    return compareDocuments(this.document, other.document);
  }

  override toJson(depth: number): Value {
    const hash = this.toHash();
    if (depth <= DEEPEST_WITH_NEIGHBOURS) return hash;
    for (const key of ['previous', 'next']) {
      const neighbour = hash.get(key);
      if (neighbour instanceof DocumentDrop) hash.set(key, neighbour.withoutNested());
    }
    return hash;
  }

  private withoutNested(): RubyHash {
    const keys = this.keys().filter((key) => !NESTED.has(key));
    return new Map<Value, Value>(keys.map((key) => [key, this.get(key)]));
  }
}

/** A document's `id`: its URL's folder and its slug, e.g. `/2024/01/31/hello`. */
export function documentId(document: Document): string {
  const slug = document.data.get('slug') ?? null;
  const folder = dirnameOf(document.url);
  return `${folder === '/' ? '' : folder}/${isTruthy(slug) ? toS(slug) : basenameOf(document.name)}`;
}
