import type { DependencyKey } from './dependency.js';
import type { Diagnostic } from './diagnostic.js';

/** What rendering made of one page or document. */
export interface Rendered {
  readonly id: string;
  /** Converted body, before layouts. */
  readonly content: string;
  /** After layouts: what is written. */
  readonly output: string;
  readonly dependencies: ReadonlySet<DependencyKey>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Results by id; the only thing that changes while rendering. A page not in it yet shows templates its raw body. */
export type RenderState = Map<string, Rendered>;
