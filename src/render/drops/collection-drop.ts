import type { Collection } from '../../model/site.js';
import { inspect } from '../../ruby/inspect.js';
import { prettyJson } from '../../ruby/json.js';
import { toS } from '../../ruby/to-s.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import type { DropScope } from './drop-scope.js';
import { EnumerableDrop } from './enumerable-drop.js';

const PROPERTIES = ['label', 'relative_directory', 'files', 'output', 'directory', 'docs'] as const;

/** A collection in `site.collections` (Jekyll 4.4.1, `Drops::CollectionDrop`). */
export class CollectionDrop extends EnumerableDrop {
  readonly className = 'Jekyll::Drops::CollectionDrop';

  /** @param documents and `files`: drops, in the collection's order */
  constructor(
    private readonly collection: Collection,
    private readonly documents: Value[],
    private readonly files: Value[],
    private readonly scope: DropScope,
  ) {
    super();
  }

  protected get properties(): readonly string[] {
    return PROPERTIES;
  }

  protected get fallback(): RubyHash {
    return this.collection.config.metadata;
  }

  /** All but its files stands in the configuration, and with the collection in `site.collections`. */
  protected record(key: string): void {
    if (key === 'docs') this.scope.depend(`collection:${this.collection.label}`);
    else this.scope.depend(key === 'files' ? 'site:static_files' : 'site:collections');
  }

  protected declared(key: string): Value | undefined {
    switch (key) {
      case 'label':
        return this.collection.label;
      case 'output':
        return this.collection.config.output;
      case 'docs':
        return this.documents;
      case 'files':
        return this.files;
      case 'directory':
        return this.collection.directory;
      case 'relative_directory':
        return this.collection.relativeDirectory;
      default:
        return undefined;
    }
  }

  /** Its documents have no JSON form of their own and print as text. */
  override toJson(): Value {
    return this.toHash().set('docs', this.documents.map(toS));
  }

  override inspect(): string {
    return prettyJson(this.toJson());
  }

  override toText(): string {
    this.record('docs');
    return inspect(this.documents);
  }
}
