import { include, type Lexer, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { rawString } from './raw-string.js';

const keywords = wordSet(`
  align allowzero and anyerror anyframe asm async await bool break c_int c_long c_longdouble c_longlong c_short c_uint
  c_ulong c_ulonglong c_ushort c_void callconv catch comptime comptime_float const continue defer else enum errdefer
  error export extern fn for if inline linksection noalias noinline noreturn nosuspend or orelse packed pub resume return
  struct suspend switch test threadlocal try type undefined union unreachable usingnamespace usize var void volatile
  while
`);
const builtins = wordSet(`
  @Frame @OpaqueType @TagType @This @Type @TypeOf @Vector @addWithOverflow @alignCast @alignOf @as @asyncCall @atomicLoad
  @atomicRmw @atomicStore @bitCast @bitOffsetOf @bitReverse @bitSizeOf @boolToInt @breakpoint @byteOffsetOf @byteSwap
  @bytesToSlice @cDefine @cImport @cInclude @cUndef @call @canImplicitCast @ceil @clz @cmpxchgStrong @cmpxchgWeak
  @compileError @compileLog @cos @ctz @divExact @divFloor @divTrunc @embedFile @enumToInt @errSetCast @errorName
  @errorReturnTrace @errorToInt @exp @exp2 @export @fabs @fence @field @fieldParentPtr @floatCast @floatToInt @floor
  @frame @frameAddress @frameSize @hasDecl @hasField @import @intCast @intToEnum @intToError @intToFloat @intToPtr @log
  @log10 @log2 @memcpy @memset @mod @mulWithOverflow @newStackCall @panic @popCount @ptrCast @ptrToInt @rem
  @returnAddress @round @setAlignStack @setCold @setEvalBranchQuota @setGlobalLinkage @setGlobalSection
  @setRuntimeSafety @shlExact @shlWithOverflow @shrExact @shuffle @sin @sizeOf @sliceToBytes @splat @sqrt
  @subWithOverflow @tagName @trunc @truncate @typeInfo @typeName @unionInit comptime_int
`);

const escaped = String.raw`\\(?:[nrt'"\\0]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})`;

/** Zig. A name after a dot is a property, or a function if a parenthesis follows. */
export const zig: Lexer = {
  states: () => ({
    root: [
      rule(/\n/, Token.Text, 'line start'),
      include('space'),
      rule(/(?:[iu]\d+|f(?:16|32|64|128)|isize|usize)\b/, Token.KeywordType),
      include('literals'),
      rule(/'[a-z_]\w*/i, Token.NameVariable),
      rule(/(\.?)(\s*)(@?[a-z_]\w*)(\s*)(\(?)/i, lexName),
      rule(/[()[\]{}|,:;]/, Token.Punctuation),
      rule(/[*/!@~&+%^<>=?-]|\.{1,3}/, Token.Operator),
    ],
    'line start': [
      include('space'),
      rule(/#\s[^\n]*/, Token.CommentSpecial),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    space: [rule(/\s+/, Token.Text), rule(/\/\/[^\n]*/, Token.Comment)],
    literals: [
      rule(/(?:true|false|null)\b/, Token.KeywordConstant),
      rule(new RegExp(`'(?:${escaped}|[^\\\\])'`), Token.StringChar),
      rule(/"/, Token.String, 'string'),
      rawString('r'),
      rule(/\d+(?:\.[\d_]+(?:e[-+]?[\d_]+)?|(?:\.[\d_]+)?e[-+]?[\d_]+)/, Token.NumberFloat),
      rule(/0b[10_]+|0x[\da-fA-F_]+|[\d_]+/, Token.NumberInteger),
    ],
    string: [
      rule(/"/, Token.String, '#pop'),
      rule(new RegExp(escaped), Token.StringEscape),
      rule(/[^"\\]+/, Token.String),
    ],
  }),
};

function lexName(run: LexerRun, match: RegExpExecArray): void {
  const [, dot, , name, , parenthesis] = match;
  run.groups(
    match,
    Token.Punctuation,
    Token.Text,
    classOf(name!, dot !== '', parenthesis !== ''),
    Token.Text,
    Token.Punctuation,
  );
}

function classOf(name: string, isMember: boolean, isCalled: boolean): Token {
  if (keywords.has(name)) return Token.Keyword;
  if (builtins.has(name)) return Token.NameBuiltin;
  if (!isMember) return Token.Name;
  return isCalled ? Token.NameFunction : Token.NameProperty;
}
