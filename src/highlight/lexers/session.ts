import { escapePattern } from '../../ruby/escape-pattern.js';
import { type Lexer, rule } from '../lexer.js';
import type { LexerOptions, LexerRun } from '../run.js';
import { Token } from '../tokens.js';

/** What tells the lines of a session apart, and what lexes them. */
export interface SessionKind {
  /** The prompt that a line starts with. */
  readonly promptOf: (line: string) => string | undefined;
  readonly error: RegExp | undefined;
  readonly makeCommands: (run: LexerRun<Session>) => LexerRun;
  /** Without it, output is a token of its own. */
  readonly makeOutput: ((run: LexerRun<Session>, line: string) => LexerRun | null) | undefined;
}

/** A session being read: commands go on from line to line until something else comes, and so does output. */
export interface Session {
  readonly kind: SessionKind;
  commands: LexerRun | undefined;
  output: LexerRun | undefined;
}

/** A lexer for sessions with a program that prompts: lines with a prompt hold commands, the others output. */
export function sessionLexer(kindOf: (options: LexerOptions) => SessionKind): Lexer<Session> {
  return {
    start: ({ options }) => ({ kind: kindOf(options), commands: undefined, output: undefined }),
    states: () => ({ root: [rule(/.*\n|.+/, lexLine)] }),
  };
}

const elision = /^[ \t-\r]*(?:<\.+>|\.+)[ \t-\r]*$/;
const leadingSpace = /^[ \t-\r]*/;
const comment = /^[ \t-\r\0]*#/;

/** An option that is a list with commas. */
export function listOption(options: LexerOptions, name: string): string[] {
  const value = options.get(name);
  return value === undefined || value === '' ? [] : value.split(',');
}

/** The option `error`: what lines that report an error start with. */
export function errorOption(options: LexerOptions): RegExp | undefined {
  const errors = listOption(options, 'error').map(escapePattern);
  return errors.length > 0 ? new RegExp(`^(?:${errors.join('|')})`) : undefined;
}

function lexLine(run: LexerRun<Session>, [line]: RegExpExecArray): void {
  const { promptOf, error } = run.memory.kind;
  if (elision.test(line)) {
    lexOther(run, Token.Comment, line);
    return;
  }
  const prompt = promptOf(line);
  if (prompt !== undefined) lexCommand(run, prompt, line.slice(prompt.length));
  else if (comment.test(line)) lexOther(run, Token.Comment, line);
  else if (error?.test(line)) lexOther(run, Token.GenericError, line);
  else lexOutput(run, line);
}

function lexOutput(run: LexerRun<Session>, line: string): void {
  const session = run.memory;
  session.commands = undefined;
  const { makeOutput } = session.kind;
  if (makeOutput === undefined) {
    run.token(Token.GenericOutput, line);
    return;
  }
  session.output ??= makeOutput(run, line) ?? undefined;
  session.output?.lex(line);
}

function lexOther(run: LexerRun<Session>, token: Token, line: string): void {
  run.memory.output = undefined;
  run.memory.commands = undefined;
  run.token(token, line);
}

function lexCommand(run: LexerRun<Session>, prompt: string, rest: string): void {
  const session = run.memory;
  session.output = undefined;
  run.token(Token.GenericPrompt, prompt);
  const [space] = leadingSpace.exec(rest)!;
  run.token(Token.Whitespace, space);
  session.commands ??= session.kind.makeCommands(run);
  session.commands.lex(rest.slice(space.length));
}
