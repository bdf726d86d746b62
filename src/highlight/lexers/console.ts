import { escapePattern } from '../../ruby/escape-pattern.js';
import { boolOption } from '../bool-option.js';
import type { LexerOptions, LexerRun } from '../run.js';
import { errorOption, listOption, type Session, type SessionKind, sessionLexer } from './session.js';
import { shell } from './shell.js';

/**
 * Shell sessions. Options: `lang` and `output` name languages, `prompt` and `error` are lists with commas, `comments` says
 * whether `#` starts a comment rather than ends a prompt.
 */
export const console = sessionLexer(startSession);

function startSession(options: LexerOptions): SessionKind {
  const prompts = listOption(options, 'prompt');
  const comments = options.has('comments')
    ? boolOption(options, 'comments', false)
    : prompts.length > 0 && !prompts.includes('#');
  const ends = prompts.length > 0 ? prompts.filter((end) => end !== '') : defaultEnds(comments);
  const prompt = new RegExp(
    `^${comments ? '[^<#]*?' : '[\\s\\S]*?'}(?:${ends.map(escapePattern).join('|')})`,
  );
  const language = options.get('lang');
  const outputLanguage = options.get('output');
  return {
    promptOf: (line) => prompt.exec(line)?.[0],
    error: errorOption(options),
    makeCommands: (run) => (language === undefined ? run.create(shell, run.options) : named(run, language)),
    makeOutput:
      outputLanguage === undefined ? undefined : (run, line) => run.createNamed(outputLanguage, line),
  };
}

function defaultEnds(comments: boolean): string[] {
  return comments ? ['$', '>', ';'] : ['$', '#', '>', ';'];
}

function named(run: LexerRun<Session>, language: string): LexerRun {
  return run.createNamed(language, '') ?? run.create(shell, run.options);
}
