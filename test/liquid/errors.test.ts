import { describe, expect, test } from 'vitest';
import { LiquidError } from '../../src/liquid/errors.js';
import { UNTIMED } from '../helpers/untimed.js';
import { contextWith, engineWith, render } from './support.js';

function failure(run: () => unknown): LiquidError {
  try {
    run();
  } catch (error) {
    if (error instanceof LiquidError) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

describe('places', () => {
  test('count the line within the template in the message, within the file in the place', () => {
    const error = failure(() => engineWith().parse('a\nbc {% nosuch %}', 'about.md', 4));
    expect(error.message).toBe("Liquid syntax error (line 2): Unknown tag 'nosuch'");
    expect([error.file, error.line, error.column]).toEqual(['about.md', 5, 4]);
  });

  test('inside includes name the file, and the way to it from the inside out', () => {
    const includes = { 'a.html': '\n{% include b.html %}', 'b.html': 'x\n\n{{ 1 | divided_by: 0 }}' };
    const error = failure(() => render('{% include a.html %}', {}, includes));
    expect(error.message).toBe('Liquid error (_includes/a.html line 3): divided by 0 included ');
    expect([error.file, error.line]).toEqual(['_includes/b.html', 3]);
    expect(error.includeStack).toEqual(['_includes/a.html:2', 'page.html:1']);
  });

  test('of a tag that is never closed show where it opens', () => {
    const error = failure(() => engineWith().parse('a\n {% if x %}\n\n', 'about.md', 4));
    expect(error.message).toBe("Liquid syntax error (line 4): 'if' tag was never closed");
    expect([error.line, error.column, error.hint]).toEqual([5, 2, 'Close it with {% endif %}.']);
  });

  test('of a missing include point at the tag', () => {
    const error = failure(() => render('\n {% include nope.html %}'));
    expect(error.message).toBe("Could not locate the included file 'nope.html'");
    expect([error.file, error.line, error.column]).toEqual(['page.html', 2, 2]);
  });
});

describe('hints', () => {
  test('suggest the nearest tag', () => {
    expect(failure(() => render('{% inclde a.html %}')).hint).toBe("Did you mean 'include'?");
    expect(failure(() => render('{% completely_other %}')).hint).toBeNull();
  });

  test('suggest the nearest filter where filters are checked', () => {
    const template = engineWith({ strictFilters: true }).parse('{{ "x" | upcsae }}', 'page.html');
    expect(failure(() => template.render(contextWith(), new Map())).hint).toBe("Did you mean 'upcase'?");
  });
});

function nested(depth: number, open: string, body: string, close: string): string {
  return open.repeat(depth) + body + close.repeat(depth);
}

describe('limits end in an error that names the template', () => {
  const cases = {
    'an include of itself': ['{% include a.html %}', 'x{% include a.html %}'],
    'an include of itself with parameters': ['{% include a.html %}', 'x{% include a.html p=1 %}'],
    'a range of a billion': ['{% for i in (1..1000000000) %}{% endfor %}', ''],
    'a range of a billion in a filter': ['{{ (1..1000000000) | join }}', ''],
    'text that doubles': [
      '{% assign s = "0123456789" %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}',
      '',
    ],
    'loops in loops': [nested(6, '{% for i in (1..100) %}', 'x', '{% endfor %}'), ''],
    'loops in loops that hold nothing': [
      nested(5, '{% for i in (1..100) %}', '{% for i in nothing %}{% endfor %}', '{% endfor %}'),
      '',
    ],
    'rows in rows': [nested(6, '{% tablerow i in (1..100) %}', '', '{% endtablerow %}'), ''],
    'long texts filtered again and again': [
      `{% assign s = "0123456789" %}${'{% assign s = s | append: s %}'.repeat(20)}{% for i in (1..1000) %}{% assign t = s | upcase %}{% endfor %}`,
      '',
    ],
    'an expression for each of many items': [
      '{% assign a = (1..100000) | sort %}{% for i in (1..2000) %}{% assign b = a | where_exp: "x", "x == i" %}{% endfor %}',
      '',
    ],
    'output without end': [
      '{% capture s %}{% for i in (1..100000) %}0123456789{% endfor %}{% endcapture %}{% for i in (1..1000) %}{{ s }}{% endfor %}',
      '',
    ],
  } as const;

  for (const [name, [page, include]] of Object.entries(cases)) {
    test(name, UNTIMED, () => {
      const error = failure(() => render(page, {}, { 'a.html': include }));
      expect(error.message).toMatch(/stack level too deep|Nesting too deep|Memory limits exceeded/);
      expect([error.file, error.line]).toEqual([expect.stringMatching(/^(page|_includes\/a)\.html$/), 1]);
    });
  }

  test.each([
    ['includes of includes', (name: string) => `{% include ${name} %}`],
    ['files rendered in files', (name: string) => `{% render '${name}' %}`],
  ])('%s', UNTIMED, (_name, use) => {
    const files = Array.from({ length: 10 }, (_, level): [string, string] => [
      `${level}.html`,
      level === 9 ? '' : use(`${level + 1}.html`).repeat(10),
    ]);
    const page = engineWith({ version: 5 }).parse(use('0.html'), 'page.html');
    const error = failure(() => page.render(contextWith(Object.fromEntries(files)), new Map()));
    expect(error.message).toContain('Memory limits exceeded: more than 100000000 steps');
    expect([error.file, error.line]).toEqual([expect.stringMatching(/^_includes\/\d\.html$/), 1]);
  });

  test.each([
    ['outputs', '\n{{ x }}', 200_002],
    ['tags', '\n{% assign a = 1 %}', 200_002],
    ['tags with an end', '\n{% if a %}{% endif %}', 100_002],
  ])('of a million %s', (_name, piece, line) => {
    const error = failure(() => engineWith().parse(piece.repeat(1_000_000), 'page.html'));
    expect(error.message).toBe(
      'Liquid error: Memory limits exceeded: more than 200000 tags and outputs in one template',
    );
    expect([error.file, error.line]).toEqual(['page.html', line]);
  });

  test('of a hundred thousand warnings', () => {
    const error = failure(() => engineWith().parse('\n{{ }}'.repeat(100_000), 'page.html'));
    expect(error.message).toBe(
      'Liquid error: Memory limits exceeded: more than 50000 warnings in one template',
    );
    expect([error.file, error.line]).toEqual(['page.html', 50_052]);
  });

  test.each([
    ['filters', `{{ x${' | upcase'.repeat(1_000_000)} }}`],
    ['arguments', `{{ x | append: ${'y, '.repeat(1_000_000)}y }}`],
    ['conditions', `{% if a${' or a'.repeat(1_000_000)} %}{% endif %}`],
    ['steps of a look-up', `{{ a${'.b'.repeat(1_000_000)} }}`],
    ['values of a when', `{% case a %}{% when 1${', 1'.repeat(1_000_000)} %}{% endcase %}`],
    ['values of a cycle', `{% cycle 1${', 1'.repeat(1_000_000)} %}`],
  ])('of a million %s', (_name, text) => {
    const error = failure(() => engineWith().parse(`a\n${text}`, 'page.html'));
    expect(error.message).toBe('Liquid error: Memory limits exceeded: more than 200000 words in one tag');
    expect([error.file, error.line]).toEqual(['page.html', 2]);
  });

  test('and let a case have a hundred thousand branches', () => {
    const branches = Array.from({ length: 99_000 }, (_, index) => `{% when ${index} %}${index}`).join('');
    expect(render(`{% case x %}${branches}{% endcase %}`, { x: 98_765 })).toBe('98765');
    const values = Array.from({ length: 99_000 }, (_, index) => index).join(', ');
    expect(render(`{% case x %}{% when ${values} %}yes{% endcase %}`, { x: 98_765 })).toBe('yes');
  });

  test('and are far from what a page of a large site takes', () => {
    const page =
      '{% for i in (1..10000) %}{% for tag in tags %}{% if tag == i %}{{ tag | append: "!" }}{% endif %}{% include a.html n=tag %}{% endfor %}{% endfor %}';
    const output = render(page, { tags: Array.from({ length: 20 }, (_, index) => index) }, { 'a.html': '' });
    expect(output.slice(-3)).toBe('19!');
  });
});
