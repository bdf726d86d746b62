/** Formulas: Markdown leaves them as they are, and pages that hold any load MathJax (`MathjaxProcessor`). */

import { parseDocument, writeDocument } from '../../html/document.js';
import { append, descendants, type HtmlElement, type HtmlNode, textOf } from '../../html/node.js';
import { parseInside } from '../../html/parse-fragment.js';
import { toJson } from '../../ruby/json.js';
import { compilePattern } from '../../ruby/pattern.js';
import { replaceText } from '../../ruby/replace.js';
import { toS } from '../../ruby/to-s.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';

/** Backslashes and `$$` in formulas, for Markdown to leave in their place. */
export function protectFormulas(markdown: string, settings: RubyHash): string {
  let result = markdown;
  for (const pattern of patternsOf(settings)) {
    for (const formula of formulasIn(result, pattern, settings))
      result = replaceText(result, formula, protectedFormula(formula));
  }
  return result;
}

function protectedFormula(formula: string): string {
  return formula
    .replace(/(?<!^)\\(?![^ \t\r\n\f\v]$)/gm, '\\\\')
    .replace(/(?<!\\)\$\$/g, '\\$$\\$$')
    .replace(/\\\\(?=[ \t\r\n\f\v])/g, '\\\\\\')
    .replaceAll('\\ ', '\\\\ ');
}

/** Loads MathJax in pages with a head, if they hold formulas or are not to be asked (`optimize: {enabled: false}`). */
export function loadMathjax(html: string, settings: RubyHash): string {
  const document = parseDocument(html);
  const head = descendants(document.content).find(isNamed('head')) as HtmlElement | undefined;
  if (head === undefined) return html;
  const isAsked = dig(settings, 'optimize', 'enabled') === true;
  if (isAsked && !hasFormula(html, settings)) return html;
  const sources: Value = settings.get('src') ?? null;
  const scripts = [
    `<script>MathJax=${toJson(settings.get('config') ?? null)}</script>`,
    ...[sources].flat().map((source) => `<script src="${toS(source)}"></script>`),
  ];
  for (const node of scripts.flatMap((script) => parseInside(head, script))) append(head, node);
  return writeDocument(document);
}

const SKIPPED: ReadonlySet<string> = new Set(['code', 'pre', 'figure']);
const BESIDE_TEXT: ReadonlySet<string> = new Set(['br', 'span', 'img', 'svg', 'a']);

function hasFormula(html: string, settings: RubyHash): boolean {
  const { content } = parseDocument(html);
  const bodies = descendants(content).filter(isNamed('body')) as HtmlElement[];
  for (const body of bodies) dropUnread(body);
  const patterns = patternsOf(settings);
  return bodies
    .flatMap(descendants)
    .some(
      (node) =>
        node.kind === 'element' &&
        node.children.length > 0 &&
        node.children.every(standsInText) &&
        patterns.some((pattern) => formulasIn(textOf(node), pattern, settings).length > 0),
    );
}

/** Takes away code, and scripts but those of formulas. */
function dropUnread(parent: HtmlElement): void {
  const kept = parent.children.filter(
    (child) =>
      child.kind !== 'element' ||
      (!SKIPPED.has(child.name) &&
        (child.name !== 'script' || (child.attributes.get('type') ?? '').includes('math/tex'))),
  );
  parent.children.splice(0, parent.children.length, ...kept);
  for (const child of kept) if (child.kind === 'element') dropUnread(child);
}

function standsInText(node: HtmlNode): boolean {
  return (node.kind === 'text' && !node.isRaw) || (node.kind === 'element' && BESIDE_TEXT.has(node.name));
}

function isNamed(name: string): (node: HtmlNode) => boolean {
  return (node) => node.kind === 'element' && node.name === name;
}

/** What begins and ends formulas, and what else the settings take for one. */
function patternsOf(settings: RubyHash): readonly RegExp[] {
  const pairs = ['tex', 'tex2jax'].flatMap((section) =>
    ['inlineMath', 'displayMath'].flatMap((kind) => {
      const found = dig(settings, 'config', section, kind);
      return Array.isArray(found) ? found : [];
    }),
  );
  const delimited = pairs.map((pair) => {
    const [start, end] = [dig(pair, 0), dig(pair, 1)].map((sign) => escaped(toS(sign)));
    return new RegExp(`(?<!\\\\\\\\)${start}([\\s\\S]*?)(?<!\\\\\\\\)${end}`, 'g');
  });
  const included = patternList(settings, 'include').map(({ source }) => new RegExp(source, 'gm'));
  return [...delimited, ...included];
}

/** Formulas that hold something, without those that the settings leave out. */
function formulasIn(text: string, pattern: RegExp, settings: RubyHash): readonly string[] {
  const excluded = patternList(settings, 'exclude');
  return [...text.matchAll(pattern)]
    .filter(([, body = '']) => body !== '')
    .map(([formula]) => formula)
    .filter((formula) => !excluded.some((one) => one.test(formula)));
}

function patternList(settings: RubyHash, key: 'include' | 'exclude'): readonly RegExp[] {
  const written = dig(settings, 'optimize', key);
  return (Array.isArray(written) ? written : [])
    .map((pattern) => compilePattern(toS(pattern)))
    .filter((pattern) => pattern !== null);
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}-]/g, '\\$&');
}
