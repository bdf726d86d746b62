/** GitHub's strikethrough: `~one~` as well as `~~two~~`. Origin: cmark-gfm 0.29, `extensions/strikethrough.c`. */
import type { Delimiter, MarkdownIt, StateInline } from 'markdown-it';

const TILDE = 0x7e;
/** More tildes than these are text. */
const MOST_TILDES = 2;

/**
 * Puts the extension in the place of markdown-it's, which knows two tildes only.
 *
 * @param needsTwo whether one tilde is text
 */
export function useStrikethrough(md: MarkdownIt, needsTwo: boolean): void {
  md.enable('strikethrough');
  md.inline.ruler.at('strikethrough', (state, silent) => findTildes(state, silent, needsTwo));
  md.inline.ruler2.at('strikethrough', strikeThrough);
}

function findTildes(state: StateInline, silent: boolean, needsTwo: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== TILDE) return false;
  const { length, can_open: open, can_close: close } = state.scanDelims(state.pos, true);
  state.push('text', '', 0).content = '~'.repeat(length);
  if (length <= MOST_TILDES && !(needsTwo && length === 1)) {
    state.delimiters.push({ marker: TILDE, length, token: state.tokens.length - 1, end: -1, open, close });
  }
  state.pos += length;
  return true;
}

function strikeThrough(state: StateInline): boolean {
  for (const delimiters of [state.delimiters, ...state.tokens_meta.map((meta) => meta?.delimiters)])
    strikePairs(state, delimiters ?? []);
  return true;
}

/**
 * An opener and a closer of different length strike nothing through, nor does either with another. (cmark lets the opener look further:
 * `~~a~ b~~` is struck there.)
 */
function strikePairs(state: StateInline, delimiters: readonly Delimiter[]): void {
  for (const opener of delimiters) {
    const closer = opener.marker === TILDE ? delimiters[opener.end] : undefined;
    if (closer === undefined || opener.length !== closer.length) continue;
    for (const [{ token }, type, nesting] of [
      [opener, 's_open', 1],
      [closer, 's_close', -1],
    ] as const) {
      Object.assign(state.tokens[token]!, { type, tag: 's', nesting, content: '' });
    }
  }
}
