import type { Token } from './tokens.js';

/** Which token is a kind of which, as classes and in Rouge's order (4.7, `Token::Tokens`). */
const KINDS: Partial<Readonly<Record<Token, readonly Token[]>>> = {
  '': ['w'],
  k: ['kc', 'kd', 'kn', 'kp', 'kr', 'kt', 'kv'],
  n: ['na', 'nb', 'nc', 'no', 'nd', 'ni', 'ne', 'nf', 'py', 'nl', 'nn', 'nx', 'nt', 'nv'],
  nb: ['bp'],
  nf: ['fm'],
  nv: ['vc', 'vg', 'vi', 'vm'],
  l: ['ld', 's', 'm'],
  s: ['sa', 'sb', 'sc', 'dl', 'sd', 's2', 'se', 'sh', 'si', 'sx', 'sr', 's1', 'ss'],
  m: ['mb', 'mf', 'mh', 'mi', 'mo', 'mx'],
  mi: ['il'],
  o: ['ow'],
  p: ['pi'],
  c: ['ch', 'cd', 'cm', 'cp', 'cpf', 'c1', 'cs'],
  g: ['gd', 'ge', 'ges', 'gr', 'gh', 'gi', 'gl', 'go', 'gp', 'gs', 'gu', 'gt'],
};

const ABOVE: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([above, kinds]) => kinds.map((kind) => [kind, above])),
);

/** The tokens that are kinds of this one, without the kinds of those. */
export function kindsBelow(token: Token): readonly Token[] {
  return KINDS[token] ?? [];
}

/** The token that this one is a kind of: `Literal` for `String`, `null` for `Literal`. */
export function tokenAbove(token: Token): Token | null {
  return (ABOVE.get(token) as Token | undefined) ?? null;
}
