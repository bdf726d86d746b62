import { expect, test } from 'vitest';
import { themeSample } from '../../src/commands/theme-sample.js';
import type { ThemeRules } from '../../src/highlight/theme.js';
import { Token } from '../../src/highlight/tokens.js';

const rules: ThemeRules = [
  [[Token.Text], { background: '#000' }],
  [[Token.Keyword], { color: '#FA0', bold: true }],
  [[Token.Comment], { color: '#808182', italic: true }],
];

test('colours words of code as the theme does, on its background', () => {
  const sample = themeSample(rules, 'all');
  const space = '\x1b[48;2;0;0;0m \x1b[0m';
  expect(sample.startsWith(`${space}\x1b[38;2;255;170;0;48;2;0;0;0;1mdef\x1b[0m${space}`)).toBe(true);
  expect(sample.endsWith(`\x1b[38;2;128;129;130;48;2;0;0;0;3m# words\x1b[0m${space}`)).toBe(true);
});

test('takes the nearest of 256 colours where there are no more', () => {
  const sample = themeSample(rules, '256');
  expect(sample).toContain('\x1b[38;5;214;48;5;16;1mdef\x1b[0m');
  expect(sample).toContain('\x1b[38;5;244;48;5;16;3m# words\x1b[0m');
});

test('leaves words that the theme has no colour for to the terminal', () => {
  expect(themeSample([], 'all')).toBe(' def hello "world" 42 true # words ');
});
