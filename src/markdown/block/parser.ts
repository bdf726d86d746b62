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
import { skipOptionalSpaces } from '../white-space.js';
import { KramdownBlockState } from './state.js';

export type BlockRule = (
  state: KramdownBlockState,
  startLine: number,
  endLine: number,
  silent: boolean,
) => boolean;

/** Characters a rule can start with, `null` for any. */
export type RuleStarts = ReadonlyMap<PlainBlockRule, string | null>;

/** A rule as markdown-it's ruler holds it. */
export type PlainBlockRule = (
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
) => boolean;

/** Index of the rules for characters that are not ASCII, and for the end of the text. */
const otherCharacters = 128;

export class KramdownBlockParser extends markdownIt.ParserBlock {
  override State = KramdownBlockState;
  readonly #starts: RuleStarts;
  #rules: readonly PlainBlockRule[] = [];
  #rulesByCharacter: readonly (readonly PlainBlockRule[])[] = [];

  /**
   * @param ruler  of the parser to take the place of
   * @param starts kramdown's own rules; any other may start with any character
   */
  constructor(ruler: ParserBlock['ruler'], starts: RuleStarts) {
    super();
    this.ruler = ruler;
    this.#starts = starts;
  }

  override tokenize(state: StateBlock, startLine: number, endLine: number): void {
    const kramdown = state as KramdownBlockState;
    state.line = startLine;
    while (state.line < endLine && !kramdown.isElementClosed) {
      const line = state.line;
      if (state.sCount[line]! < state.blkIndent && !state.isEmpty(line)) break;
      const { pos, lastBlock } = kramdown;
      const start = state.tokens.length;
      this.#applyRules(kramdown, endLine);
      if (state.line === line && kramdown.pos <= pos) throw new Error('a block rule took nothing');
      if (kramdown.lastBlock === lastBlock && state.tokens.length > start) enterForeignBlock(kramdown, start);
    }
  }

  #applyRules(state: KramdownBlockState, endLine: number): void {
    const { line } = state;
    const code = state.src.charCodeAt(skipOptionalSpaces(state.src, state.pos));
    const byCharacter = this.#currentRules();
    const rules = byCharacter[code] ?? byCharacter[otherCharacters]!;
    for (const rule of rules) {
      if (rule(state, line, endLine, false)) return;
    }
    throw new Error('no block rule took the line');
  }

  #currentRules(): readonly (readonly PlainBlockRule[])[] {
    const rules = this.ruler.getRules('');
    if (rules !== this.#rules) {
      this.#rules = rules;
      this.#rulesByCharacter = Array.from({ length: otherCharacters + 1 }, (_, code) =>
        rules.filter((rule) => this.#canStart(rule, code)),
      );
    }
    return this.#rulesByCharacter;
  }

  #canStart(rule: PlainBlockRule, code: number): boolean {
    const characters = this.#starts.get(rule);
    return characters === undefined || characters === null || characters.includes(String.fromCharCode(code));
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
