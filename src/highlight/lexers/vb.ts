import { include, type Lexer, needs, needsOnLine, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  AddHandler Alias ByRef ByVal CBool CByte CChar CDate CDbl CDec CInt CLng CObj CSByte CShort CSng CStr CType
  CUInt CULng CUShort Call Case Catch Class Const Continue Declare Default Delegate Dim DirectCast Do Each
  Else ElseIf End EndIf Enum Erase Error Event Exit False Finally For Friend Function Get Global GoSub GoTo
  Handles If Implements Imports Inherits Interface Let Lib Loop Me Module MustInherit MustOverride MyBase
  MyClass Namespace Narrowing New Next Not NotInheritable NotOverridable Nothing Of On Operator Option
  Optional Overloads Overridable Overrides ParamArray Partial Private Property Protected Public RaiseEvent
  ReDim ReadOnly RemoveHandler Resume Return Select Set Shadows Shared Single Static Step Stop Structure Sub
  SyncLock Then Throw To True Try TryCast Using Wend When While Widening With WithEvents WriteOnly
`);
const types = wordSet(`
  Boolean Byte Char Date Decimal Double Integer Long Object SByte Short Single String UInteger ULong UShort
  Variant
`);
const operatorWords = wordSet('AddressOf And AndAlso As GetType In Is IsNot Like Mod Or OrElse TypeOf Xor');
const builtins = wordSet('Console ConsoleColor');

const name = '[a-z_]\\w*';

/** Visual Basic. Its words are known in the case that Microsoft writes them in. */
export const vb: Lexer = {
  states: () => ({
    root: [
      include('space'),
      needsOnLine('Then', rule(/#(?:If|ElseIf)\b.*?\bThen/, Token.CommentPreproc)),
      needs('\n', rule(/#(?:ExternalSource|Region).*\n/, Token.CommentPreproc)),
      rule(/#(?:End\s+(?:If|ExternalSource|Region)|Const|ExternalChecksum)/, Token.CommentPreproc),
      rule(/\./, Token.Punctuation, 'member'),
      rule(/[(){}!#,:]/, Token.Punctuation),
      rule(/Option\s+(?:Strict|Explicit|Compare)\s+(?:On|Off|Binary|Text)/, Token.KeywordDeclaration),
      rule(/End\b/, Token.Keyword, 'end'),
      rule(/(?:Dim|Const)\b/, Token.Keyword, 'variable'),
      rule(/(?:Function|Sub|Property)\b/, Token.Keyword, 'function name'),
      rule(/(?:Class|Structure|Enum)\b/, Token.Keyword, 'class name'),
      rule(/(?:Module|Namespace|Imports)\b/, Token.Keyword, 'namespace'),
      rule(/[A-Z]\w*/, (run, [word]) => run.token(classOf(word), word)),
      rule(/[\\^*+/&<>=-]/, Token.Operator),
      rule(/"/, Token.String, 'string'),
      rule(new RegExp(`${name}[%&@!#$]?`, 'i'), Token.Name),
      rule(/(?:\d+\.\d*|\d*\.\d+)(?:f[+-]?\d+)?/i, Token.NumberFloat),
      rule(/\d+(?:[SILDFR]|US|UI|UL)?/, Token.NumberInteger),
    ],

    space: [
      rule(/\s+/, Token.Text),
      rule(/rem\b.*/i, Token.CommentSingle),
      needs('%}', rule(/%\{.*?%\}/s, Token.CommentMultiline)),
      rule(/'.*/, Token.CommentSingle),
    ],

    member: [include('space'), rule(new RegExp(name, 'i'), Token.Name, '#pop')],
    string: [rule(/""/, Token.StringEscape), rule(/"C?/, Token.String, '#pop'), rule(/[^"]+/, Token.String)],
    variable: [
      include('space'),
      rule(new RegExp(name, 'i'), Token.NameVariable, '#pop'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'function name': [include('space'), rule(new RegExp(name, 'i'), Token.NameFunction, '#pop')],
    'class name': [include('space'), rule(new RegExp(name, 'i'), Token.NameClass, '#pop')],
    namespace: [
      include('space'),
      rule(new RegExp(`${name}(?:\\.${name})*`, 'i'), Token.NameNamespace, '#pop'),
    ],
    end: [
      include('space'),
      rule(/(?:Function|Sub|Property|Class|Structure|Enum|Module|Namespace)\b/, Token.Keyword, '#pop'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (types.has(word)) return Token.KeywordType;
  if (operatorWords.has(word)) return Token.OperatorWord;
  return builtins.has(word) ? Token.NameBuiltin : Token.Name;
}
