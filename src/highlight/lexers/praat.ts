import { afterSpace, include, type Lexer, nonSpace, rule, type States, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { functions, objects, variables } from './praat-words.js';

const keywords = wordSet(`
  assert clearinfo demo editor elif else elsif endeditor endfor endif endproc endwhile fi for from if minus nocheck
  noprogress nowarn plus repeat select stopwatch then to until while
`);
const attributes = wordSet('dx dy ncol nrow nx ny xmax xmin ymax ymin');

/** What a variable's name ends with by its type: a list of texts, a matrix, a text, a vector. */
const mark = String.raw`(?:\$#|##|\$|#)?`;

const { Text, Keyword, Punctuation, NameFunction } = Token;

/** Praat's scripts. Commands of its menus are keywords; how their arguments look is told by what follows their name. */
export const praat: Lexer = {
  detect: (source) => source.hasShebang('praat'),
  states: () => ({
    root: [
      include('comment after space'),
      rule(/^#.*/, Token.CommentSingle),
      rule(/;.*/, Token.CommentSingle),
      rule(/\s+/, Text),
      rule(/(procedure)(\s+)/, [Keyword, Text], 'procedure name'),
      rule(/(call)(\s+)/, [Keyword, Text], 'called procedure'),
      rule(/@/, NameFunction, 'called procedure'),
      include('calls'),
      rule(/select all\b/, Keyword),
      rule(/(form)(\s+)([^\n]+)/, [Keyword, Text, Token.String], 'form'),
      rule(
        /(print(?:line|tab)?|echo|exit|asserterror|pause|send(?:praat|socket)|include|execute|system(?:_nocheck)?)(\s+)/,
        [Keyword, Text],
        'rest of line',
      ),
      rule(/(goto|label)(\s+)(\w+)/, [Keyword, Text, Token.NameLabel]),
      include('operands'),
      rule(/"/, Token.String, 'string'),
      rule(/([A-Z][a-zA-Z\d]+)(?=\s+\S+\n)/, (run, [type]) => {
        run.token(objects.has(type) ? Token.NameClass : Keyword, type);
        if (objects.has(type)) run.push('rest of line');
      }),
      rule(/(?=[A-Z])/, Text, 'command'),
      rule(/\.{3}|[)(,$]/, Punctuation),
      rule(/[a_z]+/, Text),
    ],
    'comment after space': [when(afterSpace('#'), rule(/(\s+)(#.*)/, [Text, Token.CommentSingle]))],
    command: [
      rule(/ ?[^\s:.']+ ?/, Keyword),
      include('interpolation'),
      rule(/\.{3}/, Keyword, ['#pop', 'arguments of old']),
      rule(/:/, Keyword, ['#pop', 'arguments']),
      rule(/\s/, Text, '#pop'),
    ],
    'procedure name': [
      rule(/:|\s*\(/, Punctuation, '#pop'),
      rule(/[^:(\s]+/, NameFunction),
      rule(/\s+/, Text, '#pop'),
    ],
    'called procedure': [
      include('interpolation'),
      rule(/:|\s*\(/, Punctuation, '#pop'),
      rule(/'|[^:('\s]+/, NameFunction),
      rule(/(?=\s)/, Text, ['#pop', 'arguments of old']),
    ],

    ...values,
    ...texts,
    ...forms,
  }),
};

const values: States = {
  calls: [
    rule(new RegExp(`[a-z][\\w.]+${mark}(?=\\s*[:(])`), (run, [name]) => {
      if (functions.has(name)) {
        run.token(NameFunction, name);
        run.push('function');
      } else run.token(keywords.has(name) ? Keyword : Token.OperatorWord, name);
    }),
  ],
  function: [rule(/\s+/, Text), rule(/[:(]/, Text, ['#pop', 'arguments'])],
  arguments: [
    when(
      (run) => goesOn(run) && run.next('\n') < run.next(nonSpace),
      rule(/(\s+)(\.{3})/, [Text, Punctuation]),
    ),
    rule(/\s*[\]})\n]/, Text, '#pop'),
    rule(/\s+/, Text),
    rule(/"/, Token.String, 'string'),
    rule(/(?:if|then|else|fi|endif)\b/, Keyword),
    include('calls'),
    include('operands'),
    rule(/[()]/, Text),
    rule(/,/, Punctuation),
  ],
  'arguments of old': [
    rule(/\n/, Text, '#pop'),
    include('variables and numbers'),
    rule(/"/, Token.String, 'string'),
    rule(/[^\n]/, Text),
  ],

  operands: [include('variables and numbers'), rule(/\{/, Text, 'arguments')],
  'variables and numbers': [
    rule(/[+/*<>=!-]=?|[&|][&*|]?|\^/, Token.Operator),
    rule(/(?:and|or|not|div|mod)(?![\w.])/, Token.OperatorWord),
    include('number'),
    rule(/([A-Z][a-zA-Z\d]+)_/, (run, [name, type]) => {
      const isObject = type === 'Object' || objects.has(type!);
      run.token(isObject ? Token.NameBuiltin : Token.NameVariable, name);
      if (isObject) run.push('object');
    }),
    rule(new RegExp(`\\.?[a-z][\\w.]*${mark}`), lexVariable),
    rule(/[[\]]/, Text, 'arguments'),
    include('interpolation'),
  ],
  number: [rule(/\n/, Text, '#pop'), rule(/\d+(?:\.\d*)?(?:[eE][-+]?\d+)?%?/, Token.Number)],
  object: [
    include('interpolation'),
    rule(/[a-z]\w*|\d+|\$/, Token.NameBuiltin),
    // Rouge loses what is no attribute.
    rule(/\.([a-z]+)\b/, (run, [text, attribute]) => {
      if (!attributes.has(attribute!)) return;
      run.token(Token.NameBuiltin, text);
      run.pop();
    }),
    rule(/\[/, Text, '#pop'),
  ],
};

const texts: States = {
  interpolation: [rule(/'[._a-z][^[\]'":]*(?:\[(?:[\d,]+|"[\w,]+")\])?(?::\d+)?'/, Token.StringInterpol)],
  'next line': [when(goesOn, rule(/\n\s*\.{3}/, Punctuation))],
  'rest of line': [
    include('next line'),
    rule(/\n/, Text, '#pop'),
    rule(/\s/, Text),
    include('interpolation'),
    rule(/'|[^'\n]+/, Token.String),
  ],
  string: [
    include('next line'),
    rule(/"/, Token.String, '#pop'),
    include('interpolation'),
    rule(/'|[^'"\n]+/, Token.String),
  ],
};

const forms: States = {
  form: [
    include('comment after space'),
    rule(/\s+/, Text),
    rule(/(optionmenu|choice)([ \t]+\S+:[ \t]+)/, [Keyword, Text], 'number'),
    rule(/(option|button)([ \t]+)/, [Keyword, Text], 'rest of line'),
    rule(/(sentence|text)([ \t]+\S+)/, [Keyword, Text], 'rest of line'),
    rule(/(word)([ \t]+\S+[ \t]*)(\S+)?([ \t]+.*)?/, [Keyword, Text, Token.String, Text]),
    rule(/(boolean)(\s+\S+\s*)(0|1|"?(?:yes|no)"?)/, [Keyword, Text, Token.NameVariable]),
    rule(
      /(real|natural|positive|integer)([ \t]+\S+[ \t]*)([+-]?)/,
      [Keyword, Text, Token.Operator],
      'number',
    ),
    rule(/(comment)(\s+)/, [Keyword, Text], 'rest of line'),
    rule(/endform\b/, Keyword, '#pop'),
  ],
};

function lexVariable(run: LexerRun, [name]: RegExpExecArray): void {
  if (variables.has(name)) run.token(Token.NameBuiltin, name);
  else run.token(keywords.has(name) ? Keyword : Token.NameVariable, name);
}

/** Whether what comes after white space says that the line before goes on. */
function goesOn(run: LexerRun): boolean {
  return run.text.startsWith('...', run.next(nonSpace));
}
