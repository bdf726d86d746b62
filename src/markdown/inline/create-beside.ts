import MarkdownIt, { type Token } from 'markdown-it';

/** A token beside another, for steps that replace a text by pieces. */
export function createBeside(token: Token, type: string, content: string): Token {
  const created = new MarkdownIt.Token(type, '', 0);
  created.content = content;
  created.level = token.level;
  return created;
}
