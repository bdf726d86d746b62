import { groupOf, type Renderable } from '../model/page.js';
import type { Effects } from '../model/turn.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { allDocuments } from '../site/site-files.js';
import type { Rendering } from './create-rendering.js';

/** Front matter that hooks wrote at turns of the last build. */
export class RestoredData {
  private files: ReadonlyMap<string, Renderable> | null = null;

  /** @param onWrite told of each key that was written */
  constructor(
    private readonly rendering: Rendering,
    private readonly onWrite: (file: Renderable, key: string) => void,
  ) {}

  /** Writes what a turn wrote then. */
  restore({ data }: Effects): void {
    if (data.size > 0) this.rendering.fingerprints.beforeWrite();
    for (const [id, written] of data) {
      const file = this.find(id);
      for (const [key, value] of written) {
        writeTo(file.data, key, value);
        if (file.kind === 'page') writeTo(file.frontMatter, key, value);
        this.rendering.memo.forget(groupOf(file), id, String(key));
        this.onWrite(file, String(key));
      }
    }
  }

  private find(id: string): Renderable {
    if (this.files === null) {
      const { site } = this.rendering;
      this.files = new Map([...site.pages, ...allDocuments(site)].map((file) => [file.id, file]));
    }
    return this.files.get(id)!;
  }
}

function writeTo(data: RubyHash, key: Value, value: Value | undefined): void {
  if (value === undefined) data.delete(key);
  else data.set(key, value);
}
