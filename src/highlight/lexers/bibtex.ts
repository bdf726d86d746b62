import { include, type Lexer, rule, type StateEntry } from '../lexer.js';
import { Token } from '../tokens.js';

const after = '[\\w@!$&.\\\\:;<>?[\\]^`|~*/+-]';
const name = `[a-z_@!$&.\\\\:;<>?[\\]^\`|~*/+-]${after}*`;

/** `@word` and no longer word. */
function object(word: string): RegExp {
  return new RegExp(`@${word}(?!${after})`, 'i');
}

/** White space, then one character of these. */
function brace(characters: RegExp): readonly StateEntry[] {
  return [include('space'), rule(characters, Token.Punctuation, '#pop')];
}

/** BibTeX. What stands between objects is a comment. */
export const bibtex: Lexer = {
  states: () => ({
    root: [
      include('space'),
      rule(object('comment'), Token.Comment),
      rule(object('preamble'), Token.NameClass, ['closing brace', 'value', 'opening brace']),
      rule(object('string'), Token.NameClass, ['closing brace', 'field', 'opening brace']),
      rule(new RegExp(`@${name}`, 'i'), Token.NameClass, ['closing brace', 'key', 'opening brace']),
      rule(/.+/, Token.Comment),
    ],
    space: [rule(/\s+/, Token.Text)],
    'opening brace': brace(/[{(]/),
    'closing brace': brace(/[})]/),

    key: [include('space'), rule(/[^\s,}]+/, Token.NameLabel, ['#pop', 'fields'])],
    fields: [include('space'), rule(/,/, Token.Punctuation, 'field'), rule(/(?:)/, Token.Text, '#pop')],
    field: [
      include('space'),
      rule(new RegExp(name, 'i'), Token.NameAttribute, ['value', 'equal sign']),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'equal sign': [include('space'), rule(/=/, Token.Punctuation, '#pop')],

    value: [
      include('space'),
      rule(new RegExp(name, 'i'), Token.NameVariable),
      rule(/"/, Token.String, 'quoted string'),
      rule(/\{/, Token.String, 'braced string'),
      rule(/\d+/, Token.Number),
      rule(/#/, Token.Punctuation),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'quoted string': [
      rule(/\{/, Token.String, 'braced string'),
      rule(/"/, Token.String, '#pop'),
      rule(/[^{"]+/, Token.String),
    ],
    'braced string': [
      rule(/\{/, Token.String, 'braced string'),
      rule(/\}/, Token.String, '#pop'),
      rule(/[^{}]+/, Token.String),
    ],
  }),
};
