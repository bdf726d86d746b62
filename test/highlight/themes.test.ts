import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { styleOf, styleSheet, type ThemeRules } from '../../src/highlight/theme.js';
import { namedThemes } from '../../src/highlight/themes.js';
import { Token } from '../../src/highlight/tokens.js';

/** NAME.css: what Rouge 4.7.0 prints, `rougify style NAME`. */
const folder = new URL('themes/', import.meta.url);

test('every theme of Rouge 4.7.0 is there under all its names, and no other', () => {
  const files = readdirSync(folder).sort();
  expect(namedThemes.map(({ name }) => `${name}.css`).sort()).toEqual(files);
});

test.each(namedThemes)('writes the style sheet of $name as Rouge does', ({ name, rules }) => {
  const expected = readFileSync(new URL(`${name}.css`, folder), 'utf8');
  expect(`${styleSheet(rules, '.highlight').join('\n')}\n`).toBe(expected);
});

test('writes the scope as it is', () => {
  expect(styleSheet([[[Token.Text, Token.Name], { color: 'red' }]], 'main > pre').slice(0, 4)).toEqual([
    'main > pre table td { padding: 5px; }',
    'main > pre table pre { margin: 0; }',
    'main > pre, main > pre .w {',
    '  color: red;',
  ]);
});

test('tells how a token looks from the nearest kind that has a rule', () => {
  const rules: ThemeRules = [
    [[Token.Text], { color: 'black' }],
    [[Token.Literal], { color: 'red' }],
    [[Token.Number], { bold: true }],
  ];
  expect(styleOf(rules, Token.NumberIntegerLong)).toEqual({ bold: true });
  expect(styleOf(rules, Token.StringDouble)).toEqual({ color: 'red' });
  expect(styleOf(rules, Token.Keyword)).toEqual({ color: 'black' });
  expect(styleOf([], Token.Keyword)).toEqual({});
});
