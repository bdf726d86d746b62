import { include, type Lexer, needs, rule, type StateEntry, type States, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { html } from './html.js';
import { phpFunctions } from './php-functions.js';

/** Keywords in lower case. */
export const phpKeywords = wordSet(`
  __class__ __dir__ __file__ __function__ __halt_compiler __line__ __method__ __namespace__ __trait__ abstract and array
  as break case catch cfunction clone continue declare default die do echo else elseif empty enddeclare endfor endforeach
  endif endswitch endwhile eval exit extends final finally fn for foreach global goto if implements include include_once
  instanceof insteadof isset list match new old_function or parent print private protected public readonly require
  require_once return self static switch throw try unset var while xor yield
`);

const name = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const qualifier = String.raw`(?:${name}\\)+`;
const qualifiedName = String.raw`\\?(?:${qualifier})?${name}`;

/** What a run of PHP's lexer remembers. */
export interface Memory {
  /** What stands around the tags. */
  readonly template: LexerRun;
  /** Whether PHP's own functions have a class of their own (`funcnamehighlighting`). */
  readonly tellsFunctions: boolean;
}

type Entries = StateEntry<Memory>[];

/**
 * PHP, with HTML around its tags. Code without a tag is PHP from its start (the option `start_inline` decides, or a look at the
 * code). After `function`, `use`, `const` and the like, names have other meanings until the construct ends.
 */
export const php: Lexer<Memory> = {
  detect: (source) =>
    source.hasShebang('php') || (!/^<\?hh/m.test(source.text) && /^<\?php/m.test(source.text)),
  start: startPhp,
  states: () => phpStates(phpKeywords),
};

/** Starts in PHP or around its tags, by options and a look at the code. */
export function startPhp(run: LexerRun<Memory>): Memory {
  const inline = run.options.get('start_inline');
  if (inline === undefined) run.push('start');
  else if (isOn(inline)) run.push('php');
  const parent = run.options.get('parent');
  const template = parent === undefined ? null : run.createNamed(parent, '');
  return {
    template: template ?? run.create(html),
    tellsFunctions: isOn(run.options.get('funcnamehighlighting') ?? 'true'),
  };
}

/** The states of PHP with the words of a dialect. */
export function phpStates(keywords: ReadonlySet<string>): States<Memory> {
  const names = nameRules(phpFunctions(), keywords);
  return {
    root: [
      rule(/<\?(?:php|=)?/i, Token.CommentPreproc, 'php'),
      rule(/.*?(?=<\?)|.+/s, (run, [text]) => run.delegate(run.memory.template, text)),
    ],

    start: [
      when((run) => run.next('<') !== Number.POSITIVE_INFINITY, rule(/\s*(?=<)/, leaveStart)),
      rule(/[^$]+(?=<\?(?:php|=))/i, leaveStart),
      rule(/(?:)/, (run) => run.goto('php')),
    ],

    php: [
      include('end'),
      include('space'),
      ...variables,
      ...values,
      rule(new RegExp(`(namespace)(\\s+)(${qualifiedName})`, 'i'), [
        Token.KeywordNamespace,
        Token.Text,
        Token.NameNamespace,
      ]),
      rule(/#\[.*\]$/, Token.NameAttribute),
      rule(new RegExp(`(class|interface|trait|extends|implements)(\\s+)(${qualifiedName})`, 'i'), declared),
      rule(new RegExp(`(enum)(\\s+)(${qualifiedName})`, 'i'), declared, 'enum'),
      ...names,
      rule(/[;,(){}[\]]/, Token.Punctuation),
      rule(/[~!%^&*+|:.<>/@-]+|[=?]/, Token.Operator),
    ],

    end: [
      rule(/\?>/, (run, [tag]) => {
        run.token(Token.CommentPreproc, tag);
        run.resetStack();
      }),
    ],
    space: [
      rule(/\s+/, Token.Text),
      rule(/#[^[].*/, Token.CommentSingle),
      rule(/\/\/.*/, Token.CommentSingle),
      needs('*/', rule(/\/\*\*(?!\/)[\s\S]*?\*\//, Token.CommentDoc)),
      needs('*/', rule(/\/\*[\s\S]*?\*\//, Token.CommentMultiline)),
    ],
    ...stringStates,
    ...nameStates(names),
    ...functionStates(names),
  };
}

const declared = [Token.KeywordDeclaration, Token.Text, Token.NameClass];

function isOn(option: string): boolean {
  return !['', '0', 'false', 'off', 'no'].includes(option);
}

function leaveStart(run: LexerRun<Memory>, [text]: RegExpExecArray): void {
  run.delegate(run.memory.template, text);
  run.pop();
}

const noDollar = /[^$]/g;

const variables: Entries = [
  rule(new RegExp(`\\$\\{\\$+${name}\\}`), Token.NameVariable),
  when(
    (run) => /[a-zA-Z_\x80-\uffff]/.test(run.text.charAt(run.next(noDollar))),
    rule(new RegExp(`\\$+${name}`), Token.NameVariable),
  ),
];

/** The end of a string and a character in front, at the earliest its opening quote: without one, none of the quotes left opens a string. */
const unescapedQuote = /[^\\](?:\\\\)*'/g;
const unescapedBacktick = /[^\\](?:\\\\)*`/g;

const values: Entries = [
  rule(new RegExp(`<<<(["']?)(${name})\\1\\n[\\s\\S]*?\\n\\s*\\2;?`, 'i'), Token.StringHeredoc),
  rule(/(?:\d[_\d]*)?\.(?:\d[_\d]*)?(?:e[+-]?\d[_\d]*)?/i, Token.NumberFloat),
  rule(/0o?[0-7][0-7_]*/i, Token.NumberOct),
  rule(/0b[01][01_]*/i, Token.NumberBin),
  rule(/0x[a-f0-9][a-f0-9_]*/i, Token.NumberHex),
  rule(/\d[_\d]*/, Token.NumberInteger),
  needs(unescapedQuote, rule(/'[^'\\]*(?:\\.[^'\\]*)*'/, Token.StringSingle)),
  needs(unescapedBacktick, rule(/`[^`\\]*(?:\\.[^`\\]*)*`/, Token.StringBacktick)),
  rule(/"/, Token.StringDouble, 'string'),
  rule(/(?:function|fn)\b/i, Token.Keyword, ['function return', 'function parameters', 'function name']),
  rule(/(?:true|false|null)\b/i, Token.KeywordConstant),
  rule(/new\b/i, Token.Keyword, 'new'),
];

function nameRules(functions: ReadonlySet<string>, keywords: ReadonlySet<string>): Entries {
  return [
    rule(/(?:public|protected|private)\(set\)/i, Token.Keyword, 'visibility'),
    rule(new RegExp(`${qualifiedName}(?=\\s*\\()`), (run, [word]) => {
      const lower = word.toLowerCase();
      if (keywords.has(lower)) run.token(Token.Keyword, word);
      else
        run.token(
          run.memory.tellsFunctions && functions.has(lower) ? Token.NameBuiltin : Token.NameFunction,
          word,
        );
    }),
    rule(new RegExp(qualifiedName), (run, [word]) => lexName(run, word, keywords)),
  ];
}

/** Words after which names mean something else, with the state they open. */
const openers: Readonly<Record<string, string>> = {
  use: 'use',
  const: 'const',
  catch: 'catch',
  public: 'visibility',
  protected: 'visibility',
  private: 'visibility',
};

function lexName(run: LexerRun<Memory>, word: string, keywords: ReadonlySet<string>): void {
  const lower = word.toLowerCase();
  const opened = Object.hasOwn(openers, lower) ? openers[lower] : undefined;
  if (opened !== undefined) run.push(opened);
  run.token(classOf(word, lower, keywords), word);
}

function classOf(word: string, lower: string, keywords: ReadonlySet<string>): Token {
  if (lower === 'use') return Token.KeywordNamespace;
  if (lower === 'const' || keywords.has(lower)) return Token.Keyword;
  if (/^__.*?__$/.test(word)) return Token.NameBuiltin;
  if (/^(?:E|PHP)(?:_\p{Lu}+)+$/u.test(word)) return Token.KeywordConstant;
  if (/(?:\\|^)\p{Lu}[\p{Lu}\p{Nd}_]+$/u.test(word)) return Token.NameConstant;
  return /(?:\\|^)\p{Lu}[\p{Alphabetic}\p{Nd}]*?$/u.test(word) ? Token.NameClass : Token.Name;
}

const stringStates: States<Memory> = {
  string: [
    rule(/"/, Token.StringDouble, '#pop'),
    rule(/[^\\{$"]+/, Token.StringDouble),
    rule(/\\u\{[0-9a-fA-F]+\}/, Token.StringEscape),
    rule(/\\(?:[efrntv"$\\]|[0-7]{1,3}|[xX][0-9a-fA-F]{1,2})/, Token.StringEscape),
    rule(new RegExp(`\\$${name}(?:\\[\\S+\\]|->${name})?`), Token.NameVariable),
    rule(/\{\$\{/, Token.StringInterpol, 'braced twice'),
    rule(/\{(?=\$)/, Token.StringInterpol, 'braced'),
    rule(/(\{)(\S+)(\})/, [Token.StringInterpol, Token.NameVariable, Token.StringInterpol]),
    rule(/[${\\]+/, Token.StringDouble),
  ],
  'braced twice': [rule(/\}\}/, Token.StringInterpol, '#pop'), include('php')],
  braced: [rule(/\}/, Token.StringInterpol, '#pop'), include('php')],
};

/** Leaves the state when nothing of it follows. */
const leave: Entries = [include('end'), include('space'), rule(/(?:)/, Token.Text, '#pop')];

function nameStates(names: Entries): States<Memory> {
  return {
    catch: [
      rule(/\(/, Token.Punctuation),
      rule(/\|/, Token.Operator),
      rule(new RegExp(qualifiedName), Token.NameClass),
      ...leave,
    ],
    const: [
      rule(new RegExp(`(\\??${name})(\\s+)(${name})`, 'i'), [
        Token.KeywordType,
        Token.Text,
        Token.NameConstant,
      ]),
      rule(new RegExp(name), Token.NameConstant),
      rule(/=/, Token.Operator, 'value'),
      ...leave,
    ],
    enum: [rule(/:/, Token.Punctuation, 'enum type'), rule(/\{/, Token.Punctuation, 'enum body'), ...leave],
    'enum type': [rule(new RegExp(name), Token.KeywordType, '#pop'), ...leave],
    'enum body': [
      rule(/\}/, Token.Punctuation, '#pop'),
      rule(new RegExp(`(case)(\\s+)(${name})`, 'i'), [Token.Keyword, Token.Text, Token.NameConstant]),
      include('php'),
    ],
    new: [
      rule(/class\b/i, (run, [word]) => {
        run.token(Token.KeywordDeclaration, word);
        run.goto('new class');
      }),
      rule(new RegExp(qualifiedName), Token.NameClass, '#pop'),
      ...leave,
    ],
    'new class': [rule(/\}/, Token.Punctuation, '#pop'), rule(/\{/, Token.Punctuation), include('php')],
    use: [
      rule(/[,}]/, Token.Punctuation),
      rule(/(?:function|const)\b/i, Token.Keyword),
      rule(new RegExp(`(${qualifier})(\\{)`), [Token.NameNamespace, Token.Punctuation]),
      rule(new RegExp(`${qualifiedName}(?:_${name})+`), Token.NameFunction),
      include('end'),
      include('space'),
      ...names,
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    visibility: [
      rule(/(?:public|protected|private)(?:\(set\)|\b)/i, Token.Keyword),
      rule(/(?:readonly|static)\b/i, Token.Keyword),
      rule(/(?=(?:abstract|const|function)\b)/i, Token.Keyword, '#pop'),
      rule(new RegExp(`\\??${name}`), Token.KeywordType, '#pop'),
      ...leave,
    ],
  };
}

function functionStates(names: Entries): States<Memory> {
  const type = rule<Memory>(new RegExp(`\\??${name}`), Token.KeywordType, 'value');
  return {
    'function name': [
      rule(/&/, Token.Operator),
      rule(new RegExp(name), Token.Name),
      rule(/\(/, Token.Punctuation, '#pop'),
      ...leave,
    ],
    'function parameters': [
      rule(/\)/, Token.Punctuation, '#pop'),
      rule(/,|\.{3}/, Token.Punctuation),
      rule(/=/, Token.Operator, 'value'),
      rule(/(?:public|protected|private|readonly)(?:\(set\)|\b)/i, Token.Keyword),
      type,
      include('end'),
      include('space'),
      ...variables,
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'function return': [
      rule(/:/, Token.Punctuation),
      rule(/use\b/i, Token.Keyword, 'function use'),
      type,
      rule(/\{/, (run, [brace]) => {
        run.token(Token.Punctuation, brace);
        run.goto('function body');
      }),
      ...leave,
    ],
    'function use': [
      rule(/[,(]/, Token.Punctuation),
      rule(/&/, Token.Operator),
      rule(/\)/, Token.Punctuation, '#pop'),
      include('end'),
      include('space'),
      ...variables,
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'function body': [
      rule(/\{/, Token.Punctuation, '#push'),
      rule(/\}/, Token.Punctuation, '#pop'),
      include('php'),
    ],

    // A default value or what follows a type, up to its comma.
    value: [
      rule(/,/, Token.Punctuation, '#pop'),
      rule(/[[\]]/, Token.Punctuation),
      rule(/\(/, Token.Punctuation, 'value in parentheses'),
      include('end'),
      include('space'),
      ...values,
      ...variables,
      ...names,
      rule(/[~!%^&*+|:.<>/@-]+/, Token.Operator),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'value in parentheses': [
      rule(/\)/, Token.Punctuation, '#pop'),
      rule(/,/, Token.Punctuation),
      include('value'),
    ],
  };
}
