/** What the steps behind the rules need to put other tokens in the place of text. */
import type { Token } from 'markdown-it';
import { KramdownToken } from '../kramdown-token.js';

/** A token beside another. */
export function createBeside(token: Token, type: string, content: string): Token {
  const created = new KramdownToken(type, '', 0);
  created.content = content;
  created.level = token.level;
  return created;
}

/** Puts other tokens into the array. `splice` with that many arguments could overflow the stack. */
export function replaceAll(tokens: Token[], others: readonly Token[]): void {
  tokens.length = 0;
  for (const token of others) tokens.push(token);
}
