import { findEntity } from '../entity-names.js';
import { pushEntity } from './html-entity.js';
import type { SpanState } from './state.js';

/** Dashes, ellipses and guillemets. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_typographic_syms`. */
export function typographicSymbol(state: SpanState): boolean {
  const { src, pos } = state;
  switch (src.charCodeAt(pos)) {
    case 0x2d:
      if (src.charCodeAt(pos + 1) !== 0x2d) return false;
      return src.charCodeAt(pos + 2) === 0x2d ? push(state, 'mdash', 3) : push(state, 'ndash', 2);
    case 0x2e:
      return src.startsWith('...', pos) && push(state, 'hellip', 3);
    case 0x3c:
      if (src.charCodeAt(pos + 1) !== 0x3c) return false;
      return src.charCodeAt(pos + 2) === 0x20 ? push(state, 'laquo_space', 3) : push(state, 'laquo', 2);
    case 0x3e:
      return src.charCodeAt(pos + 1) === 0x3e && push(state, 'raquo', 2);
    case 0x20:
      return src.startsWith(' >>', pos) && push(state, 'raquo_space', 3);
    default:
      return escapedGuillemet(state);
  }
}

function push(state: SpanState, name: string, length: number): true {
  state.push('typographic_symbol', '', 0).content = name;
  state.pos += length;
  return true;
}

/** `\<<` and `\>>` are two characters. */
function escapedGuillemet(state: SpanState): boolean {
  const { src, pos } = state;
  const name = src.startsWith('\\<<', pos) ? 'lt' : src.startsWith('\\>>', pos) ? 'gt' : null;
  if (name === null) return false;
  const entity = findEntity(name)!;
  pushEntity(state, entity, null);
  pushEntity(state, entity, null);
  state.pos += 3;
  return true;
}
