import { expect, test } from 'vitest';
import { colorDepthOf } from '../../src/report/palette.js';

const terminal = { isTTY: true, getColorDepth: () => 24 } as const;

test('knows how many colours a terminal shows', () => {
  expect(colorDepthOf(terminal, {})).toBe('all');
  expect(colorDepthOf({ ...terminal, getColorDepth: () => 8 }, {})).toBe('256');
});

test.each([
  ['a pipe', {}, {}],
  ['NO_COLOR', terminal, { NO_COLOR: '1' }],
  ['a terminal that can do nothing', terminal, { TERM: 'dumb' }],
])('has no colours for %s', (_, stream, environment) => {
  expect(colorDepthOf(stream, environment)).toBe('none');
});
