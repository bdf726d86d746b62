/** LaTeX's commands as the characters they print (latex-decode 0.4.2, `LaTeX.decode`), in its order. */
import { ACCENTS, DIACRITICS, GREEK, LETTERS, MARKS, PUNCTUATION, SYMBOLS } from './latex-characters.js';

/** A character that words are made of, as Ruby's `\b` goes by it. */
const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';
const SPACE = '[ \\t\\r\\n\\f\\v]';
const COMMAND_END = `(?:\\{\\}|${SPACE}+|(?!${WORD}))`;

type Step = (text: string) => string;

function replacing(pattern: RegExp, replacement: string): Step {
  return (text) => text.replace(pattern, replacement);
}

/** `\name`, up to `{}` or the white space behind it. */
function commands(table: ReadonlyMap<string, string>): Step {
  const pattern = new RegExp(`\\\\(${[...table.keys()].join('|')})${COMMAND_END}`, 'gu');
  return (text) => text.replace(pattern, (_all, name: string) => table.get(name)!);
}

/** `\mark{letter}` and `\mark letter`: the mark follows the letter. */
function marked(table: ReadonlyMap<string, string>, letter: string): Step {
  const marks = [...table.keys()].map((mark) => mark.replace(/[.^]/g, '\\$&')).join('|');
  const pattern = new RegExp(`\\\\(${marks})${letter}`, 'gu');
  return (text) =>
    text.replace(pattern, (_all, mark: string, base: string, rest: string | number) => {
      return base + table.get(mark)! + (typeof rest === 'string' ? rest : '');
    });
}

const STEPS: readonly Step[] = [
  // Spellings that mean the same become one.
  (text) =>
    text.replace(new RegExp(`\\\\([ij])(?!${WORD})`, 'gu'), (_all, letter) => (letter === 'i' ? 'ı' : 'ȷ')),
  replacing(new RegExp(`(\\\\[a-zA-Z]+)\\\\(${SPACE}+)`, 'g'), '$1{}$2'),
  replacing(/([^{]\\\w)([;,.:%])/gu, '$1{}$2'),
  replacing(
    new RegExp(`(\\\\[^ \\t\\r\\n\\f\\vijIJ&#\${}_~%])${SPACE}+(\\p{Alphabetic}+)(?!${WORD})`, 'gu'),
    '$1{$2}',
  ),
  replacing(/(^|[^\\])~/gu, '$1\u00a0'),
  // Formulas lose their dollars: nobody makes MathML of them unless a gem for it is installed.
  replacing(/\$([^$]+)\$/g, '$1'),
  marked(ACCENTS, '\\{(\\p{L}\\p{M}*)\\}'),
  marked(ACCENTS, '(\\p{L}\\p{M}*)'),
  marked(DIACRITICS, '\\{(\\p{L}\\p{M}*)(\\p{Alphabetic}*)\\}'),
  (text) =>
    text.replace(
      new RegExp(`\\\\(${[...LETTERS.keys()].join('|')})(?!${WORD})`, 'gu'),
      (_all, name) => LETTERS.get(name)!,
    ),
  commands(PUNCTUATION),
  (text) => text.replace(/-+|`{1,2}|'{1,2}/g, (run) => MARKS.get(run) ?? ''),
  replacing(/\\([$%;#_&])/g, '$1'),
  replacing(/\\~\{\}/g, '~'),
  replacing(/\\ /g, ' '),
  commands(SYMBOLS),
  // A thin space belongs before a word, braces or white space.
  replacing(new RegExp(`\\\\,(?:\\{\\}|${SPACE}+|(?=${WORD}))`, 'gu'), '\u202f'),
  commands(GREEK),
  // Braces group, unless they are escaped.
  (text) => text.replace(/((?<![^\n])|[^\\])[{}]+/gu, '$1'),
  replacing(/\\([{}])/g, '$1'),
  (text) => text.normalize('NFC'),
];

/** What none of the steps but the last would change. */
const PLAIN = /^[^\\~$`'{}-]*$/;

/** The text as it is read. */
export function decodeLatex(text: string): string {
  if (PLAIN.test(text)) return text.normalize('NFC');
  return STEPS.reduce((decoded, step) => step(decoded), text);
}
