import { include, type Lexer, needs, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { functions, macroWords, procedures, procedureWords, statements } from './sas-words.js';

/** The procedure being written, in capitals. */
interface Memory {
  procedure: string;
}

const { Keyword, Text, Punctuation, Operator, OperatorWord, LiteralDate } = Token;

/** SAS. Case does not count. A procedure goes on up to `run` or `quit`, and has words of its own. */
export const sas: Lexer<Memory> = {
  start: () => ({ procedure: '' }),
  states: () => ({
    root: [
      include('basic'),
      rule(/(proc)(\s+)(\w+)/i, (run, match) => {
        run.memory.procedure = match[3]!.toUpperCase();
        run.groups(match, Keyword, Text, procedures.has(run.memory.procedure) ? Keyword : Token.Name);
        run.push('procedure');
      }),
      rule(/(data)(\s+)([\w.]+)|(libname)(\s+)(\w+)/i, [
        Keyword,
        Text,
        Token.NameVariable,
        Keyword,
        Text,
        Token.NameVariable,
      ]),
      rule(/\w+/, (run, [word]) => run.token(isWord(word) ? Keyword : Token.Name, word)),
      include('rest'),
    ],
    procedure: [
      rule(/quit|run/i, Keyword, '#pop'),
      include('basic'),
      rule(/\w+/, (run, [word]) => {
        const own = procedureWords.get(run.memory.procedure);
        run.token(isWord(word) || own?.has(word.toUpperCase()) ? Keyword : Token.Name, word);
      }),
      include('rest'),
    ],

    basic: [
      rule(/\s+/, Text),
      needs(';', rule(/^%?\*[^;]*;/, Token.CommentSingle)),
      rule(/(;)(\s*)(%?\*[^;]*;)/, [Punctuation, Text, Token.CommentSingle]),
      needs('*/', rule(/\/\*[\s\S]*?\*\//, Token.CommentMultiline)),
      include('literals'),
      rule(/(?:_n_|_error_|_file_|_infile_|_msg_|_iorc_|_cmd_)\b/i, Token.NameBuiltinPseudo),
      rule(/(?:_character_|_numeric_|_all_)\b/i, Token.NameBuiltin),
      rule(/(datalines|cards)(\s*)(;)/i, [Keyword, Text, Punctuation], 'lines'),
      rule(/(datalines4|cards4)(\s*)(;)/i, [Keyword, Text, Punctuation], 'lines with semicolons'),
      include('operators'),
      rule(/\d+/, Token.NumberInteger),
      rule(/\$/, Token.KeywordType),
      rule(/(%macro|%mend)(\s*)(\w+)/i, [Keyword, Text, Token.NameFunction]),
      rule(/%mend/, Keyword),
      rule(/%\w+/, (run, [word]) =>
        run.token(macroWords.has(word.toUpperCase()) ? Keyword : Token.Name, word),
      ),
    ],
    literals: [
      rule(/'[0-9a-z]+'d/i, LiteralDate),
      when(endsAsDateTime, rule(/'.+?'dt/i, LiteralDate)),
      rule(/'[0-9:]+(?:[ap|]m)?'t/i, LiteralDate),
      rule(/'/, Token.StringSingle, 'single quoted'),
      rule(/"/, Token.StringDouble, 'double quoted'),
      rule(/&[a-z0-9_&.]+/i, Token.NameVariable),
      rule(/\d[0-9a-f]*x/i, Token.NumberHex),
      rule(/\d[0-9e.-]+/i, Token.Number),
    ],
    // Before an equals sign any character belongs to the operator, as in Rouge.
    operators: [
      rule(/\*\*|[*/+-]/, Operator),
      rule(/[^¬~]?=:?|[<>]=?:?/, Operator),
      rule(/(?:eq|ne|gt|lt|ge|le|in)\b/i, OperatorWord),
      rule(/[&|!¦¬∘~]/, Operator),
      rule(/(?:and|or|not|of|like)\b/i, OperatorWord),
    ],
    rest: [rule(/[(),;:{}[\]\\.]/, Punctuation), rule(/[@?]/, Token.StringSymbol), rule(/\S+/, Text)],

    'single quoted': [
      rule(/''/, Token.StringEscape),
      rule(/'/, Token.StringSingle, '#pop'),
      rule(/[^']+/, Token.StringSingle),
    ],
    'double quoted': [
      rule(/&[a-z0-9_&]+\.?/i, Token.StringInterpol),
      rule(/""/, Token.StringEscape),
      rule(/"/, Token.StringDouble, '#pop'),
      rule(/[^&"]+|&/, Token.StringDouble),
    ],
    lines: [rule(/[^;]+/, Token.StringHeredoc), rule(/;/, Punctuation, '#pop')],
    'lines with semicolons': [rule(/;{4}/, Punctuation, '#pop'), rule(/[^;]+|;{1,3}/, Token.StringHeredoc)],
  }),
};

const dateTimeEnd = /'dt/gi;

/** Rouge looks over other quotes on the line. */
function endsAsDateTime(run: LexerRun): boolean {
  return run.next(dateTimeEnd) < run.next('\n');
}

function isWord(word: string): boolean {
  const known = word.toUpperCase();
  return statements.has(known) || functions.has(known);
}
