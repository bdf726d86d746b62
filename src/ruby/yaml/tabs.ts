/**
 * Tabs at the beginning of a line, where libyaml is stricter than the `yaml` library: they may stand inside quotes and flow
 * collections and behind enough indentation, nowhere else, not even on a line that is otherwise empty.
 */
import { type Document, isCollection, isScalar, type Scalar } from 'yaml';
import { ChildFinder, columnOf, startOf } from './nodes.js';
import { type YamlError, yamlErrorAt } from './yaml-error.js';

const NO_TOKEN = 'found character that cannot start any token while scanning for the next token';
const IN_PLAIN = 'found a tab character that violates indentation while scanning a plain scalar';
const IN_BLOCK = 'found a tab character where an indentation space is expected while scanning a block scalar';

/** The first tab before `end` that libyaml refuses, as its error; `null` when there is none. */
export function findTabError(text: string, document: Document.Parsed, end: number): YamlError | null {
  const leading = /^(?: *(?:- +)*-)?( *)\t/gm;
  const tabs = new Tabs(text, document);
  for (let match = leading.exec(text); match && match.index < end; match = leading.exec(text)) {
    const tab = match.index + match[0].length - 1;
    const error = match[0].includes('-') ? tabs.afterHyphen(tab) : tabs.atLineStart(tab, tab - match.index);
    if (error) return error;
  }
  return null;
}

/** What lies before and around a tab. */
interface Surroundings {
  /** The last scalar that begins before it. */
  readonly scalar: Scalar | null;
  readonly isInFlow: boolean;
  /** Column of the innermost block collection, -1 outside of all. */
  readonly indent: number;
}

/** The tabs of one text, asked for in their order: what one has needed serves the next. */
class Tabs {
  private readonly finder = new ChildFinder();
  /** The scalar last asked about, and where the white space behind it ends. */
  private blank: { readonly scalar: Scalar; readonly end: number } | null = null;
  /** The block scalar last asked about, where its first line with something on it begins, and how many spaces that has. */
  private firstLine: { readonly scalar: Scalar; readonly start: number; readonly indent: number } | null =
    null;

  constructor(
    private readonly text: string,
    private readonly document: Document.Parsed,
  ) {}

  afterHyphen(tab: number): YamlError | null {
    const { scalar, isInFlow } = this.surroundings(tab);
    return isInFlow || (scalar?.range && tab < scalar.range[1])
      ? null
      : yamlErrorAt(this.text, tab, NO_TOKEN);
  }

  atLineStart(tab: number, column: number): YamlError | null {
    const { scalar, isInFlow, indent } = this.surroundings(tab);
    if (scalar?.range) {
      const [start, end] = scalar.range;
      const isInside = tab < end;
      const continues = isInside || tab < this.blankEnd(scalar, end);
      if (scalar.type === 'PLAIN' && continues) {
        return column <= indent ? yamlErrorAt(this.text, start, IN_PLAIN) : null;
      }
      if (scalar.type?.startsWith('BLOCK') && continues) {
        return column < this.blockIndent(scalar, start, tab, Math.max(indent, 0))
          ? yamlErrorAt(this.text, start, IN_BLOCK)
          : null;
      }
      if (isInside) return null;
    }
    return isInFlow ? null : yamlErrorAt(this.text, tab, NO_TOKEN);
  }

  private blankEnd(scalar: Scalar, end: number): number {
    if (this.blank?.scalar !== scalar) {
      const space = /\s*/y;
      space.lastIndex = end;
      space.test(this.text);
      this.blank = { scalar, end: space.lastIndex };
    }
    return this.blank.end;
  }

  /**
   * How far the lines of a block scalar are indented: as its header says, else as the first that holds something; else without end. Only
   * lines before the tab's count.
   */
  private blockIndent(scalar: Scalar, start: number, tab: number, outside: number): number {
    const digit = /[|>][-+]?([1-9])/y;
    digit.lastIndex = start;
    const width = digit.exec(this.text)?.[1];
    if (width !== undefined) return outside + Number(width);
    if (this.firstLine?.scalar !== scalar) {
      const content = /\n *[^ \n]/g;
      content.lastIndex = start;
      const newline = content.exec(this.text)?.index ?? this.text.length;
      this.firstLine = { scalar, start: newline + 1, indent: content.lastIndex - newline - 2 };
    }
    const lineStart = this.text.lastIndexOf('\n', tab) + 1;
    return this.firstLine.start < lineStart ? this.firstLine.indent : Number.POSITIVE_INFINITY;
  }

  private surroundings(offset: number): Surroundings {
    let node: unknown = this.document.contents;
    let indent = -1;
    let isInFlow = false;
    while (isCollection(node) && node.range && node.range[0] < offset) {
      if (node.flow) isInFlow ||= offset < node.range[1];
      else indent = columnOf(this.text, node.range[0]);
      node = this.finder.lastBefore(node, offset);
    }
    // A value that is not there has its place, too.
    const scalar = isScalar(node) && node.source !== '' && startOf(node) < offset ? node : null;
    return { scalar, isInFlow, indent };
  }
}
