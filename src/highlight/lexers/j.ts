import { include, type Lexer, rule, type States, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { primitiveClass } from './j-primitives.js';

const controlWords = wordSet(`
  assert break case catch catchd catcht continue do else elseif end fcase for if return select throw try while
  whilst
`);
/** Those that take a name: `for_i.`, `label_end.`. */
const namedControlWords = wordSet('for goto label');

interface Memory {
  /** Whether the line being read announces a note. */
  isNoteNext: boolean;
  /** What an explicit definition has for its body. */
  body: 'noun' | 'code';
}

type Run = LexerRun<Memory>;

/** J. A definition's lines, up to a parenthesis alone, are code or the text of a noun. */
export const j: Lexer<Memory> = {
  start: () => ({ isNoteNext: false, body: 'code' }),
  states: () => ({
    root: [
      rule(/\n/, lexLineEnd),
      rule(
        /([0-4]|13|adverb|conjunction|dyad|monad|noun|verb)([ \t]+)(def(?:ine)?\b|:)(?![.:])([ \t]*)/,
        startDefinition,
      ),
      rule(/^([ \t]*)(Note\b(?![.:]))([ \t\r]*)(?!=[.:]|$)/, (run, match) => {
        run.groups(match, Token.Text, Token.Name, Token.Text);
        run.memory.isNoteNext = true;
      }),
      rule(/[mnuvxy]\b(?![.:])/, Token.Name),
      include('expression'),
    ],

    'rest of line': [rule(/\n/, Token.Text, '#pop'), include('root')],
    definition: [
      rule(/0\b(?![.:])/, (run, [zero]) => {
        run.token(Token.KeywordPseudo, zero);
        if (run.depth > 2) run.pop();
        run.goto(run.memory.body);
        run.push('rest of line');
      }),
      rule(/'/, (run, [quote]) => {
        const isNoun = run.memory.body === 'noun';
        run.token(isNoun ? Token.StringSingle : Token.Punctuation, quote);
        run.goto(isNoun ? 'string' : 'quoted code');
      }),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'quoted code': [
      rule(/''/, Token.StringSingle, 'string in quoted code'),
      rule(/'|$/, Token.Punctuation, '#pop'),
      rule(/NB\.(?![.:])(?:[^'\n]|'')*/, Token.CommentSingle),
      include('expression'),
    ],
    'string in quoted code': [
      rule(/''''/, Token.StringEscape),
      rule(/[^'\n]+/, Token.StringSingle),
      rule(/''/, Token.StringSingle, '#pop'),
      rule(/'|$/, Token.Punctuation, ['#pop', '#pop']),
    ],

    note: [include('end'), rule(/.+\n?/, Token.CommentMultiline)],
    noun: [include('end'), rule(/.+\n?/, Token.StringHeredoc)],
    code: [
      include('end'),
      rule(/^([ \t]*)(:)([ \t\r]*)$/, [Token.Text, Token.Punctuation, Token.Text]),
      include('expression'),
    ],
    end: [rule(/^([ \t]*)(\))([ \t\r]*$\n?)/, [Token.Text, Token.Punctuation, Token.Text], '#pop')],

    ...expressions,
  }),
};

function lexLineEnd(run: Run, [end]: RegExpExecArray): void {
  run.token(Token.Text, end);
  if (!run.memory.isNoteNext) return;
  run.push('note');
  run.memory.isNoteNext = false;
}

function startDefinition(run: Run, match: RegExpExecArray): void {
  run.groups(match, Token.KeywordPseudo, Token.Text, Token.KeywordPseudo, Token.Text);
  const [, kind, , word] = match;
  const body = kind === '0' || kind === 'noun' ? 'noun' : 'code';
  run.memory.body = body;
  if (word === 'define') {
    if (run.depth > 1) run.pop();
    run.push(body);
    run.push('rest of line');
  } else run.push('definition');
}

const expressions: States<Memory> = {
  expression: [
    rule(/\s+/, Token.Text),
    rule(/([!-&(-/:-@[-^`{-~]|[A-Za-z]\b)([.:]*)/, (run, [text, primitive, inflection]) =>
      run.token(primitiveClass(primitive!, inflection!), text),
    ),
    rule(/(?:\d|_\d?):([.:]*)/, (run, [text, rest]) =>
      run.token(rest === '' ? Token.NameFunction : Token.Error, text),
    ),
    rule(/[\d_][\w.]*([.:]*)/, (run, [text, rest]) =>
      run.token(rest === '' ? Token.Number : Token.Error, text),
    ),
    rule(/'/, Token.StringSingle, 'string'),
    rule(/NB\.(?![.:]).*/, Token.CommentSingle),
    rule(/([A-Za-z]\w*)([.:]*)/, lexWord),
  ],
  string: [
    rule(/''/, Token.StringEscape),
    rule(/[^'\n]+/, Token.StringSingle),
    rule(/'|$/, Token.StringSingle, '#pop'),
  ],
};

function lexWord(run: Run, [text, name, inflection]: RegExpExecArray): void {
  if (inflection !== '.') {
    run.token(inflection === '' ? Token.Name : Token.Error, text);
    return;
  }
  const [, word, mark, id] = /^([^_]*)(_?)(.*)$/.exec(name!)!;
  const isKnown = mark === '' ? controlWords.has(word!) : id !== '' && namedControlWords.has(word!);
  if (!isKnown) {
    run.token(Token.Error, text);
    return;
  }
  run.token(Token.Keyword, word! + mark!);
  run.token(word === 'for' ? Token.Name : Token.NameLabel, id);
  run.token(Token.Keyword, inflection);
}
