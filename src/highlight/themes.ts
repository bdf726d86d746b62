import type { Theme, ThemeRules } from './theme.js';
import { base16, base16Monokai, base16Solarized } from './themes/base16.js';
import { bw } from './themes/bw.js';
import { colorful } from './themes/colorful.js';
import { github } from './themes/github.js';
import { gruvbox } from './themes/gruvbox.js';
import { igorpro } from './themes/igorpro.js';
import { magritte } from './themes/magritte.js';
import { molokai } from './themes/molokai.js';
import { monokai } from './themes/monokai.js';
import { monokaiSublime } from './themes/monokai-sublime.js';
import { pastie } from './themes/pastie.js';
import { thankfulEyes } from './themes/thankful-eyes.js';
import { tulip } from './themes/tulip.js';

/** Rouge's themes (4.7), by name. */
export const themes: readonly Theme[] = [
  base16,
  base16Monokai,
  base16Solarized,
  bw,
  colorful,
  github,
  gruvbox,
  igorpro,
  magritte,
  molokai,
  monokai,
  monokaiSublime,
  pastie,
  thankfulEyes,
  tulip,
];

/** A theme under one of its names. */
export interface NamedTheme {
  /** E.g. `github`, `github.dark`. */
  readonly name: string;
  readonly theme: Theme;
  /** What is written for that name. */
  readonly rules: ThemeRules;
}

/** Every name, sorted; a theme with two modes has three. */
export const namedThemes: readonly NamedTheme[] = themes
  .flatMap(namesOf)
  .sort((one, other) => (one.name < other.name ? -1 : 1));

function namesOf(theme: Theme): NamedTheme[] {
  const { name, rules, modes } = theme;
  const own = { name, theme, rules };
  if (modes === undefined) return [own];
  return [
    own,
    { name: `${name}.light`, theme, rules: modes.light },
    { name: `${name}.dark`, theme, rules: modes.dark },
  ];
}
