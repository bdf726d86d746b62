import { applyAttributeList } from '../attribute-list.js';
import { metaOf } from '../tokens.js';
import { BracketFrame, createBracketMemo } from './bracket-frame.js';
import { withoutEscapes } from './escaped-chars.js';
import { findLinkTarget, type LinkTarget } from './link-target.js';
import { parseSpans } from './parse-spans.js';
import { inLink, type SpanState } from './state.js';

/**
 * `[text](url "title")`, `[text][id]`, `[text]`. The text is parsed until its bracket closes; without a target all of it is taken
 * back and the bracket is text. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_link`.
 */
export function link(state: SpanState): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || !canStart(state, 1)) return false;
  if ((state.ancestors & inLink) !== 0) return state.takeText(1);
  return parse(state, 1) || state.takeText(1);
}

/** `![description](url)` and the other forms. Images may stand in links and in each other. */
export function image(state: SpanState): boolean {
  if (!state.src.startsWith('![', state.pos) || !canStart(state, 2)) return false;
  return parse(state, 2) || state.takeText(2);
}

/** `[^` starts a footnote marker, and a bracket at the end nothing. */
function canStart(state: SpanState, length: number): boolean {
  const pos = state.pos + length;
  return pos < state.src.length && state.src.charCodeAt(pos) !== 0x5e;
}

function parse(state: SpanState, openerLength: 1 | 2): boolean {
  const { pos } = state;
  const start = pos + openerLength;
  const failed = state.memo(`links ${state.ancestors}`, () => new Set<number>());
  if ((state.isThrifty && failed.has(pos)) || !state.isPromising(']', start)) return false;
  const mark = state.mark();
  const type = openerLength === 1 ? 'link' : 'image';
  const open = state.push(`${type}_open`, openerLength === 1 ? 'a' : 'img', 1);
  const target = parseText(state, start);
  if (!target) {
    failed.add(pos);
    state.waste(pos, state.pos);
    state.restore(mark);
    return false;
  }
  if (openerLength === 1) {
    state.push('link_close', 'a', -1);
    setAttributes(state, open, [['href', target.url]], target);
  } else {
    state.restore(mark);
    const token = state.push('image', 'img', 0);
    token.children = [];
    token.content = withoutEscapes(state.src.slice(start, target.close));
    setAttributes(
      state,
      token,
      [
        ['src', target.url],
        ['alt', token.content],
      ],
      target,
    );
    state.frame?.addImage();
  }
  state.pos = target.end;
  return true;
}

/** Parses the text between the brackets; answers where the link goes, `null` if it goes nowhere. */
function parseText(state: SpanState, start: number): LinkTarget | null {
  const { ancestors } = state;
  const memo = state.memo(`brackets ${ancestors | inLink}`, createBracketMemo);
  const close = state.isThrifty ? memo.closers.get(start) : undefined;
  if (close !== undefined && !findLinkTarget(state, start, close)) return null;
  const frame = new BracketFrame(state.grammars!.markdown, state.tokens.length, memo);
  state.pos = start;
  state.ancestors |= inLink;
  state.attempts++;
  const isClosed = parseSpans(state, frame);
  state.attempts--;
  state.ancestors = ancestors;
  if (isClosed) return findLinkTarget(state, start, state.pos);
  frame.rememberFailure();
  return null;
}

/** A definition's attribute list comes first, then what the link itself says. */
function setAttributes(
  state: SpanState,
  token: ReturnType<SpanState['push']>,
  attributes: readonly (readonly [string, string])[],
  { title, attributeList }: LinkTarget,
): void {
  if (attributeList) {
    // shared, as in kramdown: a `{: }` behind one link changes those that follow with the same definition
    metaOf(token).attributeList = attributeList;
    applyAttributeList(token, attributeList, state.kramdown, state.lineAt(state.pos));
  }
  for (const [name, value] of attributes) token.attrSet(name, value);
  if (title !== null) token.attrSet('title', title);
}
