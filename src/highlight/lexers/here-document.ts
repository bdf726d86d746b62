import { nonSpace, type Rule, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

/** The word that ends the here-document being read. */
export interface HereDocument {
  end: string;
}

type Run = LexerRun<HereDocument>;

/** A word with nothing but white space between it and a line's end. */
const wordAlone = /(?<!\w)\w+[ \t-\r]*\n/g;

/** Enters `heredoc`, for the lexer to define; from there `heredocLine` at each line's start leaves it. */
export function startHereDocument(run: Run, match: RegExpExecArray): void {
  const { Operator, Text, StringHeredoc, NameConstant } = Token;
  run.groups(match, Operator, Text, StringHeredoc, StringHeredoc, NameConstant, StringHeredoc);
  run.memory.end = match[5]!;
  run.push('heredoc');
}

/** State at the start of a line in a here-document. */
export function heredocLine(): Rule<HereDocument>[] {
  return [
    when((run) => run.meets(nonSpace, wordAlone), rule(/\s*(\w+)\s*\n/, lexWordAlone)),
    rule(/(?:)/, Token.Text, '#pop'),
  ];
}

function lexWordAlone(run: Run, [line, word]: RegExpExecArray): void {
  if (word === run.memory.end) {
    run.token(Token.NameConstant, line);
    run.pop(2);
  } else run.token(Token.StringHeredoc, line);
}
