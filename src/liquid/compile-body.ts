import { SiteError } from '../model/diagnostic.js';
import { ComparisonError } from '../ruby/compare.js';
import { LiquidError, type Place } from './errors.js';
import { FilterError } from './filter.js';
import type { Frame } from './frame.js';
import { type BodyNode, CompiledTag, type OutputNode, TextNode } from './nodes.js';
import type { Write } from './tag.js';

/** The template a body belongs to. */
export type BodySource = Omit<Place, 'offset'>;

/** What runs, or text that is always the same. */
type Piece = Write | string;

/** Compiles a body: one closure that runs its nodes in turn (Liquid 4.0.4, `BlockBody#render`). */
export function compileBody(nodes: readonly BodyNode[], source: BodySource): Write {
  const { pieces, origins } = joinText(nodes);
  const [only] = pieces;
  if (only === undefined) return () => {};
  if (pieces.length === 1 && typeof only === 'string') {
    return (frame) => {
      frame.output += only;
    };
  }
  const isTag = origins.map((origin) => origin instanceof CompiledTag);
  return (frame) => {
    let at = 0;
    try {
      for (; at < pieces.length; at += 1) {
        const piece = pieces[at]!;
        if (typeof piece === 'string') {
          frame.output += piece;
        } else {
          piece(frame);
          if (isTag[at] && frame.interrupts.length > 0) return;
        }
      }
    } catch (error) {
      throw locate(error, origins[at]!, source);
    }
  };
}

/** One piece per node; neighbouring texts become one. */
function joinText(nodes: readonly BodyNode[]): { pieces: Piece[]; origins: BodyNode[] } {
  const pieces: Piece[] = [];
  const origins: BodyNode[] = [];
  for (const node of nodes) {
    const piece = toPiece(node);
    if (piece === '') continue;
    const last = pieces[pieces.length - 1];
    if (typeof piece === 'string' && typeof last === 'string') {
      pieces[pieces.length - 1] = last + piece;
    } else {
      pieces.push(piece);
      origins.push(node);
    }
  }
  return { pieces, origins };
}

function toPiece(node: BodyNode): Piece {
  if (node instanceof TextNode) return node.text;
  if (!(node instanceof CompiledTag)) return node.write;
  const { write, isBlank } = node.node;
  return isBlank ? (frame: Frame) => frame.discard(write) : write;
}

/** Gives a failure the place of the innermost node it comes from; anything that is not about a template passes as it is. */
function locate(error: unknown, node: BodyNode, source: BodySource): unknown {
  const located = toLiquidError(error);
  if (located === null) return error;
  located.lineNumber ??= (node as OutputNode | CompiledTag).lineNumber;
  located.place ??= { ...source, offset: node.token.begin };
  return located;
}

/** The failure as Liquid reports it; `null` for anything that is not about a template. */
export function toLiquidError(error: unknown): LiquidError | null {
  if (error instanceof LiquidError) return error;
  if (error instanceof FilterError) {
    return new LiquidError(error.isArgument ? 'runtime' : 'ruby', error.message, { cause: error });
  }
  if (error instanceof ComparisonError) return new LiquidError('runtime', error.message, { cause: error });
  if (error instanceof SiteError) {
    return new LiquidError('ruby', error.message, { cause: error, hint: error.diagnostic.hint ?? null });
  }
  return error instanceof RangeError ? engineLimit(error) : null;
}

/** What JavaScript itself refuses: text too long for a string, calls too deep. */
function engineLimit(error: RangeError): LiquidError | null {
  if (error.message.includes('string length')) {
    return new LiquidError('runtime', 'Memory limits exceeded: a string is too long', { cause: error });
  }
  if (!error.message.includes('call stack')) return null;
  return new LiquidError('ruby', 'stack level too deep', { cause: error });
}
