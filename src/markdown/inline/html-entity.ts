import type { Entity } from '../entity.js';
import { findEntity } from '../entity-names.js';
import { type EntityMeta, metaOf } from '../tokens.js';
import type { SpanState } from './state.js';

const reference = /&(?:([A-Za-z0-9_:][A-Za-z0-9_.:-]*)|#(\d+)|#x([0-9a-fA-F]+));/y;

/** `&copy;`, `&#169;`, `&#xa9;`. Origin: kramdown 2.5.2, `Parser::Kramdown#parse_html_entity`. */
export function htmlEntity(state: SpanState): boolean {
  reference.lastIndex = state.pos;
  const match = reference.exec(state.src);
  if (!match) return false;
  const [original, name, decimal, hexadecimal] = match;
  const entity = findEntity(name ?? (decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16)));
  if (entity) {
    pushEntity(state, entity, original);
    state.pos += original.length;
    return true;
  }
  pushEntity(state, findEntity('amp')!, null);
  state.pos++;
  return state.takeText(original.length - 1);
}

/** Adds an entity; `original` is its form in the source. */
export function pushEntity(state: SpanState, entity: Entity, original: string | null): void {
  const meta = metaOf<EntityMeta>(state.push('entity', '', 0));
  meta.entity = entity;
  meta.original = original;
}
