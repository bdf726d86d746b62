import { describe, expect, test } from 'vitest';
import { createKramdown, readOptions } from '../../../src/markdown/index.js';

const kramdown = createKramdown(readOptions({}), null);

/** Milliseconds of processor time. */
function timeOf(text: string): number {
  const start = process.cpuUsage();
  kramdown.render(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** For a paragraph of that size made of one piece. */
function time(piece: string, size: number): number {
  const text = `p ${piece.repeat(size / piece.length)}`;
  return timeOf(text);
}

const pieces = [
  ...['[', '*', '_', '`', '<', '(', '!', '&', '{', '"', "'", '$$', '~~'],
  ...['*a ', '**a ', '_a ', '***a', '[a](', '[a](b "c', '[a][', '[[a]', '![', '![a](', '~~a ', '"a" '],
  ...[
    '<b>',
    '<b ',
    '<i><b>',
    '*a <b>',
    '[<b',
    '<!--',
    '<![CDATA[',
    '<http:',
    '{:',
    '{::comment}',
    '{:a}',
    '[^a]',
  ],
  ...['*a [b](c) ', '**a *b', '[*a ', '*a **b _c '],
];

// what else the machine does disturbs even processor time, hence the second try
describe('text made to take time', { retry: 2 }, () => {
  test.each(pieces)('of %j takes no more than its length', (piece) => {
    const half = time(piece, 50_000);
    const whole = time(piece, 100_000);
    expect(whole).toBeLessThan(1000);
    expect(whole).toBeLessThan(3 * half + 100);
  });

  test.each([
    ['[', ']'],
    ['[', '](b)'],
    ['*', '*'],
    ['(', ')'],
    ['[a](', ')'],
    ['~~a ', ' b~~'],
  ])('of %j and as many %j takes no more than its length', (open, close) => {
    const count = 100_000 / (open.length + close.length);
    expect(timeOf(`p ${open.repeat(count)}x${close.repeat(count)}`)).toBeLessThan(1000);
  });

  test('of a thousand elements within each other is converted', () => {
    const { html } = kramdown.render(`${'<b>'.repeat(990)}x${'</b>'.repeat(990)}`);
    expect(html).toContain('<b><b>x</b></b>');
  });

  test.each([
    ['<b>', '</b>'],
    ['<b markdown="1">', '</b>'],
    ['![', '](u)'],
  ])('of %j within each other ends in an error with a line', (open, close) => {
    const text = `one\n\ntwo\n${open.repeat(1500)}x${close.repeat(1500)}`;
    expect(() => kramdown.render(text)).toThrow(expect.objectContaining({ name: 'MarkdownError', line: 4 }));
  });
});
