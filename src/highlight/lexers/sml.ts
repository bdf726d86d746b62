import { include, type Lexer, rule, type StateEntry, wordSet, words } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const keywordList = `
  abstype and andalso as case datatype do else end eqtype exception fn fun functor handle if in include infix infixr
  let local nonfix of op open orelse raise rec sharing sig signature struct structure then type val where while with
  withtype
`;
const keywords = wordSet(keywordList);
const reservedSymbols = wordSet(': | = => -> # :>');

const name = "[\\w']+";
const symbol = '[!%&$#/:<=>?@\\\\~`^|*+-]+';
const declaredName = new RegExp(name);
const declaredSymbol = new RegExp(symbol);

/** One of the keywords, not the start of a longer word or of a primed name. */
function keyword(list: string): RegExp {
  return new RegExp(`${words(list)}\\b(?!')`);
}

/** The states that name something end where a keyword starts. */
const atKeyword = rule(new RegExp(`(?=${words(keywordList)}\\b(?!'))`), Token.Text, '#pop');
const definedAs = new RegExp(`=(?!${symbol})`);

/**
 * Standard ML. What a name stands for follows from the declaration it is in, so each kind of declaration has a state; `let`, `struct` and
 * brackets open a level, and `end` and its like close it.
 */
export const sml: Lexer = {
  states: () => ({
    root: [rule(/#!.*?\n/, Token.CommentPreproc), rule(/(?:)/, Token.Text, 'declarations')],
    declarations: [
      include('space'),
      rule(keyword('val and'), Token.KeywordReserved, 'value name'),
      rule(keyword('fun'), enter('clauses', 'function name')),
      include('levels'),
      include('expression'),
    ],
    // After `fun`: a bar starts the next clause, which repeats the name.
    clauses: [
      include('space'),
      rule(keyword('fun and'), Token.KeywordReserved, 'function name'),
      rule(keyword('val'), enter('declarations', 'value name')),
      rule(/\|/, Token.Punctuation, 'function name'),
      rule(keyword('case handle'), enter('declarations')),
      include('levels'),
      include('expression'),
    ],
    space: [rule(/\s+/, Token.Text), rule(/\(\*/, Token.Comment, 'comment')],
    comment: [
      rule(/[^(*)]+/, Token.CommentMultiline),
      rule(/\(\*/, Token.CommentMultiline, '#push'),
      rule(/\*\)/, Token.CommentMultiline, '#pop'),
      rule(/[(*)]/, Token.CommentMultiline),
    ],
    levels: [
      rule(/[([{]/, Token.Punctuation, 'declarations'),
      rule(/[)\]}]/, Token.Punctuation, '#pop'),
      rule(keyword('let if local'), Token.KeywordReserved, ['#push', '#push']),
      rule(keyword('struct sig while'), Token.KeywordReserved, '#push'),
      rule(keyword('do else end in then'), Token.KeywordReserved, '#pop'),
    ],

    expression: [
      rule(/[()[\]{},;_]|\.\.\./, Token.Punctuation),
      rule(/#"/, Token.StringChar, 'character'),
      rule(/"/, Token.StringDouble, 'string'),
      ...numbers,
      rule(new RegExp(`#\\s*(?:[1-9][0-9]*|${name})`), Token.NameLabel),
      rule(new RegExp(`#\\s+${symbol}`), Token.NameLabel),
      rule(keyword('datatype abstype'), Token.KeywordReserved, 'datatype name'),
      rule(/(?=exception\b(?!'))/, Token.Text, 'exception name'),
      rule(keyword('functor include open signature structure'), Token.KeywordReserved, 'structure name'),
      rule(keyword('type eqtype'), Token.KeywordReserved, 'type name'),
      rule(new RegExp(`'${name}`), Token.NameDecorator),
      rule(new RegExp(`(${name})(\\.)`), lexQualifier, 'qualified name'),
      rule(declaredName, lexName),
      rule(declaredSymbol, lexName),
    ],
    'qualified name': [
      rule(new RegExp(`(${name})(\\.)`), lexQualifier),
      rule(declaredName, lexName, '#pop'),
      rule(declaredSymbol, lexName, '#pop'),
    ],

    'structure name': [
      include('space'),
      atKeyword,
      rule(declaredName, Token.NameNamespace),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'function name': [
      include('space'),
      ...typeVariables,
      rule(declaredName, Token.NameFunction, '#pop'),
      rule(declaredSymbol, Token.NameFunction, '#pop'),
    ],
    'value name': [
      include('space'),
      ...typeVariables,
      rule(
        new RegExp(`(${name})(\\s*)(=(?!${symbol}))`),
        [Token.NameVariable, Token.Text, Token.Punctuation],
        '#pop',
      ),
      rule(new RegExp(`(${symbol})(\\s*)(=(?!${symbol}))`), [
        Token.NameVariable,
        Token.Text,
        Token.Punctuation,
      ]),
      rule(declaredName, Token.NameVariable, '#pop'),
      rule(declaredSymbol, Token.NameVariable, '#pop'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],

    'type name': [
      include('space'),
      atKeyword,
      ...typeVariables,
      rule(definedAs, go(Token.Punctuation, 'type')),
      rule(declaredName, Token.KeywordType),
      rule(declaredSymbol, Token.KeywordType),
    ],
    type: [
      include('space'),
      rule(keyword('and'), go(Token.KeywordReserved, 'type name')),
      atKeyword,
      include('expression'),
    ],
    'datatype name': [
      include('space'),
      atKeyword,
      ...typeVariables,
      rule(/(=)(\s*)(datatype)\b/, [Token.Punctuation, Token.Text, Token.KeywordReserved], '#pop'),
      rule(definedAs, go(Token.Punctuation, 'constructors', 'constructor name')),
      rule(declaredName, Token.KeywordType),
      rule(declaredSymbol, Token.KeywordType),
    ],
    constructors: [
      include('space'),
      rule(keyword('and'), go(Token.KeywordReserved, 'datatype name')),
      rule(keyword('withtype'), go(Token.KeywordReserved, 'type name')),
      rule(keyword('of'), Token.KeywordReserved),
      rule(new RegExp(`(\\|)(\\s*)(${name})`), [Token.Punctuation, Token.Text, Token.NameClass]),
      rule(new RegExp(`(\\|)(\\s+)(${symbol})`), [Token.Punctuation, Token.Text, Token.NameClass]),
      atKeyword,
      include('expression'),
    ],
    'constructor name': [
      include('space'),
      rule(declaredName, Token.NameClass, '#pop'),
      rule(declaredSymbol, Token.NameClass, '#pop'),
    ],
    'exception name': [
      include('space'),
      rule(new RegExp(`(exception|and)(\\s+)(${name})`), [
        Token.KeywordReserved,
        Token.Text,
        Token.NameClass,
      ]),
      rule(new RegExp(`(exception|and)(\\s*)(${symbol})`), [
        Token.KeywordReserved,
        Token.Text,
        Token.NameClass,
      ]),
      rule(keyword('of'), Token.KeywordReserved),
      atKeyword,
      include('expression'),
    ],

    'type variables': [
      include('space'),
      rule(/'[\w']*/, Token.NameDecorator),
      rule(declaredName, Token.Name),
      rule(/,/, Token.Punctuation),
      rule(/\)/, Token.Punctuation, '#pop'),
      rule(declaredSymbol, Token.Name),
    ],
    string: quoted(Token.StringDouble),
    character: quoted(Token.StringChar),
  }),
};

const numbers: StateEntry[] = [
  rule(/~?0x[0-9a-fA-F]+|0wx[0-9a-fA-F]+/, Token.NumberHex),
  rule(/0w\d+/, Token.NumberInteger),
  rule(/~?\d+(?:(?:\.\d+)?[eE]~?\d+|\.\d+)/, Token.NumberFloat),
  rule(/~?\d+/, Token.NumberInteger),
];

const typeVariables: StateEntry[] = [
  rule(/'[\w']*/, Token.NameDecorator),
  rule(/\(/, Token.Punctuation, 'type variables'),
];

function quoted(token: Token): StateEntry[] {
  return [
    rule(/[^"\\]+/, token),
    rule(/"/, token, '#pop'),
    rule(/\\(?:[\\"abtnvfr]|\^[\x40-\x5e]|[0-9]{3}|u[\da-fA-F]{4})/, Token.StringEscape),
    rule(/\\\s+\\/, Token.StringInterpol),
  ];
}

/** Puts a state in place of the current one, and enters others on top of it. */
function go(
  token: Token,
  state: string,
  ...then: readonly string[]
): (run: LexerRun, match: RegExpExecArray) => void {
  return (run, [text]) => {
    run.token(token, text);
    run.goto(state);
    for (const each of then) run.push(each);
  };
}

function enter(state: string, ...then: readonly string[]): ReturnType<typeof go> {
  return go(Token.KeywordReserved, state, ...then);
}

function lexQualifier(run: LexerRun, match: RegExpExecArray): void {
  run.groups(match, keywords.has(match[1]!) ? Token.Error : Token.NameNamespace, Token.Punctuation);
}

function lexName(run: LexerRun, [text]: RegExpExecArray): void {
  run.token(classOf(text), text);
}

function classOf(text: string): Token {
  if (keywords.has(text)) return Token.KeywordReserved;
  return reservedSymbols.has(text) ? Token.Punctuation : Token.Name;
}
