import { type Lexer, needsOnLine, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';
import { json } from './json.js';

const afterName = /[^$\w]/g;
const colonAfterName = /(?<=[$\w])[ \t-\r]*:/g;

/** JSON with what documentation adds to it: comments, names without quotes, and dots for what is left out. */
export const jsonDoc: Lexer = {
  states: () => {
    const states = json.states();
    return {
      ...states,
      label: [
        when(
          (run) => run.meets(afterName, colonAfterName),
          rule(/([$\w]+)(\s*)(:)/, [Token.NameAttribute, Token.Text, Token.Punctuation]),
        ),
        ...states['label']!,
      ],
      value: [
        needsOnLine('*/', rule(/\/\*.*?\*\//, Token.Comment)),
        rule(/\/\/.*|\.\.\./, Token.CommentSingle),
        ...states['value']!,
      ],
    };
  },
};
