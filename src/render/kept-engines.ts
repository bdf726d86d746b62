import type { PreparedLexers } from '../highlight/compile.js';
import type { TurnStore } from '../reuse/turn-store.js';
import { SassEngine } from '../sass/engine.js';

/** What is dear to make and knows nothing of a site: whoever builds again and again keeps it from build to build. */
export class KeptEngines {
  /** @internal */
  readonly sass = new SassEngine();
  /** @internal */
  readonly lexers: PreparedLexers = new Map();
  /** @internal */
  readonly turns = new Map<string, TurnStore>();

  /** Ends processes that were started. */
  dispose(): void {
    this.sass.dispose();
  }
}
