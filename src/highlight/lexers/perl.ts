import { include, type Lexer, needs, type Rule, rule, type States, when, words } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const keywords = words(`
  BEGIN CHECK END INIT case continue do else elsif for foreach if last my new next our print redo reset return then
  unless until use while
`);
const builtins = words(`
  abs accept alarm atan2 bind binmode bless caller chdir chmod chomp chop chown chr chroot close closedir connect
  continue cos crypt dbmclose dbmopen defined delete die dump each endgrent endhostent endnetent endprotoent endpwent
  endservent eof eval exec exists exit exp fcntl fileno flock fork format formline getc getgrent getgrgid getgrnam
  gethostbyaddr gethostbyname gethostent getlogin getnetbyaddr getnetbyname getnetent getpeername getpgrp getppid
  getpriority getprotobyname getprotobynumber getprotoent getpwent getpwnam getpwuid getservbyname getservbyport
  getservent getsockname getsockopt glob gmtime goto grep hex import index int ioctl join keys kill last lc lcfirst
  length link listen local localtime log lstat map mkdir msgctl msgget msgrcv msgsnd my next no oct open opendir ord our
  pack package pipe pop pos printf prototype push quotemeta rand read readdir readline readlink readpipe recv redo ref
  rename require reverse rewinddir rindex rmdir scalar seek seekdir select semctl semget semop send setgrent sethostent
  setnetent setpgrp setpriority setprotoent setpwent setservent setsockopt shift shmctl shmget shmread shmwrite shutdown
  sin sleep socket socketpair sort splice split sprintf sqrt srand stat study substr symlink syscall sysopen sysread
  sysseek system syswrite tell telldir tie tied time times tr truncate uc ucfirst umask undef unlink unpack unshift untie
  utime values vec wait waitpid wantarray warn write
`);

const { Text, Punctuation, Operator, StringRegex, StringOther, NameVariable, StringEscape } = Token;

/** Perl. A slash starts a regular expression wherever it has an end on its line. */
export const perl: Lexer = {
  detect: (source) => source.hasShebang('perl'),
  states: () => ({
    root: [
      rule(/#.*/, Token.CommentSingle),
      needs('\n=cut', rule(/^=[a-zA-Z0-9]+\s+.*?\n=cut/s, Token.CommentMultiline)),
      rule(new RegExp(`${keywords}\\b`), Token.Keyword),
      rule(
        /(format)(\s+)(\w+)(\s*)(=)(\s*\n)/,
        [Token.Keyword, Text, Token.Name, Text, Punctuation, Text],
        'format',
      ),
      rule(/(?:eq|lt|gt|le|ge|ne|not|and|or|cmp)\b/, Token.OperatorWord),
      ...regularExpressions,
      rule(/\s+/, Text),
      rule(/(?=[a-z_]\w*(?:\s*#.*\n)*\s*=>)/i, Text, 'key'),
      rule(new RegExp(`${builtins}\\b`), Token.NameBuiltin),
      rule(/(?:__(?:DIE|WARN)__|DATA|STD(?:IN|OUT|ERR))\b/, Token.NameBuiltinPseudo),
      when(hereDocumentEnds, rule(/<<(['"]?)([a-zA-Z_]\w*)\1;?\n.*?\n\2\n/s, Token.String)),
      rule(/__(?:END|DATA)__\b/, Token.CommentPreproc, 'data'),
      ...variables,
      rule(/[-+/*%=<>&^|!\\~]=?/, Operator),
      ...numbers,
      ...quotes,
      rule(/package\s+/, Token.Keyword, 'package name'),
      rule(/sub\s+/, Token.Keyword, 'function name'),
      rule(/\[\]|::|\.{1,3}/, Operator),
      rule(/[()[\]:;,<>/?{}]/, Punctuation),
      rule(/(?=\w)/, Text, 'name'),
    ],
    'regex body': balanced,

    format: [rule(/\.\n/, Token.StringInterpol, '#pop'), rule(/.*\n/, Token.StringInterpol)],
    key: [
      rule(/#.*/, Token.CommentSingle),
      rule(/\w+/, Token.String),
      rule(/\s+/, Text),
      rule(/=>/, Operator, '#pop'),
    ],
    data: [rule(/.+/s, Token.CommentPreproc, '#pop')],
    ...names,
    ...strings,
  }),
};

/** Up to a delimiter that no backslash escapes. */
const upTo = (close: string): string => `(?:[^${close}\\\\]|\\\\[\\s\\S])*\\\\?${close}`;
const sameDelimiter = String.raw`(?:[^\\]|\\[\s\S])*?\1`;
const flags = '[msixpodualngc]*';

const regularExpressions: readonly Rule[] = [
  rule(new RegExp(`(?:s|tr|y)\\{${upTo('\\}')}\\s*`), StringRegex, 'regex body'),
  rule(new RegExp(`(?:s|tr|y)<${upTo('>')}\\s*`), StringRegex, 'regex body'),
  rule(new RegExp(`(?:s|tr|y)\\[${upTo('\\]')}\\s*`), StringRegex, 'regex body'),
  rule(new RegExp(`(?:s|tr|y)\\(${upTo('\\)')}\\s*`), StringRegex, 'regex body'),
  rule(new RegExp(`(?:s|tr|y)\\s*([^\\w\\s])${sameDelimiter}${sameDelimiter}[msixpodualngcr]*`), StringRegex),
  rule(new RegExp(`(?:s|tr|y)\\s+(\\w)${sameDelimiter}${sameDelimiter}[msixpodualngcr]*`), StringRegex),
  rule(new RegExp(`m?/(?:[^/\\\\\\n]|\\\\[^\\n])*\\\\?/${flags}`), StringRegex),
  rule(/m(?=[/!\\{<[(@%$])/, StringRegex, 'regex body'),
  rule(new RegExp(`m\\s*([^\\w\\s])${sameDelimiter}${flags}`), StringRegex),
  rule(new RegExp(`m\\s+(\\w)${sameDelimiter}${flags}`), StringRegex),
];

const balanced: readonly Rule[] = [
  ['/', '/'],
  ['!', '!'],
  ['\\{', '\\}'],
  ['<', '>'],
  ['\\[', '\\]'],
  ['\\(', '\\)'],
  ['@', '@'],
  ['%', '%'],
  ['\\$', '\\$'],
].map(([open, close]) => rule(new RegExp(`${open}${upTo(close!)}[egimosx]*`), StringRegex, '#pop'));

const hereDocumentStart = /<<(['"]?)([a-zA-Z_]\w*)\1;?\n/y;

/** Whether a here-document starts here whose end comes. */
function hereDocumentEnds(run: LexerRun): boolean {
  hereDocumentStart.lastIndex = run.end;
  const end = hereDocumentStart.exec(run.text)?.[2];
  return end !== undefined && run.next(`\n${end}\n`) !== Number.POSITIVE_INFINITY;
}

const variables: readonly Rule[] = [
  rule(/\$\^[ADEFHILMOPSTWX]/, Token.NameVariableGlobal),
  rule(/\$[\\"'[\]&`+*.,;=%~?@$!<>(^|/_-](?!\w)/, Token.NameVariableGlobal),
  rule(/[$@%&*][$@%&*#_]{0,99}(?=[a-z{[;])/i, NameVariable, 'variable name'),
];

const numbers: readonly Rule[] = [
  rule(/0_?[0-7]+(?:_[0-7]+)*/, Token.NumberOct),
  rule(/0x[\dA-Fa-f]+(?:_[\dA-Fa-f]+)*/, Token.NumberHex),
  rule(/0b[01]+(?:_[01]+)*/, Token.NumberBin),
  rule(/\d*(?:_\d*)*\.\d+(?:_\d*)*(?:e[+-]?\d+)?/i, Token.NumberFloat),
  rule(/\d+(?:_\d*)*e[+-]?\d+(?:_\d*)*/i, Token.NumberFloat),
  rule(/\d+(?:_\d+)*/, Token.NumberInteger),
];

const anySpace = /[ \t-\r]/g;

const quotes: readonly Rule[] = [
  rule(/'/, Punctuation, 'single quoted'),
  rule(/"/, Punctuation, 'double quoted'),
  rule(/`/, Punctuation, 'backticks'),
  when((run) => run.next('>') < run.next(anySpace), rule(/<[^\s>]+>/, StringRegex)),
  rule(/q[qwrx]?\{/, StringOther, 'braces'),
  rule(/q[qwrx]?\(/, StringOther, 'parentheses'),
  rule(/q[qwrx]?\[/, StringOther, 'brackets'),
  rule(/q[qwrx]?</, StringOther, 'angles'),
  rule(/q[qwrx]?(\W)[\s\S]*?\1/, StringOther),
];

const names: States = {
  'any name': [rule(/\w+::/, Token.NameNamespace), rule(/[\w:]+/, NameVariable, '#pop')],
  'variable name': [rule(/\s+/, Text), rule(/[{[),;]/, Punctuation, '#pop'), include('any name')],
  name: [include('any name'), rule(/(?=\W)/, Text, '#pop')],
  'package name': [rule(/[a-z_]\w*/i, Token.NameNamespace, '#pop')],
  'function name': [
    rule(/[a-zA-Z_]\w*[!?]?/, Token.NameFunction),
    rule(/\s+/, Text),
    rule(/(\([$@%]*\))(\s*)/, [Punctuation, Text]),
    rule(/.*?\{|;/, Punctuation, '#pop'),
  ],
};

const strings: States = {
  'single quoted': [
    rule(/\\[\\']/, StringEscape),
    rule(/[^\\']+/, Token.StringSingle),
    rule(/'/, Punctuation, '#pop'),
    rule(/\\/, Token.StringSingle),
  ],
  'double quoted': [
    include('interpolations'),
    rule(
      /\\(?:[\\tnrabefluLUE"$@]|0\d{2}|o\{\d+\}|x[\da-fA-F]{2}|x\{[\da-fA-F]+\}|c.|N\{[^}]+\})/,
      StringEscape,
    ),
    rule(/[^\\"$@]+|[$@]/, Token.StringDouble),
    rule(/"/, Punctuation, '#pop'),
    rule(/\\/, StringEscape),
  ],
  backticks: [
    include('interpolations'),
    rule(/\\[\\tnr`]/, StringEscape),
    rule(/[^\\`$@]+|[$@]/, Token.StringBacktick),
    rule(/`/, Punctuation, '#pop'),
  ],
  braces: nesting('{', '}'),
  parentheses: nesting('(', ')'),
  brackets: nesting('\\[', '\\]'),
  angles: nesting('<', '>'),
  interpolations: [
    rule(/[$@]\{/, Token.StringInterpol, 'interpolated'),
    rule(/[$@][a-z_]\w*/i, Token.StringInterpol),
  ],
  interpolated: [
    rule(/\}/, Token.StringInterpol, '#pop'),
    rule(/\s+/, Text),
    rule(/[a-z_]\w*/i, Token.StringInterpol),
  ],
};

function nesting(open: string, close: string): readonly Rule[] {
  return [
    rule(new RegExp(`[${open}]`), StringOther, '#push'),
    rule(new RegExp(`[${close}]`), StringOther, '#pop'),
    rule(new RegExp(`\\\\[${open}${close}\\\\]|\\\\|[^${open}${close}\\\\]+`), StringOther),
  ];
}
