/** A selector for an element by itself, e.g. `a.more[href]:not(:first-child)`. */

import type { HtmlElement } from './node.js';

type Test = (element: HtmlElement) => boolean;

const NAME = '[\\w\\-\\u0080-\\uffff]+';
const TYPE = new RegExp(`^(?:\\*|${NAME})`);
const PART = new RegExp(
  `#(${NAME})|\\.(${NAME})|\\[[ ]*(${NAME})[ ]*(?:([~|^$*!]?=)[ ]*(?:"([^"]*)"|'([^']*)'|([^\\]"']*?))[ ]*)?\\]|:(${NAME})(?:\\(([^)]*)\\))?`,
  'y',
);

/** Compiles it; `null` if it cannot be read. */
export function compileSimple(text: string): Test | null {
  const type = TYPE.exec(text)?.[0] ?? '';
  const tests: Test[] = type === '' || type === '*' ? [] : [({ name }) => name === type];
  for (let at = type.length; at < text.length; ) {
    PART.lastIndex = at;
    const found = PART.exec(text);
    const test = found && compilePart(found);
    if (!test) return null;
    tests.push(test);
    at += found[0].length;
  }
  return (element) => tests.every((test) => test(element));
}

function compilePart(found: RegExpExecArray): Test | null {
  const [, id, className, attribute, operator, double, single, bare, pseudo, argument] = found;
  if (id !== undefined) return ({ attributes }) => attributes.get('id') === id;
  if (className !== undefined)
    return ({ attributes }) => wordsOf(attributes.get('class')).includes(className);
  if (pseudo !== undefined) return compilePseudo(pseudo, argument);
  return compileAttribute(attribute!, operator, double ?? single ?? bare ?? '');
}

function compileAttribute(name: string, operator: string | undefined, wanted: string): Test {
  const compare = comparisons[operator ?? ''] ?? (() => true);
  return ({ attributes }) => attributes.has(name) && compare(attributes.get(name) ?? '', wanted);
}

const comparisons: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  '=': (value, wanted) => value === wanted,
  '!=': (value, wanted) => value !== wanted,
  '~=': (value, wanted) => ` ${value} `.includes(` ${wanted} `),
  '|=': (value, wanted) => value === wanted || value.startsWith(`${wanted}-`),
  '^=': (value, wanted) => value.startsWith(wanted),
  '$=': (value, wanted) => value.endsWith(wanted),
  '*=': (value, wanted) => value.includes(wanted),
};

function compilePseudo(name: string, argument: string | undefined): Test | null {
  const nth = argument === undefined ? null : compileNth(argument.trim());
  switch (name) {
    case 'first-child':
      return (element) => siblingsOf(element)[0] === element;
    case 'last-child':
      return (element) => siblingsOf(element).at(-1) === element;
    case 'only-child':
      return (element) => siblingsOf(element).length === 1;
    case 'empty':
      return ({ children }) => children.length === 0;
    case 'nth-child':
      return nth && ((element) => nth(siblingsOf(element).indexOf(element) + 1));
    case 'not': {
      const test = argument === undefined ? null : compileSimple(argument.trim());
      return test && ((element) => !test(element));
    }
    default:
      return null;
  }
}

/** `odd`, `even`, `3`, `2n+1`. */
function compileNth(text: string): ((place: number) => boolean) | null {
  const written = text === 'odd' ? '2n+1' : text === 'even' ? '2n' : text;
  const [, step, offset] = /^(?:([+-]?\d*)n)?[ ]*([+-]?[ ]*\d+)?$/.exec(written) ?? [];
  if (step === undefined && offset === undefined) return null;
  const every = step === undefined ? 0 : /\d/.test(step) ? Number(step) : Number(`${step}1`);
  const from = Number((offset ?? '0').replaceAll(' ', ''));
  return (place) => {
    if (every === 0) return place === from;
    const times = (place - from) / every;
    return Number.isInteger(times) && times >= 0;
  };
}

function siblingsOf(element: HtmlElement): HtmlElement[] {
  return (element.parent?.children ?? []).filter((child) => child.kind === 'element');
}

function wordsOf(value: string | null | undefined): string[] {
  return (value ?? '').split(/[ \t\r\n]+/).filter((word) => word !== '');
}
