import { include, type Lexer, needs, rule, type States, wordSet, words } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const attributes = wordSet(
  'ConfirmImpact DefaultParameterSetName HelpURI PositionalBinding SupportsPaging SupportsShouldProcess',
);

/** Automatic variables, in the order in which the first that fits is taken. */
const automatic = `
  args ConsoleFileName Error Event EventArgs EventSubscriber ExecutionContext false foreach HOME Host input IsCoreCLR
  IsLinux IsMacOS IsWindows LastExitCode Matches MyInvocation NestedPromptLevel null PID PROFILE PSBoundParameters
  PSCmdlet PSCommandPath PSCulture PSDebugContext PSHOME PSItem PSScriptRoot PSSenderInfo PSUICulture PSVersionTable PWD
  REPORTERRORSHOWEXCEPTIONCLASS REPORTERRORSHOWINNEREXCEPTION REPORTERRORSHOWSOURCE REPORTERRORSHOWSTACKTRACE SENDER
  ShellId StackTrace switch this true
`
  .trim()
  .split(/\s+/)
  .join('|');

const keywords = words(`
  assembly base begin break catch class command configuration continue data define do dynamicparam else elseif end enum
  exit filter finally for foreach from function hidden if in inlinescript interface module namespace parallel param
  private process public return sequence static switch throw trap try type until using var while workflow
`);
const operators = words(String.raw`
  -split -isplit -csplit -join -is -isnot -as -eq -ieq -ceq -ne -ine -cne -gt -igt -cgt -ge -ige -cge -lt -ilt -clt -le
  -ile -cle -like -ilike -clike -notlike -inotlike -cnotlike -match -imatch -cmatch -notmatch -inotmatch -cnotmatch
  -contains -icontains -ccontains -notcontains -inotcontains -cnotcontains -replace -ireplace -creplace -shl -shr -band
  -bor -bxor -and -or -xor -not \+= -= \*= \/= %=
`);
const helpSections = words(`
  component description example externalhelp forwardhelpcategory forwardhelptargetname functionality inputs link notes
  outputs parameter remotehelprunspace role synopsis
`);

const { Whitespace, Operator, Punctuation, Name, StringEscape, StringDouble, StringHeredoc } = Token;

/** PowerShell. After a command's name come its parameters, up to the end of the line or statement. */
export const powershell: Lexer = {
  states: () => ({ ...commands, ...expressions, ...strings }),
};

const commands: States = {
  root: [
    include('space'),
    rule(/\.\.(?=\.?\d)/, Operator),
    rule(new RegExp(`${operators}\\b`, 'i'), Operator),
    rule(/(class)(\s+)(\w+)/i, [Token.KeywordReserved, Whitespace, Token.NameClass], 'class'),
    rule(/(function)(\s+)(?:(\w+)(:))?(\w[-\w]+)/i, [
      Token.KeywordReserved,
      Whitespace,
      Token.NameNamespace,
      Punctuation,
      Token.NameFunction,
    ]),
    rule(new RegExp(`${keywords}\\b(?![-.])`, 'i'), Token.KeywordReserved),
    rule(/--?\w+/, Token.NameTag),
    // The longest name: so many are read again from each of their characters when no bracket follows.
    rule(/(\.)?([-\w]{1,300})(\[)/, [Operator, Name, Punctuation], 'brackets'),
    rule(/([/\\~a-z][-.:/\\~\w]*)(\n)?/i, [Name, Whitespace], 'parameters'),
    rule(/(\.)([-\w]+)(?:(\()|(\n))?/, (run, match) => {
      run.groups(match, Operator, Token.NameFunction, Punctuation, Whitespace);
      if (match[3] !== undefined) run.push('parameters');
    }),
    rule(/\?/, Token.NameFunction, 'parameters'),
    include('expression'),
    include('variables'),
    rule(/[-+*/%=!.&|]/, Operator),
    rule(/[{}(),:;]/, Punctuation),
    rule(/`$/, StringEscape),
  ],
  parameters: [
    rule(/`[\s\S]/, StringEscape),
    rule(/\)/, (run: LexerRun, [mark]) => {
      run.token(Punctuation, mark);
      if (run.inState('interpolation')) run.pop(2);
    }),
    rule(/\s*?\n/, Whitespace, '#pop'),
    rule(/[;(){}\]]/, Punctuation, '#pop'),
    rule(/[|=]/, Operator, '#pop'),
    rule(/[/\\~\w][-.:/\\~\w]*/, Token.NameOther),
    include('root'),
  ],
  class: [
    rule(/\{/, Punctuation, '#pop'),
    rule(/\s+/, Whitespace),
    rule(/\w+/, Token.NameClass),
    rule(/[:,]/, Punctuation),
  ],

  space: [rule(/\s+/, Whitespace), rule(/#.*/, Token.Comment), rule(/<#/, Token.CommentMultiline, 'comment')],
  comment: [
    rule(new RegExp(`\\.${helpSections}`, 'i'), Token.CommentSpecial),
    rule(/#>/, Token.CommentMultiline, '#pop'),
    rule(/[^#.]+|[#.]+/, Token.CommentMultiline),
  ],
};

const expressions: States = {
  expression: [
    include('space'),
    rule(/"/, StringDouble, 'double quoted'),
    rule(/'/, Token.StringSingle, 'single quoted'),
    rule(/@"/, StringHeredoc, 'here-string'),
    needs("'@", rule(/@'.*?'@/s, StringHeredoc)),
    rule(/\d*\.\d+/, Token.NumberFloat),
    rule(/\d+/, Token.NumberInteger),
    rule(/@\{/, Punctuation, 'hash table'),
    rule(/@\(/, Punctuation, 'array'),
    rule(/\{/, Punctuation, 'braces'),
    rule(/\[/, Punctuation, 'brackets'),
  ],
  'hash table': [
    rule(/\}/, Punctuation, '#pop'),
    rule(/=/, Operator),
    rule(/[,;]/, Punctuation),
    include('expression'),
    rule(/\w+/, Token.NameOther),
    include('variables'),
  ],
  array: [
    rule(/\s+/, Whitespace),
    rule(/\)/, Punctuation, '#pop'),
    rule(/[,;]/, Punctuation),
    include('expression'),
    include('variables'),
  ],
  braces: [rule(/\}/, Punctuation, '#pop'), include('root')],
  brackets: [
    rule(/\]/, Punctuation, '#pop'),
    rule(/[A-Za-z]\w+\./, Name),
    rule(/[A-Za-z]\w+/, (run, [word]) =>
      run.token(attributes.has(word) ? Token.NameBuiltinPseudo : Name, word),
    ),
    include('root'),
  ],
  variables: [
    rule(new RegExp(`\\$(?:[$?^_]|${automatic})`), Token.NameBuiltinPseudo),
    rule(/(\$)(?:(\w+)(:))?(\w+)/, [
      Token.NameVariable,
      Token.NameNamespace,
      Punctuation,
      Token.NameVariable,
    ]),
    needs(
      '}',
      rule(/(\$)(?:(\w+)(:))?(\{(?:[^`]|`.)+?\})/, [
        Token.NameVariable,
        Token.NameNamespace,
        Punctuation,
        Token.NameVariable,
      ]),
    ),
  ],
};

const strings: States = {
  'double quoted': [
    rule(/(?:\$#?)?"/, StringDouble, '#pop'),
    include('escapes'),
    rule(/[^"`$]+/, StringDouble),
    include('variables'),
  ],
  'single quoted': [rule(/'/, Token.StringSingle, '#pop'), rule(/[^']+/, Token.StringSingle)],
  'here-string': [
    rule(/(?:\$#?)?"@/, StringHeredoc, '#pop'),
    include('escapes'),
    rule(/[^"`$]+|"/, StringHeredoc),
    include('variables'),
  ],
  escapes: [rule(/\$\(/, Token.StringInterpol, 'interpolation'), rule(/`(?:$|.)/, StringEscape)],
  interpolation: [rule(/\)/, Token.StringInterpol, '#pop'), include('root')],
};
