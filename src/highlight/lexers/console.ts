import { escapePattern } from '../../ruby/escape-pattern.js';
import { boolOption } from '../bool-option.js';
import { type Lexer, rule } from '../lexer.js';
import type { LexerOptions, LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { shell } from './shell.js';

/** A session being read: commands go on from line to line until something else comes. */
interface Session {
  readonly prompt: RegExp;
  readonly error: RegExp | undefined;
  readonly language: string | undefined;
  readonly outputLanguage: string | undefined;
  commands: LexerRun | undefined;
  output: LexerRun | undefined;
}

/**
 * Shell sessions: lines with a prompt hold commands, the others output. Options: `lang` and `output` name languages,
 * `prompt` and `error` are lists with commas, `comments` says whether `#` starts a comment rather than ends a prompt.
 */
export const console: Lexer<Session> = {
  start: ({ options }) => startSession(options),
  states: () => ({ root: [rule(/.*\n|.+/, lexLine)] }),
};

const elision = /^[ \t-\r]*(?:<\.+>|\.+)[ \t-\r]*$/;
const leadingSpace = /^[ \t-\r]*/;
const comment = /^[ \t-\r\0]*#/;

function startSession(options: LexerOptions): Session {
  const prompts = list(options.get('prompt'));
  const comments = options.has('comments')
    ? boolOption(options, 'comments', false)
    : prompts.length > 0 && !prompts.includes('#');
  const ends = prompts.length > 0 ? prompts.filter((end) => end !== '') : defaultEnds(comments);
  const errors = list(options.get('error'));
  return {
    prompt: new RegExp(`^${comments ? '[^<#]*?' : '[\\s\\S]*?'}(?:${alternatives(ends)})`),
    error: errors.length > 0 ? new RegExp(`^(?:${alternatives(errors)})`) : undefined,
    language: options.get('lang'),
    outputLanguage: options.get('output'),
    commands: undefined,
    output: undefined,
  };
}

function list(option: string | undefined): string[] {
  return option === undefined || option === '' ? [] : option.split(',');
}

function defaultEnds(comments: boolean): string[] {
  return comments ? ['$', '>', ';'] : ['$', '#', '>', ';'];
}

function alternatives(texts: readonly string[]): string {
  return texts.map(escapePattern).join('|');
}

function lexLine(run: LexerRun<Session>, [line]: RegExpExecArray): void {
  const { prompt, error } = run.memory;
  const prompted = prompt.exec(line)?.[0];
  if (elision.test(line)) lexOther(run, Token.Comment, line);
  else if (prompted !== undefined) lexCommand(run, prompted, line.slice(prompted.length));
  else if (comment.test(line)) lexOther(run, Token.Comment, line);
  else if (error?.test(line)) lexOther(run, Token.GenericError, line);
  else lexOutput(run, line);
}

function lexOutput(run: LexerRun<Session>, line: string): void {
  const session = run.memory;
  session.commands = undefined;
  if (session.outputLanguage === undefined) {
    run.token(Token.GenericOutput, line);
    return;
  }
  session.output ??= run.createNamed(session.outputLanguage, line) ?? undefined;
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
  session.commands ??=
    session.language === undefined ? run.create(shell, run.options) : named(run, session.language);
  session.commands.lex(rest.slice(space.length));
}

function named(run: LexerRun<Session>, language: string): LexerRun {
  return run.createNamed(language, '') ?? run.create(shell, run.options);
}
