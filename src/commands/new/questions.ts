/** Questions on a terminal, a line each. */
import { createInterface } from 'node:readline/promises';
import { CommandError } from '../line/command.js';
import type { Terminal } from './wishes.js';

/** Answers with what was typed, or with what stands in brackets when nothing was. */
export type Ask = (question: string, preset: string) => Promise<string>;

/** Whether an answer means yes. */
export function isYes(answer: string): boolean {
  return /^y(es)?$/i.test(answer);
}

/**
 * Asks what `talk` wants to know.
 *
 * @throws CommandError when the terminal is closed, or Ctrl-C pressed, before all is known
 */
export async function askOn<T>({ input, output }: Terminal, talk: (ask: Ask) => Promise<T>): Promise<T> {
  const lines = createInterface({ input, output });
  const closed = new Promise<never>((_, reject) => {
    lines.once('close', () => reject(new CommandError('Nothing was written: the questions were left open.')));
  });
  const ask: Ask = async (question, preset) => {
    const brackets = preset === '' ? '' : ` [${preset}]`;
    const answer = (await Promise.race([lines.question(`${question}${brackets}: `), closed])).trim();
    return answer === '' ? preset : answer;
  };
  try {
    return await talk(ask);
  } finally {
    lines.removeAllListeners('close').close();
  }
}
