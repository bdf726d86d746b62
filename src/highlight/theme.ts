/**
 * Rouge's style sheets (4.7, `Theme` and `CSSTheme`). A theme's rules name tokens; what a rule says holds for the kinds below such a
 * token, too, unless a rule names them.
 */
import { kindsBelow, tokenAbove } from './token-tree.js';
import { Token } from './tokens.js';

/** How a token looks. `false` is not the same as nothing: it makes a rule without declarations, which ends what comes from above. */
export interface TokenStyle {
  /** CSS, e.g. `#888`. */
  readonly color?: string;
  readonly background?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Tokens and how they look. */
export type ThemeRule = readonly [tokens: readonly Token[], style: TokenStyle];

/** In the order in which they are written. */
export type ThemeRules = readonly ThemeRule[];

/** A look, or two of them, for code. */
export interface Theme {
  /** Rouge's, e.g. `monokai.sublime`. */
  readonly name: string;
  readonly rules: ThemeRules;
  /** Of a theme that has two, one of which is `rules`. */
  readonly modes?: { readonly light: ThemeRules; readonly dark: ThemeRules };
}

/** What most themes say of text that is marked up. */
export const EMPHASIS: ThemeRules = [
  [[Token.GenericEmph], { italic: true }],
  [[Token.GenericEmphStrong], { italic: true, bold: true }],
  [[Token.GenericStrong], { bold: true }],
];

/**
 * The lines of a style sheet.
 *
 * @param scope selector of what code stands in, e.g. `.highlight`; written as it is
 */
export function styleSheet(rules: ThemeRules, scope: string): string[] {
  const styles = stylesOf(rules);
  // Tables are what code with line numbers is written as.
  const lines = [`${scope} table td { padding: 5px; }`, `${scope} table pre { margin: 0; }`];
  for (const [token, style] of styles) {
    if (Object.keys(style).length === 0) continue;
    const selectors = withKindsBelow(token, styles).map((each) => selectorOf(each, scope));
    lines.push(`${selectors.join(', ')} {`, ...declarations(style).map((each) => `  ${each};`), '}');
  }
  return lines;
}

/** How a token looks: as its rule says, or that of the nearest kind above it, or that of text. */
export function styleOf(rules: ThemeRules, token: Token): TokenStyle {
  const styles = stylesOf(rules);
  for (let kind: Token | null = token; kind !== null; kind = tokenAbove(kind)) {
    const style = styles.get(kind);
    if (style !== undefined) return style;
  }
  return styles.get(Token.Text) ?? {};
}

type Styles = ReadonlyMap<Token, TokenStyle>;

function stylesOf(rules: ThemeRules): Styles {
  return new Map(rules.flatMap(([tokens, style]) => tokens.map((token) => [token, style])));
}

function withKindsBelow(token: Token, styles: Styles): Token[] {
  const below = kindsBelow(token).filter((kind) => !styles.has(kind));
  return [token, ...below.flatMap((kind) => withKindsBelow(kind, styles))];
}

function selectorOf(token: Token, scope: string): string {
  return token === Token.Text ? scope : `${scope} .${token}`;
}

function declarations({ color, background, bold, italic }: TokenStyle): string[] {
  const found: string[] = [];
  if (color !== undefined) found.push(`color: ${color}`);
  if (background !== undefined) found.push(`background-color: ${background}`);
  if (bold) found.push('font-weight: bold');
  if (italic) found.push('font-style: italic');
  return found;
}
