import { include, type Lexer, needs, rule } from '../lexer.js';
import { Token } from '../tokens.js';
import { identifier } from './javascript.js';
import { json } from './json.js';

/** JSON5. A point, a sign or even a comma before a number is taken for a part of it. */
export const json5: Lexer = {
  states: () => {
    const states = json.states();
    return {
      ...states,
      object: [...states['object']!, rule(/:/, Token.Punctuation, ['#pop', 'value of member'])],
      'value of member': [
        include('space'),
        include('value'),
        rule(/,/, Token.Punctuation, ['#pop', 'object']),
        rule(/\}/, Token.Punctuation, '#pop'),
      ],

      space: [
        ...states['space']!,
        rule(/\/\/.*/, Token.Comment),
        needs('*/', rule(/\/\*.*?\*\//s, Token.Comment)),
      ],
      label: [rule(new RegExp(identifier), Token.NameLabel), rule(/"[^"\n]*"/, Token.NameLabel)],
      value: [
        rule(/(?:true|false|null)\b/, Token.KeywordConstant),
        rule(/[+-]?(?:Infinity|NaN)\b/, Token.KeywordConstant),
        rule(/[+-]?0x[\da-f]+/i, Token.NumberHex),
        rule(/[+,\-.]?\d+\.?\d?(?:e-?\d+)?/i, Token.NumberFloat),
        rule(/"/, Token.StringDouble, 'string'),
        rule(/'/, Token.StringSingle, 'single quoted'),
        rule(/\{/, Token.Punctuation, 'object'),
        rule(/\[/, Token.Punctuation, 'array'),
      ],

      string: [...states['string']!, rule(/\\\n/, Token.StringEscape)],
      'single quoted': [
        rule(/'/, Token.StringSingle, '#pop'),
        rule(/[^'\\]+/, Token.StringSingle),
        rule(/\\[\s\S]/, Token.StringEscape),
      ],
    };
  },
};
