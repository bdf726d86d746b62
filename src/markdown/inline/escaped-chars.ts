import type { SpanState } from './state.js';

const escapable = '\\.*_+`<>()[]{}#!:|"\'$=-';

/** The rule for `\*`. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_escaped_chars`; GFM adds the tilde. */
export function createEscapedChars(isGfm: boolean): (state: SpanState) => boolean {
  const characters = isGfm ? `${escapable}~` : escapable;
  return (state) => {
    const { src, pos } = state;
    if (src.charCodeAt(pos) !== 0x5c || pos + 1 >= src.length || !characters.includes(src[pos + 1]!))
      return false;
    state.pos++;
    return state.takeText(1);
  };
}

const escapes = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g;

/** Takes the backslashes out, as in an image's description. */
export function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replaceAll(escapes, '$1') : text;
}
