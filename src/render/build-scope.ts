import type { DependencyKey } from '../model/dependency.js';
import type { Document, Page } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { DependencyRecorder } from '../reuse/recorder.js';
import type { Drop, Value } from '../ruby/value.js';
import type { ArrayMemo } from './array-memo.js';
import { DocumentDrop } from './drops/document-drop.js';
import type { DropScope } from './drops/drop-scope.js';
import type { Excerpts } from './excerpts.js';
import type { Texts } from './page-texts.js';

/** What drops see of the build: texts as they are now, one drop per document, and whose turn it is. */
export class BuildScope implements DropScope {
  private readonly documents = new Map<string, Document>();
  private readonly drops = new Map<string, Drop>();
  private current: Document | null = null;

  /** @param excerpts asked late, since rendering an excerpt needs this very scope */
  constructor(
    site: Site,
    private readonly texts: Texts,
    private readonly recorder: DependencyRecorder,
    private readonly memo: ArrayMemo,
    private readonly excerpts: () => Excerpts,
  ) {
    for (const { documents } of site.collections.values()) {
      for (const document of documents) this.documents.set(document.id, document);
    }
  }

  contentOf(file: Page | Document): string {
    return this.texts.contentOf(file);
  }

  outputOf(file: Page | Document): string | null {
    return this.texts.outputOf(file);
  }

  excerptOf(file: Page | Document): string | null {
    return this.excerpts().of(file);
  }

  documentDrop(id: string): Drop {
    let drop = this.drops.get(id);
    if (drop === undefined) {
      const document = this.documents.get(id);
      if (!document) throw new Error(`no document ${id}: ids of neighbours are set after the last generator`);
      drop = new DocumentDrop(document, this);
      this.drops.set(id, drop);
    }
    return drop;
  }

  currentDocument(): Document | null {
    return this.current;
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

  own(array: Value[]): void {
    this.memo.own(array);
  }

  depend(key: DependencyKey): void {
    this.recorder.depend(key);
  }

  readAttribute(group: string, id: string, attribute: string): void {
    this.recorder.readAttribute(group, id, attribute);
  }
}
