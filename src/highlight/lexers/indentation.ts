import type { LexerRun } from '../run.js';

/** Where lines are indented, in languages in which a block belongs to what is above it (`Rouge::Indentation`). */
export interface Indentation {
  last: string;
  /** The state of the lines of a block that is deeper than `above`. */
  block: { readonly state: string; readonly above: string } | undefined;
}

/** What is remembered at the start of a run. */
export function noIndentation(): Indentation {
  return { last: '', block: undefined };
}

/** Enters the state for what follows a line's indentation: that of the block it belongs to, else `content`. */
export function startLine(run: LexerRun<Indentation>, indentation: string, content: string): void {
  const { memory } = run;
  memory.last = indentation;
  const { block } = memory;
  if (block !== undefined && indentation.startsWith(block.above) && indentation !== block.above) {
    run.push(block.state);
    return;
  }
  memory.block = undefined;
  run.push(content);
}

/** Leaves the current state, and has the deeper lines after this one be of another. */
export function startBlock(run: LexerRun<Indentation>, state: string): void {
  run.pop();
  run.memory.block = { state, above: run.memory.last };
}
