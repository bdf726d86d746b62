import { describe, expect, test } from 'vitest';
import { LiquidError } from '../../src/liquid/errors.js';
import type { Value } from '../../src/ruby/value.js';
import { growth } from '../helpers/growth.js';
import { UNTIMED } from '../helpers/untimed.js';
import { contextWith, engineWith, render } from './support.js';

describe('include', () => {
  test('hands parameters on, values over several lines too', () => {
    const partner =
      '<h3>{{ include.title }}</h3><img src="{{ include.imgUrl }}"><p>{{ include.description }}</p>';
    const page =
      '{% include partner.html title="Cisco" imgUrl="/img/cisco.svg" description="\n  Networks\n  for all\n" %}';
    expect(render(page, {}, { 'partner.html': partner })).toBe(
      '<h3>Cisco</h3><img src="/img/cisco.svg"><p>\n  Networks\n  for all\n</p>',
    );
  });

  test('lets assigns out, keeps its parameters in', () => {
    const includes = { 'a.html': '{% assign seen = include.p %}' };
    expect(render('{% include a.html p="x" %}{{ seen }}[{{ include.p }}]', {}, includes)).toBe('x[]');
  });
});

describe('white space', () => {
  test('drops a block in which nothing can be seen, and keeps one with an empty output', () => {
    expect(render('[{% if true %}  {% assign a = 1 %} {% endif %}]')).toBe('[]');
    expect(render('[{% if true %} {{ nil }} {% endif %}]')).toBe('[  ]');
  });

  test('hyphens reach over the nearest text only', () => {
    expect(render('a  {%- if true -%}  b  {%- endif -%}  c')).toBe('abc');
  });
});

describe('long output', () => {
  test('comes in order, around captures and blocks that show nothing', () => {
    const round =
      '{{ i }},{% capture c %}{% for j in (1..50) %}{{ j }}{% endfor %}{% endcapture %}{% if true %} {% assign a = c %} {% endif %}';
    const output = render(`{% for i in (1..2000) %}${round}{% endfor %}{{ a }}`);
    const numbers = (to: number): number[] => Array.from({ length: to }, (_, index) => index + 1);
    expect(output).toBe(`${numbers(2000).join(',')},${numbers(50).join('')}`);
  });
});

describe('state', () => {
  test('counters go on from page to page, assigns do not', () => {
    const engine = engineWith();
    const page = engine.parse('{% increment n %}{{ v }}{% assign v = 1 %}', 'page.html');
    const context = contextWith();
    expect([page.render(context, new Map()), page.render(context, new Map())]).toEqual(['0', '1']);
  });

  test('a cycle goes on in the same template and starts anew in another', () => {
    const engine = engineWith();
    const context = contextWith();
    const text = '{% cycle "a", "b" %}';
    const layout = engine.template('_layouts/page.html', text, context);
    expect([layout.render(context, new Map()), layout.render(context, new Map())]).toEqual(['a', 'b']);
    expect(engine.parse(text, 'other.html').render(context, new Map())).toBe('a');
  });
});

describe('objects', () => {
  test('show own entries only', () => {
    const hash = new Map<Value, Value>([['k', 'v']]);
    const probes = ['constructor', '__proto__', 'toString', 'get', 'hasOwnProperty'];
    const text = probes
      .map((name) => `{{ h.${name} }}{{ h["${name}"] }}{{ a.${name} }}{{ s.${name} }}`)
      .join('');
    expect(render(text, { h: hash, a: [1], s: 'text' })).toBe('');
    expect(render('{{ constructor }}{{ __proto__ }}{{ toString }}')).toBe('');
  });
});

describe('parsing', () => {
  test('collects what strict parsing refuses, with its line', () => {
    const template = engineWith().parse('a\n{{ "x" | | upcase }}', 'page.html');
    expect(template.warnings.map((warning) => warning.message)).toEqual([
      'Liquid syntax error (line 2): Expected id but found pipe in "{{ "x" | | upcase }}"',
    ]);
    expect(template.render(contextWith(), new Map())).toBe('a\nX');
  });

  test('keeps fifty warnings of a template and counts the others', () => {
    const text = '{{ a b }}'.repeat(60);
    const { warnings, furtherWarnings } = engineWith().parse(text, 'page.html');
    expect([warnings.length, furtherWarnings]).toEqual([50, 10]);
    const inner = engineWith({ version: 5 }).parse(
      `{% liquid\n${'echo a b\n'.repeat(60)}%}${text}`,
      'page.html',
    );
    expect([inner.warnings.length, inner.furtherWarnings]).toEqual([50, 70]);
  });

  test.each(['{{ ', '{% if x', '{{ "', '{% raw %}{{', '}}%}', '{% assign a = ', '{% if a %}', '{% "'])(
    'takes time in proportion to the text: %s',
    UNTIMED,
    (piece) => {
      const parse = (size: number): void => {
        try {
          engineWith().parse(piece.repeat(size), 'page.html');
        } catch (error) {
          expect(error).toBeInstanceOf(LiquidError);
        }
      };
      expect(growth(parse, 8000)).toBeLessThan(8);
    },
  );
});

describe('tags of Liquid 5', () => {
  test('are unknown unless the site asks for them', () => {
    expect(() => render('{% echo "x" %}')).toThrow("Unknown tag 'echo'");
    expect(() => render('{% # note %}')).toThrow('was not properly terminated');
  });

  test('work with version 5', () => {
    const engine = engineWith({ version: 5 });
    const text =
      "{% # note %}{% liquid\n assign x = 2\n if x == 2\n  echo 'two'\n endif\n%}{% render 'c.html', p: x %}";
    const output = engine
      .parse(text, 'page.html')
      .render(contextWith({ 'c.html': '({{ p }}{{ x }})' }), new Map());
    expect(output).toBe('two(2)');
  });
});
