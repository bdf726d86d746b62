/**
 * markdown-it's block parser with kramdown's loop: blank lines are blocks, and a rule may end inside a line. The rules stay
 * markdown-it's (`(state, startLine, endLine, silent) => boolean`), so rules of plugins work among kramdown's.
 * Origin: kramdown 2.5.2, `Parser::Kramdown#parse_blocks`.
 */
import markdownIt, {
  type Env,
  type MarkdownIt,
  type ParserBlock,
  type StateBlock,
  type Token,
} from 'markdown-it';
import { KramdownBlockState } from './state.js';

export type BlockRule = (
  state: KramdownBlockState,
  startLine: number,
  endLine: number,
  silent: boolean,
) => boolean;

export class KramdownBlockParser extends markdownIt.ParserBlock {
  override State = KramdownBlockState;

  constructor(ruler: ParserBlock['ruler']) {
    super();
    this.ruler = ruler;
  }

  override tokenize(state: StateBlock, startLine: number, endLine: number): void {
    const kramdown = state as KramdownBlockState;
    const rules = this.ruler.getRules('');
    state.line = startLine;
    while (state.line < endLine && !kramdown.isElementClosed) {
      const line = state.line;
      if (state.sCount[line]! < state.blkIndent && !state.isEmpty(line)) break;
      const { pos, lastBlock } = kramdown;
      const start = state.tokens.length;
      if (!rules.some((rule) => rule(state, line, endLine, false)))
        throw new Error('no block rule took the line');
      if (state.line === line && kramdown.pos <= pos) throw new Error('a block rule took nothing');
      if (kramdown.lastBlock === lastBlock && state.tokens.length > start) enterForeignBlock(kramdown, start);
    }
  }

  override parse(src: string, md: MarkdownIt, env: Env, outTokens: Token[]): void {
    if (src === '') return;
    const state = new KramdownBlockState(src, md, env, outTokens);
    this.tokenize(state, 0, state.lineMax);
  }
}

/** Enters what a plugin's rule pushed, so that kramdown's rules see a block there. */
function enterForeignBlock(state: KramdownBlockState, start: number): void {
  state.parent.blocks.push({
    kind: 'other',
    token: state.tokens[start]!,
    start,
    end: null,
    owner: null,
    text: '',
  });
}
