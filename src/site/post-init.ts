/**
 * `post_init`: the moment at which a page or document has been made (Jekyll 4.4.1, `Page#initialize`, `Document#initialize`). A page from
 * a file has been read by then. A document has not, and a page that a generator makes is still empty: what hooks set there stands unless
 * front matter says otherwise.
 */

import type { Config } from '../model/config.js';
import type { HookItem } from '../model/hook.js';
import type { Hooks } from '../model/hooks.js';
import { wholeText } from '../model/output.js';
import type { Document, Page, Renderable } from '../model/page.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { HookData } from './hook-data.js';

/** Runs the hooks for what has just been made. */
export interface PostInit {
  /** The page that was read from a file, with what the hooks changed. */
  readPage(page: Page): Page;
  /**
   * The page that a generator or a converter made, likewise.
   *
   * @param given what its front matter is laid over: all that hooks see of it
   */
  madePage(page: Page, given: RubyHash): Page;
  /**
   * Lets hooks write into the data of a document whose file is still to be read.
   *
   * @param defaults what is laid over that first, as hooks see it already
   */
  unreadDocument(document: Document, defaults: RubyHash): void;
}

/** `null` when no hook waits for that moment, which then costs nothing. */
export function createPostInit(
  hooks: Hooks,
  config: Config,
  markdownify: (text: string) => string,
): PostInit | null {
  if (!hooks.waitsFor('post_init')) return null;
  const run = (file: Renderable, own: RubyHash, below?: RubyHash): NewItem => {
    const item = new NewItem(file, new HookData(own, below), config, markdownify);
    hooks.item('post_init', item);
    return item;
  };
  return {
    readPage(page) {
      const data = new Map(page.data);
      const { written, text } = run(page, data);
      return {
        ...page,
        data,
        frontMatter: withWritten(page.frontMatter, written, data),
        ...(text !== null && { body: text }),
      };
    },
    madePage(page, given) {
      const data = new Map(given);
      const { written } = run({ ...page, data, frontMatter: new Map(), body: '' }, data);
      const isOpen = (key: Value): boolean => !page.frontMatter.has(key);
      const open = written.filter(isOpen);
      // Keys in the order in which Jekyll comes to know them: defaults, what hooks set, front matter.
      for (const [key, value] of page.data) if (!open.includes(key)) data.set(key, value);
      return { ...page, data, frontMatter: withWritten(page.frontMatter, open, data) };
    },
    unreadDocument(document, defaults) {
      run(document, document.data, defaults);
    },
  };
}

/** Front matter in which the keys that hooks wrote are as in the data, or are gone as there. */
function withWritten(frontMatter: RubyHash, written: readonly Value[], data: RubyHash): RubyHash {
  const own = new Map(frontMatter);
  for (const key of written) {
    const value = data.get(key);
    if (value === undefined) own.delete(key);
    else own.set(key, value);
  }
  return own;
}

/** A page or document at its `post_init`. */
class NewItem implements HookItem {
  readonly file: Renderable;
  output: string | null = null;
  readonly rendering = null;
  /** What a hook put in the place of the text; `null` when none did. */
  text: string | null = null;

  constructor(
    private readonly original: Renderable,
    readonly data: HookData,
    readonly config: Config,
    readonly markdownify: (text: string) => string,
  ) {
    this.file = { ...original, data };
  }

  /** The keys that hooks wrote. */
  get written(): readonly Value[] {
    return this.data.takeChanged();
  }

  get content(): string {
    return this.text ?? wholeText(this.original.body);
  }

  set content(text: string) {
    this.text = text;
  }

  /** Nothing to note: a page's own front matter and text are what its output is made of, whatever they came from. */
  depend(): void {}
}
