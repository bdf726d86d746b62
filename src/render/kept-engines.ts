import type { PreparedLexers } from '../highlight/compile.js';
import type { TurnStore } from '../reuse/turn-store.js';
import { SassEngine } from '../sass/engine.js';

/** What a build left to the next. */
export interface KeptBuild {
  readonly turns: TurnStore | null;
  readonly sources: unknown;
  /** What the sources were read by. */
  readonly reading: string;
}

/** What is dear to make and knows nothing of a site: whoever builds again and again keeps it from build to build. */
export class KeptEngines {
  /** @internal */
  readonly sass: SassEngine;
  /** @internal */
  readonly lexers: PreparedLexers = new Map();
  /** @internal */
  readonly kept = new Map<string, KeptBuild>();

  /** What Sass will refuse one day, as far as it has been told of. @internal */
  readonly toldDeprecations = new Set<string>();
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

  /** Ends processes that were started. */
  dispose(): void {
    this.sass.dispose();
  }
}
