import { styleSheet, type ThemeRules } from '../highlight/theme.js';
import { type NamedTheme, namedThemes } from '../highlight/themes.js';
import { colorDepthOf } from '../report/palette.js';
import { suggest } from '../ruby/suggest.js';
import { CommandError, type Invocation } from './line/command.js';
import type { FlagValues } from './line/flags.js';
import { themeSample } from './theme-sample.js';

const MODES = ['light', 'dark', 'both'] as const;
type Mode = (typeof MODES)[number];

/** `utterson highlight-css THEME`: prints a style sheet for code, whatever the level of messages is. */
export async function highlightCss(invocation: Invocation): Promise<number> {
  const { args, flags } = invocation;
  const lines = flags['list'] ? listThemes(invocation) : sheetOf(themeNamed(args), flags);
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** In a terminal with some code in each theme's colours. */
function listThemes({ environment }: Invocation): string[] {
  const depth = colorDepthOf(process.stdout, environment);
  if (depth === 'none') return namedThemes.map(({ name }) => name);
  const width = Math.max(...namedThemes.map(({ name }) => name.length));
  return namedThemes.map(({ name, rules }) => `${name.padEnd(width)}  ${themeSample(rules, depth)}`);
}

function themeNamed([name, ...more]: readonly string[]): NamedTheme {
  if (name === undefined) {
    throw new CommandError('You must name a theme.\n`utterson highlight-css --list` shows them.');
  }
  if (more.length > 0) {
    throw new CommandError(`One theme is printed at a time: '${name}', or '${more.join("', '")}'.`);
  }
  const theme = namedThemes.find((known) => known.name === name);
  if (theme !== undefined) return theme;
  const names = namedThemes.map((known) => known.name);
  const hint = suggest(name, names) ?? '`utterson highlight-css --list` shows those there are.';
  // Rouge's words.
  throw new CommandError(`unknown theme: ${name}\n${hint}`);
}

function sheetOf(named: NamedTheme, flags: FlagValues): string[] {
  const scope = (flags['scope'] as string | undefined) ?? '.highlight';
  const mode = modeIn(flags);
  if (mode === null) return styleSheet(named.rules, scope);
  const { light, dark } = modesOf(named, mode);
  if (mode === 'light') return styleSheet(light, scope);
  if (mode === 'dark') return styleSheet(dark, scope);
  const inDark = styleSheet(dark, scope).map((line) => `  ${line}`);
  return [...styleSheet(light, scope), '@media (prefers-color-scheme: dark) {', ...inDark, '}'];
}

function modeIn(flags: FlagValues): Mode | null {
  const [mode, other] = MODES.filter((known) => flags[known]);
  if (other !== undefined) throw new CommandError(`--${mode} and --${other} exclude each other.`);
  return mode ?? null;
}

function modesOf({ name, theme }: NamedTheme, mode: Mode): { light: ThemeRules; dark: ThemeRules } {
  if (theme.modes === undefined) {
    const others = namedThemes.filter((one) => one.theme.modes && one.name === one.theme.name);
    const names = others.map((one) => one.name).join(', ');
    throw new CommandError(`The theme ${name} has one mode only: leave out --${mode}.\nTwo have: ${names}.`);
  }
  if (name !== theme.name) {
    throw new CommandError(
      `The name ${name} says which mode: leave out --${mode}, or call it ${theme.name}.`,
    );
  }
  return theme.modes;
}
