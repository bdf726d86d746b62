import { include, type Lexer, rule, when, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { keywords } from './openedge-words.js';

const directives = wordSet(`
  &ANALYZE-RESUME &ANALYZE-SUSPEND &ELSE &ELSEIF &ENDIF &GLOB &GLOBAL-DEFINE &IF &MESSAGE &SCOP &SCOPED-DEFINE &THEN
  &UNDEF &UNDEFINE &WEBSTREAM
`);

/** The code that was looked through for braces, and where each pair that may stand for another file ends. */
interface Braces {
  text: string;
  ends: ReadonlyMap<number, number>;
}

const name = String.raw`[a-zA-Z_&{}!][\w&!}-]*`;

/** OpenEdge ABL. What is in braces is an include file, as long as no braces in it are empty. */
export const openedge: Lexer<Braces> = {
  start: () => ({ text: '', ends: new Map() }),
  states: () => ({
    root: [
      rule(/\/\/.*/, Token.CommentSingle),
      rule(/\/\*/, Token.CommentMultiline, 'comment'),
      rule(/"/, Token.StringDelimiter, 'double quoted'),
      rule(/'/, Token.StringDelimiter, 'single quoted'),
      include('numbers'),
      rule(/(?:TRUE|FALSE|YES|NO(?!-)|\?)\b/i, Token.KeywordConstant),
      rule(/[~!%^*+=|?:<>/-]/, Token.Operator),
      rule(/[()[\],.]/, Token.Punctuation),
      rule(/\s+/, Token.Text),
      rule(/&analyze-(?:suspend|resume)/i, Token.CommentPreproc, 'directive'),
      rule(/&(?:scoped|global)-define\s*[.\w\\/-]*/i, Token.CommentPreproc, 'directive'),
      when(
        (run) => endOfBraces(run as LexerRun<Braces>, run.end) !== undefined,
        rule(/\{/, (run, [brace]) =>
          run.token(Token.CommentPreproc, brace + run.readTo(endOfBraces(run, run.end - 1)!)),
        ),
      ),
      rule(new RegExp(`@${name}`), Token.NameDecorator),
      rule(new RegExp(`${name}(?=\\s*\\()`), Token.NameFunction),
      rule(new RegExp(name), (run, [word]) => run.token(classOf(word.toUpperCase()), word)),
    ],
    numbers: [
      rule(/(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+[lu]*)?|\d+e[+-]?\d+[lu]*/i, Token.NumberFloat),
      rule(/0x[\da-f]+[lu]*/i, Token.NumberHex),
      rule(/0[0-7]+[lu]*/i, Token.NumberOct),
      rule(/\d+[lu]*/i, Token.NumberInteger),
    ],
    comment: [
      rule(/\*\//, Token.CommentMultiline, '#pop'),
      rule(/\/\*/, Token.CommentMultiline, '#push'),
      rule(/[^*/]+|[*/]/, Token.CommentMultiline),
    ],
    'double quoted': [
      rule(/~[~nrt"]?/, Token.StringEscape),
      rule(/[^\\"]+/, Token.StringDouble),
      rule(/"/, Token.StringDelimiter, '#pop'),
    ],
    'single quoted': [
      rule(/~[~nrt']?/, Token.StringEscape),
      rule(/[^\\']+/, Token.StringSingle),
      rule(/'/, Token.StringDelimiter, '#pop'),
    ],
    directive: [rule(/.*(?=\/[/*])|.*\n?/, Token.CommentPreproc, '#pop')],
  }),
};

function classOf(word: string): Token {
  if (directives.has(word)) return Token.CommentPreproc;
  return keywords.has(word) ? Token.Keyword : Token.NameVariable;
}

/** Where the pair of braces ends that starts at a place. The code is looked through once. */
function endOfBraces({ memory, text }: LexerRun<Braces>, start: number): number | undefined {
  if (memory.text !== text) Object.assign(memory, { text, ends: findBraces(text) });
  return memory.ends.get(start);
}

function findBraces(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { start: number; isWhole: boolean }[] = [];
  for (const { index, 0: brace } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push({ start: index, isWhole: true });
    else {
      const pair = open.pop();
      if (pair === undefined) continue;
      if (pair.isWhole && index > pair.start + 1) ends.set(pair.start, index + 1);
      else if (open.length > 0) open.at(-1)!.isWhole = false;
    }
  }
  return ends;
}
