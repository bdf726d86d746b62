import { include, type Lexer, moreWords, needs, rule, type States } from '../lexer.js';
import { Token } from '../tokens.js';
import { type CStates, type CWords, cStates, cWords, startC } from './c.js';

export const cppWords: CWords = {
  keywords: moreWords(
    cWords.keywords,
    `
      alignas alignof asm auto catch char8_t co_await co_return co_yield concept const_cast consteval constexpr constinit
      decltype delete dynamic_cast explicit export final friend import module mutable namespace new noexcept operator
      override private protected public reinterpret_cast requires restrict size_of static_assert static_cast this
      thread_local throw throws try typeid typename using virtual
    `,
  ),
  types: moreWords(cWords.types, 'bool'),
  reserved: moreWords(
    cWords.reserved,
    `
      __event __interface __multiple_inheritance __single_inheritance __super __uuidof __virtual_inheritance
    `,
  ),
  builtins: cWords.builtins,
};

/** C++: C with classes, templates, raw strings and digits in groups. */
export const cpp: Lexer = {
  start: startC,
  states: () => withClasses(cStates(cppWords)),
};

/** Adds what C++ adds to the rules of C. */
export function withClasses(states: CStates): States {
  return {
    ...states,
    root: [rule(/(?:__offload|__blockingoffload|__outer)\b/, Token.KeywordPseudo), ...states.root],
    statements: [
      rule(/(?:class|struct)\b/, Token.Keyword, 'class name'),
      rule(/template\b/, Token.Keyword, 'template'),
      ...numbers(),
      rule(/nullptr\b/, Token.NameBuiltin),
      needs(
        ')',
        rule(/(?:u8|u|U|L)?R"([a-zA-Z0-9_{}[\]#<>%:;.?*+\-/^&|~!=,"']{0,16})\([\s\S]*?\)\1"/, Token.String),
      ),
      rule(/::|<=>/, Token.Operator),
      rule(/\{/, Token.Punctuation),
      rule(/\}/, (run, [brace]) => {
        run.token(Token.Punctuation, brace);
        if (run.inState('function')) run.pop();
      }),
      ...states.statements,
    ],
    case: [rule(/:(?!:)/, Token.Punctuation, '#pop'), include('statements')],

    'class name': [
      rule(/[a-zA-Z_][a-zA-Z0-9_]*/, Token.NameClass, '#pop'),
      include('space'),
      rule(/\.{3}/, Token.Operator),
      rule(/,/, Token.Punctuation, '#pop'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    template: [
      rule(/[>;]/, Token.Punctuation, '#pop'),
      rule(/typename\b/, Token.Keyword, 'class name'),
      include('statements'),
    ],
  };
}

/** Quotes may stand between digits (N3781). */
function numbers(): States[string] {
  const digits = String.raw`\d(?:'?\d)*`;
  const hexDigits = String.raw`[\da-fA-F](?:'?[\da-fA-F])*`;
  const power = `[ep][+-]?${digits}`;
  return [
    rule(new RegExp(`${digits}(?:\\.${digits})?(?:y|d|h|min|s|ms|us|ns|i|if|il)\\b`), Token.NumberOther),
    rule(
      new RegExp(`(?:${digits}\\.(?:${digits})?|\\.${digits})(?:${power})?[luf]*`, 'i'),
      Token.NumberFloat,
    ),
    rule(new RegExp(`${digits}${power}[luf]*`, 'i'), Token.NumberFloat),
    rule(new RegExp(`0x${hexDigits}(?:${power})?[lu]*`, 'i'), Token.NumberHex),
    rule(/0b[01]+(?:'[01]+)*/, Token.NumberBin),
    rule(/0[0-7](?:'?[0-7])*[lu]*/i, Token.NumberOct),
    rule(new RegExp(`${digits}[lu]*`, 'i'), Token.NumberInteger),
  ];
}
