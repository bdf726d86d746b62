import type { DependencyKey, MemberGroup } from '../../model/dependency.js';
import type { Generation } from '../../model/generation.js';
import type { Document, Renderable } from '../../model/page.js';
import type { Site } from '../../model/site.js';
import type { Recorder } from '../../reuse/recorder.js';
import type { DefaultHash } from '../../ruby/default-hash.js';
import type { Drop, Value } from '../../ruby/value.js';
import type { ArrayMemo } from '../array-memo.js';
import type { Excerpts } from '../excerpts.js';
import type { RenderState } from '../render-state.js';
import { DocumentDrop } from './document-drop.js';
import type { DropScope } from './drop-scope.js';

/** What the scope asks when a template looks into a drop. */
export interface BuildScopeParts {
  readonly site: Site;
  readonly state: RenderState;
  readonly recorder: Recorder;
  readonly memo: ArrayMemo;
  /** Asked late, since rendering an excerpt needs this very scope. */
  readonly excerpts: () => Excerpts;
  readonly kramdown: () => Value;
}

/** What drops see of the build: texts as they are now, one drop per document, and whose turn it is. */
export class BuildScope implements DropScope {
  /** By id; those that were asked for as drops. */
  private readonly documents = new Map<string, Document | DocumentDrop>();
  /** One text for all documents of a collection. */
  private readonly groups = new Map<string, MemberGroup>();
  private current: Document | null = null;
  readonly generation: Generation;

  constructor(private readonly parts: BuildScopeParts) {
    this.generation = parts.site.config.generation;
    for (const { label, documents } of parts.site.collections.values()) {
      this.groups.set(label, `collection ${label}`);
      for (const document of documents) this.documents.set(document.id, document);
    }
  }

  contentOf(file: Renderable): string {
    return this.parts.state.contentOf(file);
  }

  outputOf(file: Renderable): string | null {
    return this.parts.state.outputOf(file);
  }

  excerptOf(file: Renderable): string | null {
    return this.parts.excerpts().of(file);
  }

  versionOf(file: Renderable): number {
    return this.parts.state.versionOf(file);
  }

  documentDrop(id: string): Drop {
    const known = this.documents.get(id);
    if (known === undefined) {
      throw new Error(`no document ${id}: ids of neighbours are set after the last generator`);
    }
    if (known instanceof DocumentDrop) return known;
    const drop = new DocumentDrop(known, this, this.groups.get(known.collection));
    this.documents.set(id, drop);
    return drop;
  }

  hasDocument(id: string): boolean {
    return this.documents.has(id);
  }

  currentDocument(): Document | null {
    return this.current;
  }

  kramdown(): Value {
    return this.parts.kramdown();
  }

  /** Runs with another file in hand: `null` for pages and excerpts. */
  during<T>(document: Document | null, run: () => T): T {
    const outer = this.current;
    this.current = document;
    try {
      return run();
    } finally {
      this.current = outer;
    }
  }

  own(list: Value[] | DefaultHash): void {
    this.parts.memo.own(list);
  }

  depend(key: DependencyKey): void {
    this.parts.recorder.depend(key);
  }

  readAttribute(group: MemberGroup, id: string, attribute: string): void {
    this.parts.recorder.readAttribute(group, id, attribute);
  }
}
