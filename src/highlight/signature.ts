import type { Condition } from './lexer.js';

/**
 * Rouge's lexers for Java and its relatives know a method by its signature: words, a name, a parenthesis. Tells, in
 * time linear in the whole code, whether one starts here; the expression alone would read on from every word.
 *
 * @param word    members of the class of characters that the words before the name consist of
 * @param initial members of the class that a word and the name start with
 */
export function signatureAhead(word: string, initial: string): Condition {
  const space = ' \\t-\\r';
  const outside = new RegExp(`[^${word}${space}]`, 'g');
  const noWord = new RegExp(`[${space}](?![${initial}${space}(])`, 'g');
  const nameAfterWord = new RegExp(`[${word}][${space}]+[${initial}]\\w*[${space}]*\\(`, 'g');
  return (run) => {
    const end = run.next(outside);
    return run.text[end] === '(' && run.next(nameAfterWord) < end && run.next(noWord) > end;
  };
}
