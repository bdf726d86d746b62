import { include, type Lexer, needsOnLine, rule, words } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = words(`
  as break breakpoint class class_name const continue elif else enum export extends for func if is master
  mastersync match onready pass puppet puppetsync remote remotesync return setget signal static tool var while
`);

const builtins = words(`
  Color8 ColorN abs acos asin assert atan atan2 bytes2var ceil char clamp convert cos cosh db2linear decimals
  dectime deg2rad dict2inst ease exp floor fmod fposmod funcref hash inst2dict instance_from_id is_inf is_nan
  lerp linear2db load log max min nearest_po2 pow preload print print_stack printerr printraw prints printt
  rad2deg rand_range rand_seed randf randi randomize range round seed sign sin sinh sqrt stepify str str2var
  tan tanh type_exist typeof var2bytes var2str weakref yield
`);

const types = words(`
  AABB Array Basis Color Dictionary NodePath Object Plane PoolByteArray PoolColorArray PoolIntArray
  PoolRealArray PoolStringArray PoolVector2Array PoolVector3Array Quat RID Rect2 String Transform Transform2D
  Vector2 Vector3 bool float int null
`);

/** Godot's scripts. */
export const gdscript: Lexer = {
  states: () => ({
    root: [
      rule(/\s/, Token.Text),
      rule(/#.*/, Token.CommentSingle),
      rule(/[[\]{}:(),;]/, Token.Punctuation),
      rule(/\\\n/, Token.Text),
      rule(/(?:in|and|or|not)\b/, Token.OperatorWord),
      rule(/[-~+/*%=<>&^.|$]|!=?/, Token.Operator),
      rule(/(func)((?:\s|\\)+)/, [Token.Keyword, Token.Text], 'function name'),
      rule(/(class)((?:\s|\\)+)/, [Token.Keyword, Token.Text], 'class name'),
      rule(new RegExp(`${keywords}\\b`), Token.Keyword),
      rule(/(?:do|switch|case)\b/, Token.KeywordReserved),
      rule(new RegExp(`${builtins}\\b`), Token.NameBuiltin),
      rule(/(?:self|false|true|PI|TAU|NAN|INF)\b/, Token.NameBuiltinPseudo),
      rule(new RegExp(`${types}\\b`), Token.KeywordType),
      rule(/"""/, Token.StringDouble, 'long double quoted'),
      rule(/'''/, Token.StringDouble, 'long single quoted'),
      rule(/"/, Token.StringDouble, 'double quoted'),
      rule(/'/, Token.StringDouble, 'single quoted'),
      rule(/[a-zA-Z_]\w*/, Token.Name),
      rule(/\d+(?:\.\d*(?:[eE][+-]?\d+)?|[eE][+-]?\d+)j?/, Token.NumberFloat),
      rule(/0[xX][\da-fA-F]+/, Token.NumberHex),
      rule(/\d+j?/, Token.NumberInteger),
    ],
    'function name': [rule(/[a-zA-Z_]\w*/, Token.NameFunction, '#pop')],
    'class name': [rule(/[a-zA-Z_]\w*/, Token.NameClass, '#pop')],

    escape: [
      rule(
        /\\(?:[\\abfnrtv"'\n]|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[0-7]{1,3})/,
        Token.StringEscape,
      ),
      needsOnLine('}', rule(/\\N\{.*?\}/, Token.StringEscape)),
    ],
    'double quoted': [rule(/"/, Token.StringDouble, '#pop'), include('in double quotes')],
    'long double quoted': [
      rule(/"""/, Token.StringDouble, '#pop'),
      include('in double quotes'),
      rule(/\n/, Token.StringDouble),
    ],
    'in double quotes': [include('escape'), include('format'), rule(/[^\\"%\n]+|['\\%]/, Token.StringDouble)],
    'single quoted': [rule(/'/, Token.StringSingle, '#pop'), include('in single quotes')],
    'long single quoted': [
      rule(/'''/, Token.StringSingle, '#pop'),
      include('in single quotes'),
      rule(/\n/, Token.StringSingle),
    ],
    'in single quotes': [include('escape'), include('format'), rule(/[^\\'%\n]+|["\\%]/, Token.StringSingle)],
    format: [
      rule(
        /%(?:\(\w+\))?[-#0 +]*(?:[1-9]\d*|\*)?(?:\.(?:\d+|\*))?[hlL]?[E-GXc-giorsux%]/,
        Token.StringInterpol,
      ),
    ],
  }),
};
