/**
 * HTML elements as kramdown's own: `<b>` as strong, `<ul>` as a list (option `html_to_native`).
 * Origin: kramdown 2.5.2, `Parser::Html::ElementConverter`.
 */
import type { Token } from 'markdown-it';
import { languageClass } from '../class-words.js';
import { contentModelOf, spanElements } from './elements.js';
import { createNode, isBlock, type NativeNode, type NativeType, readNode } from './native-node.js';
import { convertTable } from './native-table.js';
import { charactersOf, readText, textOf } from './native-text.js';
import { writeNode } from './native-tokens.js';

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

const withoutText = names('html head hgroup ol ul dl table colgroup tbody thead tfoot tr select optgroup');
const wrapped = names(
  'body section nav article aside header footer address div li dd blockquote figure figcaption fieldset form',
);
const withoutWhiteSpace = names(
  'body section nav article aside header footer address div li dd blockquote figure figcaption td th fieldset form',
);
const stripped = names(
  'address article aside blockquote body caption dd div dl dt fieldset figcaption form footer header h1 h2 h3 h4 h5 ' +
    'h6 legend li nav p section td th',
);
const simple = names('em strong blockquote hr br img p thead tbody tfoot tr td th ul ol dl li dt dd');

/**
 * The tokens of an element, opening to closing, converted.
 *
 * @param level     of the first token
 * @param textLevel level of the text it stands in, `null` when it stands among blocks
 */
export function toNative(tokens: readonly Token[], level: number, textLevel: number | null): Token[] {
  const node = readNode(tokens);
  convert(node);
  return writeNode(node, level, textLevel);
}

const converters: Readonly<Record<string, (node: NativeNode) => void>> = {
  textarea: (node) => convertHtml(node, true, true),
  a: convertLink,
  em: convertEmphasis,
  strong: convertEmphasis,
  i: convertEmphasis,
  b: convertEmphasis,
  h1: convertHeader,
  h2: convertHeader,
  h3: convertHeader,
  h4: convertHeader,
  h5: convertHeader,
  h6: convertHeader,
  code: convertCode,
  pre: convertCode,
  table: (node) => {
    if (!convertTable(node, convertChildren)) convertHtml(node, false, false);
  },
  script: convertScript,
};

function convert(node: NativeNode, isConverted = true, isPreserved = false, parent?: NativeNode): void {
  if (node.type === 'comment') node.category = commentCategory(parent);
  if (node.type !== 'html_element') return;
  const name = node.value;
  const converter = isConverted && Object.hasOwn(converters, name) ? converters[name] : undefined;
  if (converter) {
    converter(node);
    return;
  }
  if (isConverted && withoutText.has(name)) removeText(node);
  if (isConverted && simple.has(name)) {
    become(node, name as NativeType);
    convertChildren(node, isConverted, isPreserved);
  } else convertHtml(node, isConverted, isPreserved);
  if (!isConverted) return;
  if (stripped.has(name)) stripEnds(node);
  if (withoutWhiteSpace.has(name)) removeWhiteSpace(node);
  if (wrapped.has(name)) wrapText(node);
}

function commentCategory(parent: NativeNode | undefined): 'block' | 'span' {
  if (!parent) return 'block';
  const name = parent.type === 'html_element' ? parent.value : parent.type === 'header' ? 'h1' : parent.type;
  return contentModelOf(name) === 'span' ? 'span' : 'block';
}

/** Makes it an element of kramdown's. */
function become(node: NativeNode, type: NativeType): void {
  node.type = type;
  node.value = '';
  node.category = null;
}

function convertChildren(node: NativeNode, isConverted = true, isPreserved = false): void {
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return readText(child.value, isPreserved || !isConverted);
    convert(child, isConverted, isPreserved, node);
    return [child];
  });
}

/** It stays HTML. */
function convertHtml(node: NativeNode, isConverted: boolean, isPreserved: boolean): void {
  node.category = spanElements.has(node.value) ? 'span' : 'block';
  node.contentModel = isConverted ? contentModelOf(node.value) : 'raw';
  convertChildren(node, isConverted, isPreserved);
}

function removeText(node: NativeNode): void {
  node.children = node.children.filter((child) => child.type !== 'text');
}

function stripEnds({ children }: NativeNode): void {
  const first = children[0];
  const last = children.at(-1);
  if (first?.type === 'text') first.value = first.value.replace(/^[\0 \t-\r]+/, '');
  if (last?.type === 'text') last.value = last.value.replace(/[\0 \t-\r]+$/, '');
}

/** Text of white space goes at the ends and between blocks. */
function removeWhiteSpace(node: NativeNode): void {
  const { children } = node;
  node.children = children.filter((child, index) => {
    if (child.type !== 'text' || !/^[\0 \t-\r]*$/.test(child.value)) return true;
    if (index === 0 || index === children.length - 1) return false;
    return !(isBlock(children[index - 1]!) && isBlock(children[index + 1]!));
  });
}

/** What is no block goes into paragraphs without tags. */
function wrapText(node: NativeNode): void {
  const result: NativeNode[] = [];
  let paragraph: NativeNode | null = null;
  for (const child of node.children) {
    if (isBlock(child)) {
      result.push(child);
      paragraph = null;
      continue;
    }
    if (!paragraph) {
      paragraph = createNode('p');
      paragraph.isTransparent = true;
      result.push(paragraph);
    }
    paragraph.children.push(child);
  }
  node.children = result;
}

function convertLink(node: NativeNode): void {
  if (node.attrs.some(([name]) => name === 'href')) {
    become(node, 'a');
    convertChildren(node);
  } else convertHtml(node, false, false);
}

/** White space at an end would not be emphasis in Markdown. */
function convertEmphasis(node: NativeNode): void {
  if (!/^[ \t-\r]|[ \t-\r]$/.test(textOf(node))) {
    become(node, node.value === 'em' || node.value === 'i' ? 'em' : 'strong');
    convertChildren(node);
  } else convertHtml(node, false, false);
}

function convertHeader(node: NativeNode): void {
  node.level = Number(node.value[1]);
  node.rawText = textOf(node);
  become(node, 'header');
  convertChildren(node);
}

function convertCode(node: NativeNode): void {
  const text = charactersOf(readText(textOf(node), true));
  const inner = node.children.length === 1 ? node.children[0]! : null;
  if (node.value === 'code') {
    become(node, 'codespan');
    changeClass(node, (value) =>
      value.replaceAll(/[ \t-\r]+\bhighlighter-\w+\b|\bhighlighter-\w+\b[ \t-\r]*/g, ''),
    );
  } else {
    become(node, 'codeblock');
    const language = inner?.value === 'code' && languageClass().exec(classOf(inner) ?? '')?.[0];
    if (language) {
      const value = `${language} ${classOf(node) ?? ''}`.trimEnd();
      if (classOf(node) === null) node.attrs.push(['class', value]);
      else changeClass(node, () => value);
    }
  }
  node.value = text;
  node.children = [];
}

function classOf(node: NativeNode): string | null {
  return node.attrs.find(([name]) => name === 'class')?.[1] ?? null;
}

function changeClass(node: NativeNode, change: (value: string) => string): void {
  node.attrs = node.attrs.map(([name, value]) => [name, name === 'class' ? change(value) : value]);
}

const cdata = /^(?:%[ \t-\r]*)?<!\[CDATA\[\n?([\s\S]*?)(?:[ \t-\r]%)?\]\]>$/;

/** MathJax's scripts are math. */
function convertScript(node: NativeNode): void {
  const type = node.attrs.find(([name]) => name === 'type')?.[1] ?? '';
  if (!/\bmath\/tex\b/.test(type)) {
    convertHtml(node, true, false);
    return;
  }
  const value = (node.children[0]?.value ?? '').replace(cdata, '$1');
  become(node, 'math');
  node.category = type.includes('mode=display') ? 'block' : 'span';
  node.value = value;
  node.children = [];
  node.attrs = node.attrs.filter(([name]) => name !== 'type');
}
