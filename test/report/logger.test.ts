import { expect, test } from 'vitest';
import { collecting } from '../../src/report/findings.js';
import { formatLine, levelFrom, PLAIN } from '../../src/report/logger.js';
import * as messages from '../../src/report/messages.js';
import { tellFailure } from '../../src/report/outcome.js';
import { paletteFor } from '../../src/report/palette.js';
import { createProgress } from '../../src/report/progress.js';
import { recordingReporter } from '../helpers/recording-reporter.js';

test('right-justifies the topic to twenty columns, as Jekyll does', () => {
  expect(formatLine('Source:', '/site')).toBe('            Source: /site');
  expect(formatLine('', 'done')).toBe('                    done');
});

test('makes one space of white space in a message but not of a no-break space', () => {
  expect(formatLine('T:', 'a \n  b\u00a0 c')).toBe('                 T: a b\u00a0 c');
});

test('writes information to standard output, warnings and errors to standard error', () => {
  const { reporter, out, err } = recordingReporter();
  reporter.info('Source:', '/site');
  reporter.warn('Warning:', 'careful');
  reporter.error('Error:', 'wrong');
  expect(out()).toBe('            Source: /site\n');
  expect(err()).toBe('           Warning: careful\n             Error: wrong\n');
});

test('hides what lies below its level', () => {
  const { reporter, err } = recordingReporter('error');
  reporter.report(messages.emptySlug('?'));
  expect(err()).toBe('');
});

test('lets quiet win over verbose, and flags over the environment', () => {
  expect(levelFrom({ quiet: true, verbose: true }, undefined)).toBe('error');
  expect(levelFrom({ quiet: false, verbose: true }, 'error')).toBe('debug');
  expect(levelFrom({ quiet: false, verbose: false }, 'warn')).toBe('warn');
  expect(levelFrom({ quiet: false, verbose: false }, 'chatty')).toBe('info');
});

test('prints our sentence, then place and number, frame, includes, the next step and the words of Jekyll', () => {
  const { reporter, err } = recordingReporter();
  const text = '---\ntitle: A\n---\n{% include nope.html %}\n';
  const place = { file: 'a.md', line: 4, column: 1, text, stack: ['_layouts/post.html:12'] };
  reporter.report({
    ...messages.liquidException(
      "Could not locate the included file 'nope.html' in any of [].",
      'a.md',
      place,
    ),
    hint: 'Write _includes/nope.html.',
  });
  const lines = err().split('\n');
  expect(lines[0]).toBe("             Error: There is no include 'nope.html'.");
  expect(lines[1]).toBe('                    at a.md:4:1 (U1203)');
  expect(lines.slice(2, 6).map((line) => line.trim())).toEqual([
    '2 | title: A',
    '3 | ---',
    '> 4 | {% include nope.html %}',
    '| ^',
  ]);
  expect(lines[6]).toBe('                    included from _layouts/post.html:12');
  expect(lines[7]).toBe('                    → Write _includes/nope.html.');
  expect(lines[8]).toBe(
    "                    In Jekyll's words: Liquid Exception: Could not locate the included file 'nope.html' in any of []. in a.md",
  );
});

test('puts every line of a message under the first, as the conflict warning of Jekyll', () => {
  const { reporter, err } = recordingReporter();
  reporter.report(messages.destinationConflict('/out/same/index.html', ['a.md', 'b.md']));
  expect(err().split('\n').slice(0, 5)).toEqual([
    '          Conflict: The following destination is shared by multiple files. (U1801)',
    '                    The written file may end up with unexpected contents.',
    '                    /out/same/index.html',
    '                     - a.md',
    '                     - b.md',
  ]);
});

test('gives a message without a topic a label', () => {
  const { reporter, err } = recordingReporter();
  reporter.report(messages.limitPostsNegative());
  expect(err()).toBe('             Error: limit_posts must be a non-negative number (U1017)\n');
});

test('shows no progress in the first second, then a line that goes before anything else is written', () => {
  let now = 0;
  let drawn = '';
  const write = (text: string): void => {
    drawn += text;
  };
  const progress = createProgress({ write, now: () => now, columns: 80 });
  progress.step('Rendering', 1, 10);
  expect(drawn).toBe('');
  now = 1001;
  progress.step('Rendering', 5, 10);
  expect(drawn).toContain('Rendering: 5 of 10 (50 %)');
  drawn = '';
  const { reporter } = recordingReporter('info', { colors: { out: PLAIN, err: PLAIN }, progress });
  reporter.info('x');
  expect(drawn).toBe('\r\u001b[K');
});

test('prints the stacks of causes only when asked to', () => {
  const cause = new Error('inner', { cause: new TypeError('innermost') });
  const diagnostic = { ...messages.emptySlug('?'), cause };
  const plain = recordingReporter();
  plain.reporter.report(diagnostic);
  expect(plain.err()).not.toContain('inner');
  const traced = recordingReporter('info', { isTraced: true });
  traced.reporter.report(diagnostic);
  expect(traced.err()).toMatch(/Error: inner\n {4}at [\s\S]*TypeError: innermost\n {4}at /);
});

test('colours only on a terminal, and not when the user wants none', () => {
  expect(paletteFor({ isTTY: true }, {}).red('x')).toBe('\u001b[31mx\u001b[39m');
  expect(paletteFor({}, {}).red('x')).toBe('x');
  expect(paletteFor({ isTTY: true }, { NO_COLOR: '1' }).red('x')).toBe('x');
  expect(paletteFor({ isTTY: true }, { TERM: 'dumb' }).red('x')).toBe('x');
});

test('gives the message its colour, and the code frame its own', () => {
  const palette = paletteFor({ isTTY: true }, {});
  const { reporter, err } = recordingReporter('info', { colors: { out: palette, err: palette } });
  reporter.report(messages.liquidWarning('odd', 'a.md', { file: 'a.md', line: 1, column: 1, text: '\tx' }));
  expect(err().split('\n')).toEqual([
    '\u001b[33m    Liquid Warning: odd in a.md\u001b[39m',
    '                    at \u001b[36ma.md:1:1\u001b[39m\u001b[2m (U1202)\u001b[22m',
    '                    \u001b[1m> 1 | \tx\u001b[22m',
    '                    \u001b[33m    | ^\u001b[39m',
    '',
  ]);
});

test('shows a place in full once, then by its line alone, and after ten times no more', () => {
  const { reporter: printing, err } = recordingReporter();
  const { reporter, diagnostics } = collecting(printing);
  for (let page = 1; page <= 25; page++) {
    const place = { file: '_includes/a.html', line: 1, column: 1, text: '{{ x' };
    reporter.report(messages.liquidException('broken', `page${page}.md`, place));
  }
  expect(err().match(/Liquid Exception:/g)).toHaveLength(10);
  expect(err().match(/> 1 \|/g)).toHaveLength(1);
  expect(printing.leftOut).toBe(15);
  tellFailure(printing, diagnostics, { isStrict: false, isOutputChanged: false });
  expect(err()).toContain('15 more at places shown above.\n                    25 errors. ');
});
