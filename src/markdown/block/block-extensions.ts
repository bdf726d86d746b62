/**
 * What starts with `{:` on a line: attribute list definitions, attribute lists, extensions.
 * Origin: kramdown 2.5.2, `parser/kramdown/extensions.rb`.
 */
import { type AttributeList, createAttributeList, parseAttributeList } from '../attribute-list.js';
import { fillExtensionToken, runExtension } from '../extension.js';
import { isRestBlank, nextLine, skipOptionalSpaces } from '../white-space.js';
import { attributeListOf } from './block.js';
import { scanAttributeLine } from './line-ends.js';
import type { KramdownBlockState } from './state.js';

/** The rule. */
export function blockExtensions(state: KramdownBlockState): boolean {
  const pos = skipOptionalSpaces(state.src, state.pos);
  if (state.src.charCodeAt(pos) !== 0x7b || state.src.charCodeAt(pos + 1) !== 0x3a) return false;
  return definition(state, pos) ?? extension(state, pos) ?? attributeLine(state, pos);
}

const definitionStart = /\{:([A-Za-z0-9_][A-Za-z0-9_-]*):/y;

/** `{:name: .class}`; `null` when there is none. */
function definition(state: KramdownBlockState, pos: number): true | null {
  definitionStart.lastIndex = pos;
  const match = definitionStart.exec(state.src);
  if (!match) return null;
  const start = definitionStart.lastIndex;
  const close = state.braces.find(start);
  if (close < 0) return null;
  state.moveTo(nextLine(state.src, close));
  const list = state.kramdown.attributeListDefinition(match[1]!);
  parseAttributeList(state.src.slice(start, close), list, state.kramdown);
  state.addEndOfBlock('attributes');
  return true;
}

/** `{: .class}`: for the block before it, or the next one when there is none. */
function attributeLine(state: KramdownBlockState, pos: number): boolean {
  const line = scanAttributeLine(state, pos);
  if (!line) return false;
  state.moveTo(line.end);
  const last = state.lastBlock;
  if (last && last.kind !== 'blank' && (last.kind !== 'eob' || last.end === 'definition')) {
    parseAttributeList(line.content, attributeListOf(last), state.kramdown);
    if (state.line >= state.lineMax || !scanAttributeLine(state, state.pos))
      state.addEndOfBlock('attributes');
  } else {
    state.pendingAttributes ??= createAttributeList();
    parseAttributeList(line.content, state.pendingAttributes, state.kramdown);
  }
  return true;
}

/** An extension's start tag. */
interface StartTag {
  readonly name: string;
  readonly attributes: string;
  readonly hasBody: boolean;
  readonly end: number;
}

const extensionName = /\{::([A-Za-z0-9_]+)/y;
const stopTag = /\{:\/([A-Za-z0-9_][A-Za-z0-9_-]*)?\}[ \t\r\f\v]*\n/y;

/** `{::name key="value"}…{:/name}`; `null` when the line holds no extension, `false` when it is not a valid one. */
function extension(state: KramdownBlockState, pos: number): boolean | null {
  stopTag.lastIndex = pos;
  const stop = stopTag.exec(state.src);
  if (stop) return rejectStopTag(state, stop[1], stopTag.lastIndex);
  const tag = scanStartTag(state, pos);
  if (!tag) return null;
  const list = createAttributeList();
  parseAttributeList(tag.attributes, list, state.kramdown);
  const startLine = state.line;
  let end = tag.end;
  let body: string | null = null;
  if (tag.hasBody) {
    const stopped = findStop(state, tag.end, tag.name);
    if (!stopped)
      return reject(
        state,
        `No stop tag for extension '${tag.name}' found on line ${state.sourceLine(startLine)}`,
      );
    body = state.src.slice(tag.end, stopped.start).replace(/\n$/, '');
    end = stopped.end;
  }
  return run(state, tag.name, list, body, end);
}

/** Runs an extension and leaves its token. */
function run(
  state: KramdownBlockState,
  name: string,
  list: AttributeList,
  body: string | null,
  end: number,
): boolean {
  const startLine = state.line;
  const result = runExtension(name, list, body, state.kramdown);
  if (!result) {
    return reject(
      state,
      `Invalid extension with name '${name}' specified on line ${state.sourceLine(startLine)}`,
    );
  }
  state.moveTo(end);
  if (result.kind === 'options') state.addEndOfBlock('extension');
  if (result.kind === 'comment' || result.kind === 'raw') {
    const token = state.push(result.kind, '', 0);
    token.map = [startLine, state.line];
    fillExtensionToken(token, result);
    state.addPlainBlock(result.kind, token);
  }
  return true;
}

function reject(state: KramdownBlockState, message: string): false {
  state.kramdown.warn(`${message} - ignoring it`);
  return false;
}

/** A stop tag without its extension. One without a name is taken for an extension without a name. */
function rejectStopTag(state: KramdownBlockState, name: string | undefined, end: number): false {
  const line = state.sourceLine(state.line);
  if (name !== undefined)
    return reject(state, `Invalid extension stop tag for '${name}'  found on line ${line}`);
  return findStop(state, end, '')
    ? reject(state, `Invalid extension with name '' specified on line ${line}`)
    : reject(state, `No stop tag for extension '' found on line ${line}`);
}

function scanStartTag(state: KramdownBlockState, pos: number): StartTag | null {
  const { src } = state;
  extensionName.lastIndex = pos;
  const match = extensionName.exec(src);
  if (!match) return null;
  const nameEnd = extensionName.lastIndex;
  const simple = /(\/?)\}[ \t\r\f\v]*\n/y;
  simple.lastIndex = nameEnd;
  const short = simple.exec(src);
  if (short) return { name: match[1]!, attributes: '', hasBody: short[1] === '', end: simple.lastIndex };
  if (!/[ \t\r\n\f\v]/.test(src[nameEnd] ?? '')) return null;
  const start = nameEnd + 1;
  // a tag may hold nothing but the white space
  const close = src[start] === '}' && isRestBlank(src, start + 1) ? start : state.braces.find(start);
  if (close < 0) return null;
  const isSelfClosing = src[close - 1] === '/' && close > start;
  return {
    name: match[1]!,
    attributes: src.slice(start, isSelfClosing ? close - 1 : close),
    hasBody: !isSelfClosing,
    end: nextLine(src, close),
  };
}

/** The stop tag of the extension from `pos`, alone on its line. */
function findStop(
  state: KramdownBlockState,
  pos: number,
  name: string,
): { start: number; end: number } | null {
  const { src } = state;
  const tail = new RegExp(`\\{:/(?:${name})?\\} *\\n`, 'y');
  let found = state.find.indexOf('{:/', pos);
  while (found >= 0) {
    let start = found;
    while (start > pos && found - start < 3 && src[start - 1] === ' ') start--;
    tail.lastIndex = found;
    if ((start === pos || src[start - 1] === '\n') && tail.test(src)) return { start, end: tail.lastIndex };
    found = state.find.indexOf('{:/', found + 1);
  }
  return null;
}
