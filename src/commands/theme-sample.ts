/** Code in a theme's colours, for terminals. */
import { styleOf, type ThemeRules, type TokenStyle } from '../highlight/theme.js';
import { Token } from '../highlight/tokens.js';

/** One kind of token each. */
const WORDS: readonly (readonly [token: Token, text: string])[] = [
  [Token.Keyword, 'def'],
  [Token.NameFunction, 'hello'],
  [Token.StringDouble, '"world"'],
  [Token.NumberInteger, '42'],
  [Token.KeywordConstant, 'true'],
  [Token.CommentSingle, '# words'],
];

/** A few words as the theme colours them, on its background. */
export function themeSample(rules: ThemeRules, depth: '256' | 'all'): string {
  const text = styleOf(rules, Token.Text);
  const space = paint(' ', text, depth);
  const words = WORDS.map(([token, word]) => paint(word, { ...text, ...styleOf(rules, token) }, depth));
  return `${space}${words.join(space)}${space}`;
}

function paint(text: string, { color, background, bold, italic }: TokenStyle, depth: '256' | 'all'): string {
  const codes: string[] = [];
  if (color !== undefined) codes.push(`38;${colorCode(color, depth)}`);
  if (background !== undefined) codes.push(`48;${colorCode(background, depth)}`);
  if (bold) codes.push('1');
  if (italic) codes.push('3');
  return codes.length === 0 ? text : `\x1b[${codes.join(';')}m${text}\x1b[0m`;
}

/** @param color `#rgb` or `#rrggbb` */
function colorCode(color: string, depth: '256' | 'all'): string {
  const digits = color.length === 4 ? color.replace(/[\da-f]/gi, '$&$&') : color;
  const channels = [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  return depth === 'all' ? `2;${channels.join(';')}` : `5;${nearestOf256(channels)}`;
}

const CUBE_STEPS = [0, 95, 135, 175, 215, 255];

/** xterm's colours from number 16 on: a cube, and grays. Those before differ from terminal to terminal. */
const XTERM_COLORS: readonly (readonly number[])[] = [
  ...CUBE_STEPS.flatMap((red) => CUBE_STEPS.flatMap((green) => CUBE_STEPS.map((blue) => [red, green, blue]))),
  ...Array.from({ length: 24 }, (_, index) => Array<number>(3).fill(8 + 10 * index)),
];

function nearestOf256(channels: readonly number[]): number {
  const distances = XTERM_COLORS.map((color) =>
    color.reduce((sum, channel, index) => sum + (channel - channels[index]!) ** 2, 0),
  );
  return 16 + distances.indexOf(Math.min(...distances));
}
