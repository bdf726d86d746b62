import { type Lexer, rule } from '../lexer.js';
import { Token } from '../tokens.js';
import { startC } from './c.js';
import { cpp } from './cpp.js';
import { withObjects } from './objective-c.js';

/** Objective-C++. The word `class` is none where it is a message. */
export const objectiveCpp: Lexer = {
  start: startC,
  states() {
    const states = withObjects(cpp.states());
    return {
      ...states,
      statements: [
        rule(/(\.)(class)/, [Token.Operator, Token.NameBuiltinPseudo]),
        rule(/(@selector)(\()(class)(\))/, [
          Token.Keyword,
          Token.Punctuation,
          Token.NameBuiltinPseudo,
          Token.Punctuation,
        ]),
        ...states['statements']!,
      ],
    };
  },
};
