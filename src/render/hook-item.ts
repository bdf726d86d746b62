import type { Config } from '../model/config.js';
import type { DependencyKey, MemberGroup } from '../model/dependency.js';
import { groupOf, type Renderable } from '../model/page.js';
import type { HookItem } from '../model/plugin.js';
import type { SiteRendering } from '../model/site-rendering.js';
import type { Recorder } from '../reuse/recorder.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { HookData } from '../site/hook-data.js';
import type { ArrayMemo } from './array-memo.js';
import type { Fingerprints } from './fingerprints.js';
import type { RenderState } from './render-state.js';

/** What a hook's changes reach. */
export interface HookReach {
  readonly state: RenderState;
  readonly recorder: Recorder;
  readonly memo: ArrayMemo;
  readonly config: Config;
  readonly rendering: SiteRendering;
  readonly fingerprints: Pick<Fingerprints, 'beforeWrite'>;
  /** Markdown to HTML. */
  readonly markdownify: (text: string) => string;
}

/** A page or document as hooks change it while it is rendered. */
export class RenderedItem implements HookItem {
  /** As the site has it, but for `data`, which notes what is written. */
  readonly file: Renderable;
  readonly data: RubyHash;
  private readonly written: HookData;

  constructor(
    private readonly original: Renderable,
    private readonly reach: HookReach,
  ) {
    this.written = new HookData(original.data, undefined, () => reach.fingerprints.beforeWrite());
    this.data = this.written;
    this.file = Object.create(original, { data: { value: this.data, enumerable: true } }) as Renderable;
  }

  get content(): string {
    return this.reach.state.contentOf(this.original);
  }

  set content(text: string) {
    this.reach.state.setContent(this.original, text);
  }

  get output(): string | null {
    return this.reach.state.outputOf(this.original);
  }

  set output(text: string | null) {
    this.reach.state.setOutput(this.original, text ?? '');
  }

  get config(): Config {
    return this.reach.config;
  }

  get rendering(): SiteRendering {
    return this.reach.rendering;
  }

  markdownify(text: string): string {
    return this.reach.markdownify(text);
  }

  depend(key: DependencyKey): void {
    this.reach.recorder.depend(key);
  }

  /** Lets what hooks have written count from now on; whoever ran them calls it. */
  settle(): void {
    const { state, recorder, memo } = this.reach;
    const group: MemberGroup = groupOf(this.original);
    for (const key of this.written.takeChanged()) {
      const value: Value | undefined = this.original.data.get(key);
      if (this.original.kind === 'page') write(this.original.frontMatter, key, value);
      recorder.wroteData(this.original.id, key, value);
      memo.forget(group, this.original.id, String(key));
      state.touch(this.original);
    }
  }
}

/** What the build itself asks for, such as the layout, stands in a page's own front matter. */
function write(frontMatter: RubyHash, key: Value, value: Value | undefined): void {
  if (value === undefined) frontMatter.delete(key);
  else frontMatter.set(key, value);
}
