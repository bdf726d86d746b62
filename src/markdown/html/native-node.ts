import type { Token } from 'markdown-it';
import type { Entity } from '../entity.js';
import { type Alignment, type ContentModel, type HtmlElementMeta, metaOf } from '../tokens.js';

/** kramdown's names of what an HTML element can become, and of what it can hold. */
export type NativeType =
  | 'html_element'
  | 'text'
  | 'entity'
  | 'smart_quote'
  | 'typographic_sym'
  | 'comment'
  | 'raw'
  | 'finished'
  | 'a'
  | 'em'
  | 'strong'
  | 'br'
  | 'img'
  | 'codespan'
  | 'math'
  | 'p'
  | 'header'
  | 'codeblock'
  | 'blockquote'
  | 'hr'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'td'
  | 'th';

/** An element of kramdown's tree, while HTML is turned into it. */
export interface NativeNode {
  type: NativeType;
  /** The element's name, or the text. */
  value: string;
  attrs: [string, string][];
  children: NativeNode[];
  /** Where the type leaves open which it is. */
  category: 'block' | 'span' | null;
  contentModel: ContentModel;
  /** Of a paragraph: no tags. */
  isTransparent: boolean;
  /** Of a header. */
  level: number;
  rawText: string;
  /** Of a table. */
  alignment: Alignment[];
  entity: { readonly entity: Entity; readonly original: string | null } | null;
  /** Of what was parsed before. */
  tokens: readonly Token[];
}

/** A node without anything in it. */
export function createNode(type: NativeType, value = '', children: NativeNode[] = []): NativeNode {
  return {
    type,
    value,
    attrs: [],
    children,
    category: null,
    contentModel: 'raw',
    isTransparent: false,
    level: 0,
    rawText: '',
    alignment: [],
    entity: null,
    tokens: [],
  };
}

const blockTypes: ReadonlySet<NativeType> = new Set([
  'p',
  'header',
  'blockquote',
  'codeblock',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'td',
  'hr',
]);

/** Origin: kramdown 2.5.2, `Element#block?`. */
export function isBlock(node: NativeNode): boolean {
  return blockTypes.has(node.type) || node.category === 'block';
}

/** The tree of one HTML element from its tokens, opening to closing; Markdown in it is left as it was parsed. */
export function readNode(tokens: readonly Token[]): NativeNode {
  const open = tokens[0]!;
  const node = createNode('html_element', open.tag);
  node.attrs = (open.attrs ?? []).map(([name, value]) => [name, String(value)]);
  node.contentModel = metaOf<HtmlElementMeta>(open).contentModel;
  for (let index = 1; index < tokens.length - 1; ) {
    const end = endOf(tokens, index);
    node.children.push(readChild(tokens.slice(index, end)));
    index = end;
  }
  return node;
}

function readChild(tokens: readonly Token[]): NativeNode {
  const [first] = tokens;
  switch (first!.type) {
    case 'html_element_open':
    case 'html_span_open':
    case 'html_span_void':
      return readNode(tokens);
    case 'html_text':
    case 'text':
      return createNode('text', first!.content);
    case 'html_raw':
      return createNode('raw', first!.content);
    case 'html_comment':
    case 'html_instruction':
    case 'html_comment_inline':
      return createNode('comment', first!.content);
    default:
      return { ...createNode('finished'), tokens, category: categoryOf(first!) };
  }
}

/** Text that is not parsed yet is neither. */
function categoryOf(token: Token): NativeNode['category'] {
  if (token.type === 'inline') return null;
  return token.block ? 'block' : 'span';
}

/** Index behind the element that starts at `index`. */
function endOf(tokens: readonly Token[], index: number): number {
  let depth = 0;
  let end = index;
  do depth += tokens[end++]!.nesting;
  while (depth > 0);
  return end;
}
