import { type FootnoteReferenceMeta, metaOf } from '../tokens.js';
import type { SpanState } from './state.js';

const marker = /\[\^(\w[\w-]*)\]/y;

/** `[^name]`. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_footnote_marker`. */
export function footnoteMarker(state: SpanState): boolean {
  if (state.src.charCodeAt(state.pos + 1) !== 0x5e) return false;
  marker.lastIndex = state.pos;
  const match = marker.exec(state.src);
  if (!match) return false;
  const [written, name] = match;
  const definition = state.kramdown.footnoteDefinitions.get(name!);
  if (!definition) {
    state.kramdown.warn(`Footnote definition for '${name}' not found on line ${state.lineAt(state.pos)}`);
    return state.takeText(written.length);
  }
  definition.isReferenced = true;
  const meta = metaOf<FootnoteReferenceMeta>(state.push('footnote_reference', '', 0));
  meta.definition = definition;
  state.pos += written.length;
  return true;
}
