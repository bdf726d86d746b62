import type { PreparedLexers } from '../highlight/compile.js';
import type { KeptHosts } from '../model/kept-hosts.js';
import type { FileTree } from '../reuse/file-tree.js';
import type { TurnStore } from '../reuse/turn-store.js';
import { SassEngine } from '../sass/engine.js';

/** What a build left to the next. */
export interface KeptBuild {
  readonly turns: TurnStore | null;
  readonly sources: unknown;
  /** What the sources were read by. */
  readonly reading: string;
  /** What stands on the disk, to be corrected in part; `null` where that cannot be. */
  readonly base: unknown;
  /** What lay on the disk after an earlier build; `null` where nobody has looked. */
  readonly tree: FileTree | null;
}

/** Milliseconds without a build after which what the last one left goes to the disk. */
const IDLE = 1000;

/** What is dear to make and knows nothing of a site: whoever builds again and again keeps it from build to build. */
export class KeptEngines {
  /** @internal */
  readonly sass: SassEngine;
  /** @internal */
  readonly lexers: PreparedLexers = new Map();
  /** @internal */
  readonly kept = new Map<string, KeptBuild>();

  /** What runs plugins that are no JavaScript. @internal */
  readonly hosts: KeptHosts = new Map();
  private readonly unsaved = new Map<string, () => void>();
  private timer: NodeJS.Timeout | null = null;

  /** What is told in the first of many builds alone, as far as it has been: what Sass will refuse one day, posts of another day. @internal */
  readonly toldOnce = new Set<string>();
  /** @internal Where good pages were written last, by their ids. */
  readonly lastPaths = new Map<string, string>();

  /** @internal */
  readonly runFile: ((file: string) => unknown) | undefined;

  /**
   * @param runFile gives what a file of ours exports that is needed late; default: Node's `require`
   * @internal
   */
  constructor(runFile?: (file: string) => unknown) {
    this.runFile = runFile;
    this.sass = new SassEngine(runFile);
  }

  /**
   * Has something saved when nobody builds for a while.
   *
   * @param name what it takes the place of
   * @internal
   */
  saveLater(name: string, save: () => void): void {
    this.unsaved.set(name, save);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.saveAll(), IDLE).unref();
  }

  private saveAll(): void {
    const all = [...this.unsaved.values()];
    this.unsaved.clear();
    for (const save of all) save();
  }

  /** Saves what waits, and ends processes that were started. */
  dispose(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.saveAll();
    this.sass.dispose();
    for (const host of this.hosts.values()) host.dispose();
    this.hosts.clear();
  }
}
