import { include, type Lexer, needs, type Rule, rule, type States, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { findBehindSpace, findCall, matchEnd, name, spaced, target, twoNames } from './ghc-cmm-space.js';

const part = "[\\w#$%']";
const brackets = '(?:\\(\\)|\\(,\\)|\\[\\])';
/** A name with `()`, `(,)` or `[]` in it; not with hundreds of them in a row. */
const longName = `${brackets}{0,99}${part}+(?:${brackets}{1,99}${part}+)*`;
const longNameHere = new RegExp(longName, 'y');

/** Cmm, GHC's C--, as its dumps show it and as it is written. */
export const ghcCmm: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Text),
      rule(/^=====.*=====$/, Token.GenericHeading),
      rule(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+ UTC$/, Token.CommentSingle),
      rule(/(section)(\s+)/, [Token.Keyword, Token.Text], 'section'),
      rule(/#(?:include|endif|else|if)/, Token.CommentPreproc),
      spaced('#define', target(name), lexSpaced(Token.CommentPreproc, Token.NameLabel)),
      rule(/(\{ )(info_tbls)(:)/, [Token.Punctuation, Token.NameEntity, Token.Punctuation], 'info tables'),
      include('comments'),
      include('literals'),
      include('keywords'),
      ...types,
      include('properties'),
      include('names'),
      include('operators'),
      rule(/\\\n|./, Token.Text),
    ],
    comments: [
      rule(/\/\/.*/, Token.CommentSingle),
      rule(/\(likely.*?\)/, Token.Comment),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
    ],
    literals: [
      rule(/-?\d+\.\d+/, Token.NumberFloat),
      rule(/-?\d+/, Token.NumberInteger),
      rule(/"/, Token.StringDelimiter, 'string'),
    ],
    string: [
      rule(/\\./, Token.StringEscape),
      rule(/%./, Token.StringSymbol),
      rule(/"/, Token.StringDelimiter, '#pop'),
      rule(/./, Token.String),
    ],
    operators: [rule(/\.\.|[+\-*/<>=!&|~]/, Token.Operator), rule(/[[\].{}:;,()]/, Token.Punctuation)],
    keywords,

    section: [
      rule(/"(?:data|cstring|text|rodata|relrodata|bss)"/, Token.NameBuiltin),
      rule(/\{/, Token.Punctuation, '#pop'),
      include('names'),
      include('operators'),
      include('keywords'),
      rule(/\s+/, Token.Text),
    ],
    ...tableStates,
    ...nameStates,
  }),
};

/** Yields two words, each with its token, and lexes what is between them. */
function lexSpaced(first: Token, last: Token) {
  return (run: LexerRun, word: string, space: string, found: string): void => {
    run.token(first, word);
    run.recurse(space);
    run.token(last, found);
  };
}

const spacedKeywords =
  '(if|else|goto|call|offset|import|jump|ccall|foreign|prim|case|unwind|export|reserve|push)';

const keywords: Rule[] = [
  rule(/(const)(\s+)/, [Token.KeywordConstant, Token.Text]),
  rule(/"/, Token.StringDouble),
  needs(
    '{',
    rule(/(switch)([^{]*)(\{)/, (run, [, word, value, brace]) =>
      lexSpaced(Token.Keyword, Token.Punctuation)(run, word!, value!, brace!),
    ),
  ),
  spaced(
    'arg|result',
    target('hints:'),
    (run, word, space) => {
      lexSpaced(Token.NameProperty, Token.NameProperty)(run, word, space, 'hints');
      run.token(Token.Punctuation, ':');
    },
    true,
  ),
  spaced('returns', target('to'), lexSpaced(Token.Keyword, Token.Keyword)),
  spaced('never', target('returns'), lexSpaced(Token.Keyword, Token.Keyword)),
  spaced('return', target('\\('), lexSpaced(Token.Keyword, Token.Punctuation)),
  rule(new RegExp(`${spacedKeywords}(\\s|\\/\\/.*\\n)`), lexKeyword),
  needs('*/', rule(new RegExp(`${spacedKeywords}(\\/\\*(?:[^*]|\\*[^/])*\\*+\\/)`), lexKeyword)),
  spaced('default', target(':'), lexSpaced(Token.Keyword, Token.Punctuation)),
];

function lexKeyword(run: LexerRun, [, word, space]: RegExpExecArray): void {
  run.token(Token.Keyword, word);
  run.recurse(space!);
}

const nameHere = new RegExp(name, 'y');

const types: Rule[] = [
  rule(new RegExp(`${name}(?=\\[[^\\]])`), Token.KeywordType),
  rule(new RegExp(`${name}\\[\\]`), Token.KeywordType),
  // A macro before a function, then a type before a name.
  when(
    (run) => {
      const end = matchEnd(nameHere, run.text, run.end);
      return end !== -1 && findCall(run, end) !== null;
    },
    rule(new RegExp(name), lexCall),
  ),
  twoNames(lexSpaced(Token.KeywordType, Token.NameLabel)),
];

function lexCall(run: LexerRun, [macro]: RegExpExecArray): void {
  const call = findCall(run, run.end)!;
  run.token(Token.NameLabel, macro);
  run.recurse(run.readTo(call.name));
  run.token(Token.NameFunction, run.readTo(call.nameEnd));
  run.recurse(run.readTo(call.parenthesis));
  run.token(Token.Punctuation, run.readTo(call.parenthesis + 1));
}

const tableStates: States = {
  'info tables': [
    rule(/\}/, Token.Punctuation, '#pop'),
    rule(/\{/, Token.Punctuation, '#push'),
    rule(/(?=label:)/, Token.Text, 'label'),
    rule(new RegExp(`(\\()(${longName})(,)`), [Token.Punctuation, Token.NameLabel, Token.Punctuation]),
    include('literals'),
    include('properties'),
    include('keywords'),
    include('operators'),
    rule(new RegExp(name), Token.Text),
    rule(/\s+/, Token.Text),
  ],
  label: [
    include('properties'),
    include('names'),
    include('keywords'),
    include('operators'),
    rule(/[ \t\v\f\r]+/, Token.Text),
    rule(/\n/, Token.Text, '#pop'),
  ],
  properties: [
    rule(/(args|res|upd|label|rep|srt|arity|fun_type|arg_space|updfr_space)(:)/, [
      Token.NameProperty,
      Token.Punctuation,
    ]),
    rule(/(stack_info)(:)/, [Token.NameEntity, Token.Punctuation]),
  ],
};

const opening = target('[{(]');
const isCalledInside = new RegExp(`${part}\\(`);

const nameStates: States = {
  names: [
    spaced('::', target('[A-Z]\\w+'), lexSpaced(Token.Operator, Token.KeywordType)),
    rule(new RegExp(`<${name}>`), Token.NameBuiltin),
    rule(
      new RegExp(
        `(?:SpLim|Sp|HpLim|HpAlloc|Hp|BaseReg|CurrentNursery|CurrentTSO|R\\d{1,2}|gcptr)(?!${name})`,
      ),
      Token.NameVariableGlobal,
    ),
    rule(new RegExp(`([A-Z]${name})(\\.)`), [Token.NameNamespace, Token.Punctuation], 'qualified name'),
    rule(new RegExp(`(\`)(${name})(\`)`), [Token.Punctuation, Token.NameFunction, Token.Punctuation]),
    when(isFunction, rule(new RegExp(`(?=${part}|[([])`), Token.Text, 'function')),
    rule(/CLOSURE/, Token.KeywordType),
    rule(new RegExp(longName), Token.NameLabel),
  ],
  'qualified name': [
    rule(new RegExp(`([A-Z]${name})(\\.)`), [Token.NameNamespace, Token.Punctuation]),
    spaced(longName, opening, (run, word, space, found) => {
      lexSpaced(Token.NameFunction, Token.Punctuation)(run, word, space, found);
      run.pop();
    }),
    rule(new RegExp(`(${longName})(\\()`), [Token.NameFunction, Token.Punctuation], '#pop'),
    rule(new RegExp(longName), Token.NameLabel, '#pop'),
    rule(/(?=.)/s, Token.Text, '#pop'),
  ],
  function: [
    rule(/INFO_TABLE(?:_(?:FUN|CONSTR|SELECTOR|RET))?/, Token.NameBuiltin),
    rule(new RegExp(`%${name}`), Token.NameBuiltin),
    rule(new RegExp(longName), Token.NameFunction),
    rule(/\s+/, Token.Text),
    rule(/[({]/, Token.Punctuation, '#pop'),
    include('comments'),
  ],
};

/** Whether a name is ahead with a parenthesis or brace behind it, or a parenthesis in it. */
function isFunction(run: LexerRun): boolean {
  const end = matchEnd(longNameHere, run.text, run.end);
  if (end === -1) return false;
  return isCalledInside.test(run.text.slice(run.end, end)) || findBehindSpace(run, end, opening) !== -1;
}
