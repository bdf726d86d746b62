import { include, type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';
import { type HclWords, hclClass, hclName, hclStates } from './hcl.js';
import type { HereDocument } from './here-document.js';

const words: HclWords = {
  keywords: wordSet('data module output provider provisioner resource terraform variable'),
  declarations: wordSet('local var'),
};

/** Terraform's HCL, which interpolates in strings. */
export const terraform: Lexer<HereDocument> = {
  start: () => ({ end: '' }),
  states() {
    const states = hclStates(words);
    return {
      ...states,
      'string parts': [
        rule(/\\./, Token.StringEscape),
        rule(/(?:\$\$+|%%+)\{/, Token.String),
        rule(/\$\{/, Token.Punctuation, 'interpolation'),
      ],
      'double quoted': [
        rule(/[^\\"$]+/, Token.StringDouble),
        include('string parts'),
        rule(/"/, Token.StringDouble, '#pop'),
      ],
      'single quoted': [
        rule(/[^\\'$]+/, Token.StringSingle),
        include('string parts'),
        rule(/'/, Token.StringSingle, '#pop'),
      ],
      heredoc: [...states.heredoc, include('string parts')],

      interpolation: [rule(/\}/, Token.Punctuation, '#pop'), include('expression')],
      expression: [
        rule(/"\//, Token.StringDelimiter, ['#pop', 'regex']),
        include('primitives'),
        rule(/\s+/, Token.Text),
        rule(/\+\+|--|~|&&|\|\||\\(?=\n)|<<|>>>?|==|!=/, Token.Operator),
        rule(/[-<>+*%&|^/!=?:]=?/, Token.Operator),
        rule(/[([,)\].]/, Token.Punctuation),
        rule(new RegExp(hclName, 'i'), (run, [word]) =>
          run.token(hclClass(word, words) ?? Token.NameOther, word),
        ),
      ],
      regex: [
        rule(/[^"/\\]+|\\./, Token.StringRegex),
        rule(/\/"/, Token.StringDelimiter, '#pop'),
        rule(/["/]/, Token.StringRegex),
      ],
    };
  },
};
