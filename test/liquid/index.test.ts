import { describe, expect, test } from 'vitest';
import { createLiquid, LiquidError } from '../../src/liquid/index.js';

function errorOf(run: () => unknown): LiquidError {
  try {
    run();
  } catch (error) {
    if (error instanceof LiquidError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('templates', () => {
  test('are rendered again and again with other data', () => {
    const liquid = createLiquid();
    const template = liquid.parse('{% cycle "a", "b" %}{{ name }}');
    expect(liquid.render(template, { name: 1 })).toBe('a1');
    expect(liquid.render(template, { name: 2 })).toBe('b2');
    expect(liquid.render(template)).toBe('a');
  });

  test('are rendered asynchronously as well', async () => {
    const liquid = createLiquid();
    expect(await liquid.renderAsync('{{ a | plus: 1 }}', { a: 1 })).toBe('2');
    expect(await liquid.renderAsync(liquid.parse('{{ a }}'))).toBe('');
  });

  test('show own properties of data only', () => {
    const data = Object.assign(Object.create({ inherited: 1 }), { own: 2 });
    expect(createLiquid().render('[{{ inherited }}{{ own }}{{ constructor }}]', data)).toBe('[2]');
  });

  test('are named in errors with the line of their file', () => {
    const liquid = createLiquid();
    const error = errorOf(() => liquid.parse('a\n{% nope %}', { path: 'page.html', line: 3 }));
    expect(error).toMatchObject({ file: 'page.html', line: 4 });
    expect(error.message).toBe("Liquid syntax error (line 2): Unknown tag 'nope'");
  });
});

describe('error modes', () => {
  const TEXT = '{{ "a" | | upcase }}';

  test('warn collects what it skips', () => {
    const template = createLiquid().parse(TEXT);
    expect(template.warnings.map(({ message }) => message)).toEqual([
      'Liquid syntax error (line 1): Expected id but found pipe in "{{ "a" | | upcase }}"',
    ]);
  });

  test('lax says nothing', () => {
    const liquid = createLiquid({ errorMode: 'lax' });
    expect(liquid.parse(TEXT).warnings).toEqual([]);
    expect(liquid.render(TEXT)).toBe('A');
  });

  test('strict refuses', () => {
    expect(() => createLiquid({ errorMode: 'strict' }).parse(TEXT)).toThrow('Expected id but found pipe');
  });

  test('strict filters and variables refuse unknown names', () => {
    expect(createLiquid().render('{{ "a" | nope }}{{ nope }}')).toBe('a');
    expect(() => createLiquid({ strictFilters: true }).render('{{ "a" | nope }}')).toThrow(
      'undefined filter nope',
    );
    expect(() => createLiquid({ strictVariables: true }).render('{{ nope }}')).toThrow(
      'undefined variable nope',
    );
  });
});

describe('without a site', () => {
  test('includes come from the function that is given', () => {
    const readInclude = (name: string): string | null => (name === 'a.html' ? '<{{ include.b }}>' : null);
    const liquid = createLiquid({ readInclude });
    expect(liquid.render('{% include a.html b=1 %}')).toBe('<1>');
    expect(() => liquid.render('{% include c.html %}')).toThrow(
      "Could not locate the included file 'c.html'.",
    );
  });

  test('there are no includes unless a function is given', () => {
    expect(() => createLiquid().render('{% include a.html %}')).toThrow('Could not locate the included file');
  });

  test.each(['markdownify', 'smartify', 'sassify', 'scssify'])('%s is refused', (filter) => {
    expect(() => createLiquid().render(`{{ "a" | ${filter} }}`)).toThrow('needs a site');
  });

  test('include_relative, links and posts are refused', () => {
    const liquid = createLiquid();
    expect(() => liquid.render('{% include_relative a.md %}')).toThrow('include_relative needs a site');
    expect(() => liquid.render('{% link a.md %}')).toThrow("Could not find document 'a.md'");
    expect(() => liquid.render('{% post_url 2024-01-01-a %}')).toThrow('2024-01-01-a');
  });

  test('code is escaped, URLs have no base, lists are filtered', () => {
    const liquid = createLiquid();
    expect(liquid.render('{% highlight html %}<b>{% endhighlight %}')).toContain('&lt;b&gt;');
    expect(liquid.render('{{ "/a b" | relative_url }}')).toBe('/a%20b');
    expect(liquid.render('{{ list | where: "a", 1 | size }}', { list: [{ a: 1 }, { a: 2 }] })).toBe('1');
  });
});
