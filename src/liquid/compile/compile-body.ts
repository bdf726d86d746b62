import { SiteError } from '../../model/diagnostic.js';
import { ComparisonError } from '../../ruby/compare.js';
import { ExpansionError } from '../../ruby/expansion.js';
import { isStackOverflow } from '../../ruby/stack-overflow.js';
import { LiquidError, type Place } from '../errors.js';
import { FilterError } from '../filter.js';
import type { Frame } from '../run/frame.js';
import type { Write } from '../tag.js';
import { type BodyNode, CompiledTag, OutputNode, TextNode } from './nodes.js';

/** The template a body belongs to. */
export type BodySource = Omit<Place, 'offset'>;

/** What runs, or text that is always the same. */
type Piece = Write | string;

/**
 * Compiles a body: one closure that runs its nodes in turn (Liquid 4.0.4, `BlockBody#render`). Ruby joins what they write,
 * which gives the whole the encoding of the first text.
 */
export function compileBody(nodes: readonly BodyNode[], source: BodySource): Write {
  const { pieces, origins } = joinText(nodes);
  const lead = nodes.find(isJoined);
  const leadAt = lead !== undefined && tellsEncoding(lead) ? origins.indexOf(lead) : -1;
  const startsAscii = lead === undefined || (lead instanceof OutputNode && lead.isAscii);
  const [only = ''] = pieces;
  if (pieces.length < 2 && typeof only === 'string') {
    return (frame) => {
      frame.count(1);
      frame.output += only;
      frame.isAscii = startsAscii;
    };
  }
  const isTag = origins.map((origin) => origin instanceof CompiledTag);
  const steps = 1 + pieces.filter((piece) => typeof piece !== 'string').length;
  return (frame) => {
    frame.count(steps);
    let at = 0;
    let isAscii = startsAscii;
    try {
      for (; at < pieces.length; at += 1) {
        const piece = pieces[at]!;
        if (typeof piece === 'string') {
          frame.output += piece;
        } else {
          piece(frame);
          if (at === leadAt) isAscii = frame.isAscii;
          if (isTag[at] && frame.interrupts.length > 0) break;
        }
      }
    } catch (error) {
      throw locate(error, origins[at]!, source);
    }
    frame.isAscii = isAscii;
  };
}

/** Whether Ruby joins what a node writes: not that of a blank block. */
function isJoined(node: BodyNode): boolean {
  return !(node instanceof CompiledTag && node.node.isBlank && node.node.encoding !== 'utf8');
}

/** Whether a node tells the frame in what encoding it wrote. */
function tellsEncoding(node: BodyNode): boolean {
  if (node instanceof CompiledTag) return node.node.encoding === 'told';
  return node instanceof OutputNode && typeof node.write !== 'string';
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
  if (error instanceof ExpansionError) {
    return new LiquidError('runtime', `Memory limits exceeded: ${error.message}`, { cause: error });
  }
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
  if (!isStackOverflow(error)) return null;
  return new LiquidError('ruby', 'stack level too deep', { cause: error });
}
