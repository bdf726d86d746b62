import type { Token } from 'markdown-it';
import { createBeside, replaceAll } from './rewrite-tokens.js';
import type { SpanState } from './state.js';

/**
 * GFM's step that breaks lines in text: at each line end (`hard_wrap`), else at a backslash before one. Text in HTML elements is
 * left alone. Origin: kramdown-parser-gfm 1.1, `Parser::GFM#update_elements` and `#update_text_type`.
 */
export function createHardLineBreak(hardWrap: boolean): (state: SpanState) => void {
  const mark = hardWrap ? '\n' : '\\\n';
  return ({ tokens, place }) => {
    if (!place.hasLineBreaks || !hasMark(tokens, mark)) return;
    const last = tokens.at(-1);
    const result: Token[] = [];
    let htmlDepth = 0;
    for (const token of tokens) {
      if (token.type === 'html_span_open') htmlDepth++;
      else if (token.type === 'html_span_close') htmlDepth--;
      if (htmlDepth === 0 && isMarked(token, mark)) {
        breakLines(token, mark, token === last && token.level === 0 && place.endsBlock, result);
      } else result.push(token);
    }
    replaceAll(tokens, result);
  };
}

function isMarked(token: Token, mark: string): boolean {
  return token.type === 'text' && token.content.includes(mark);
}

function hasMark(tokens: readonly Token[], mark: string): boolean {
  for (const token of tokens) if (isMarked(token, mark)) return true;
  return false;
}

/** A mark at the very end of a block is no break; text outside of any block, or before other blocks, has no such end. */
function breakLines(token: Token, mark: string, endsBlock: boolean, result: Token[]): void {
  const lines = token.content.split(mark);
  const isOpenEnd = endsBlock && lines.at(-1) === '';
  const breaks = lines.length - (isOpenEnd ? 2 : 1);
  for (const [index, line] of lines.entries()) {
    result.push(createBeside(token, 'text', index > 0 ? `\n${line}` : line));
    if (index < breaks) result.push(createBeside(token, 'hardbreak', ''));
  }
}
