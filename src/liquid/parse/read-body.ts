import { type BodyNode, CompiledTag, TextNode } from '../compile/nodes.js';
import { syntaxError } from '../errors.js';
import type { ParseSession } from './parse-session.js';
import { isBlankText } from './syntax.js';
import { TagMarkup } from './tokens.js';

/** A run of nodes and the tag that ended it. */
export interface ReadBody {
  readonly nodes: readonly BodyNode[];
  /** The first tag that is not registered: an `end…`, `else` or a mistake; `null` at the end of the template. */
  readonly end: TagMarkup | null;
}

/** Parses up to a tag nobody registered (Liquid 4.0.4, `BlockBody#parse`). */
export function readBody(session: ParseSession): ReadBody {
  const nodes: BodyNode[] = [];
  session.lastText = null;
  for (let token = session.shift(); token !== undefined; token = session.shift()) {
    if (token instanceof TagMarkup) {
      refuseBroken(token, session);
      if (!session.parser.knows(token.name)) return { nodes, end: token };
    }
    nodes.push(session.parser.parseToken(token, session));
  }
  return { nodes, end: null };
}

/** Whether nothing in a body can be seen (`BlockBody#blank?`). */
export function isBlankBody(nodes: readonly BodyNode[]): boolean {
  return nodes.every((node) =>
    node instanceof TextNode ? isBlankText(node.text) : node instanceof CompiledTag && node.node.isBlank,
  );
}

/** In Ruby's words, which show the expression it looked for. */
export function refuseBroken(token: TagMarkup, session: ParseSession): void {
  const isComment = session.options.version === 5 && /^[\t\n\v\f\r ]*#/.test(token.content);
  if (token.isClosed && (token.name !== '' || isComment)) return;
  throw syntaxError(`Tag '${token.getText()}' was not properly terminated with regexp: /\\%\\}/`);
}
