/** Characters that mean something to a shell outside quotes, which no command here may ask for. */
const SHELL = /[;|&<>()$`*?[\]{}\n]/;
/** At the beginning of a word. */
const SHELL_FIRST = /[~#!]/;
/** The same inside double quotes. */
const SHELL_IN_QUOTES = /[$`]/;

/** A command that a shell would have to understand. */
export class ShellNeededError extends Error {
  constructor(readonly character: string) {
    super(`\`${character}\` would have to be understood by a shell`);
    this.name = 'ShellNeededError';
  }
}

/**
 * The words of a command, by the few rules of quoting that mean the same in every shell. What a command says on its error output may be sent away
 * or along (`2>/dev/null`, `2>&1`), which changes nothing here.
 *
 * @throws ShellNeededError for all else that a shell does
 */
export function splitCommand(command: string): string[] {
  const text = command.trim().replace(/\s2>\s?(?:\/dev\/null|&1)(?=\s|$)/g, ' ');
  const words: string[] = [];
  let word: string | null = null;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (character === "'" || character === '"') {
      const [quoted, end] = readQuoted(text, index);
      word = (word ?? '') + quoted;
      index = end;
    } else if (character === '\\') word = (word ?? '') + (text[++index] ?? '');
    else if (/\s/.test(character) && character !== '\n') {
      if (word !== null) words.push(word);
      word = null;
    } else if (SHELL.test(character) || (word === null && SHELL_FIRST.test(character)))
      throw new ShellNeededError(character);
    else word = (word ?? '') + character;
  }
  if (word !== null) words.push(word);
  return words;
}

function readQuoted(text: string, start: number): [quoted: string, end: number] {
  const quote = text[start]!;
  let quoted = '';
  for (let index = start + 1; index < text.length; index++) {
    const character = text[index]!;
    if (character === quote) return [quoted, index];
    if (quote === '"' && character === '\\' && /["\\$`]/.test(text[index + 1] ?? '')) quoted += text[++index];
    else if (quote === '"' && SHELL_IN_QUOTES.test(character)) throw new ShellNeededError(character);
    else quoted += character;
  }
  throw new ShellNeededError(quote);
}
