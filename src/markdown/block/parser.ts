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
import { type Block, createParent } from './block.js';
import { KramdownBlockState } from './state.js';
import type { RuleResult, Steps } from './steps.js';

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
  override State: ParserBlock['State'] = KramdownBlockState;
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

  /** Parses lines of a state as the contents of a new parent: for `parse`, and for rules of plugins that hold blocks. */
  override tokenize(state: StateBlock, startLine: number, endLine: number): void {
    const kramdown = state as KramdownBlockState;
    const { parent, pendingAttributes } = kramdown;
    kramdown.parent = createParent();
    kramdown.pendingAttributes = null;
    state.line = startLine;
    const frames = [createFrame(kramdown, endLine)];
    while (frames.length > 0) {
      const nested = this.#advance(frames[frames.length - 1]!);
      if (nested) frames.push(createFrame(nested, nested.lineMax));
      else frames.pop();
    }
    kramdown.parent = parent;
    kramdown.pendingAttributes = pendingAttributes;
  }

  /** Whether a plugin added rules. */
  get hasForeignRules(): boolean {
    return this.ruler.getRules('').some((rule) => !this.#starts.has(rule));
  }

  /** Parses on, up to a nested text, which it answers, or to the end. */
  #advance(frame: Frame): KramdownBlockState | null {
    const { state, endLine } = frame;
    for (;;) {
      const step = frame.steps?.next();
      if (step && !step.done) return step.value;
      if (step) finishRule(frame);
      if (state.line >= endLine || state.isElementClosed) return null;
      const { line } = state;
      if (state.sCount[line]! < state.blkIndent && !state.isEmpty(line)) return null;
      frame.line = line;
      frame.pos = state.pos;
      frame.lastBlock = state.lastBlock;
      frame.tokenCount = state.tokens.length;
      const result = this.#applyRules(state, endLine);
      if (result === true) finishRule(frame);
      else frame.steps = result;
    }
  }

  #applyRules(state: KramdownBlockState, endLine: number): true | Steps {
    const { line } = state;
    const code = state.src.charCodeAt(skipOptionalSpaces(state.src, state.pos));
    const byCharacter = this.#currentRules();
    for (const rule of byCharacter[code] ?? byCharacter[otherCharacters]!) {
      const result = rule(state, line, endLine, false) as RuleResult;
      if (result !== false) return result;
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

/** A text being parsed, and the rule at work in it. */
interface Frame {
  readonly state: KramdownBlockState;
  readonly endLine: number;
  /** Of a rule that has nested texts, until it is finished. */
  steps: Steps | null;
  /** Where the rule started, to see what it did. */
  line: number;
  pos: number;
  tokenCount: number;
  lastBlock: Block | undefined;
}

function createFrame(state: KramdownBlockState, endLine: number): Frame {
  return { state, endLine, steps: null, line: 0, pos: 0, tokenCount: 0, lastBlock: undefined };
}

/** Checks that a rule took something, and enters the block of a plugin's rule. */
function finishRule(frame: Frame): void {
  const { state } = frame;
  frame.steps = null;
  if (state.line === frame.line && state.pos <= frame.pos) throw new Error('a block rule took nothing');
  if (state.lastBlock === frame.lastBlock && state.tokens.length > frame.tokenCount) {
    enterForeignBlock(state, frame.tokenCount);
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
