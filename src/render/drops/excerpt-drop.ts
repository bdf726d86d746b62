import type { Document } from '../../model/page.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { DocumentDrop, documentId, inGeneration } from './document-drop.js';
import type { DropScope } from './drop-scope.js';

const PROPERTIES = [
  'excerpt',
  'date',
  'layout',
  'name',
  'tags',
  'output',
  'id',
  'relative_path',
  'url',
  'title',
  'categories',
  'collection',
  'content',
  'previous',
  'next',
  'path',
] as const;

/** What `page` is while a document's excerpt is rendered (Jekyll 4.4.1, `Drops::ExcerptDrop`). */
export class ExcerptDrop extends DocumentDrop {
  override readonly className = 'Jekyll::Drops::ExcerptDrop';
  private readonly data: RubyHash;

  /** @param content the excerpt before Liquid */
  constructor(
    document: Document,
    scope: DropScope,
    private readonly content: string,
  ) {
    super(document, scope);
    this.data = new Map(document.data);
    this.data.delete('layout');
    this.data.delete('excerpt');
  }

  protected override get properties(): readonly string[] {
    return inGeneration(PROPERTIES, this.scope.generation);
  }

  protected override get fallback(): RubyHash {
    return this.data;
  }

  protected override declared(key: string): Value | undefined {
    switch (key) {
      case 'content':
        return this.content;
      // Jekyll would render the excerpt again, without end.
      case 'output':
      case 'excerpt':
        return null;
      case 'layout':
        return this.document.data.get('layout') ?? null;
      case 'id':
        return `${documentId(this.document)}#excerpt`;
      case 'path':
      case 'relative_path':
        return `${this.document.path}/#excerpt`;
      default:
        return super.declared(key);
    }
  }

  override toText(): string {
    this.record('content');
    return this.content;
  }
}
