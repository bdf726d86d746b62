import { expect, test } from 'vitest';
import { createLiquid } from '../../../src/liquid/index.js';

const INCLUDES: Readonly<Record<string, string>> = {
  card: '[{{ card }}|{{ a }}]',
  'card.html': '[{{ card }}]',
  loop: '{{ loop }}{{ item }}{{ forloop.index }};',
};

const DATA = {
  list: ['p', 'q'],
  one: 'o',
  nothing: null,
  no: false,
  none: [],
  hash: { k: 1 },
  mixed: [1, null],
};

function render(template: string): string {
  const liquid = createLiquid({ version: 5, readInclude: (name) => INCLUDES[name] ?? null });
  return liquid.render(template, DATA);
}

// As Liquid 5.4.0 renders them.
test.each([
  ["{% render 'card' %}", '[|]'],
  ["{% render 'card', a: 1 %}", '[|1]'],
  ["{% render 'card' a: one %}", '[|o]'],
  ["{% render 'card' with one %}", '[o|]'],
  ["{% render 'card' with one as a %}", '[|o]'],
  ["{% render 'card' with no as a %}", '[|false]'],
  ["{% render 'card' with nothing as a, a: 2 %}", '[|2]'],
  ["{% render 'loop' for list %}", 'p1;q2;'],
  ["{% render 'loop' for list as item %}", 'p1;q2;'],
  ["{% render 'loop' for mixed as item %}", '11;2;'],
  ["{% render 'loop' for hash as item %}", 'k11;'],
  ["{% render 'loop' for (1..2) as item %}", '11;22;'],
  ["{% render 'loop' for one as item %}", 'o;'],
  ["{% render 'loop' for nothing as item %}", ';'],
  ["{% render 'loop' for none as item %}", ''],
  ["{% assign x = 'y' %}{% render 'loop' with x as item %}{{ x }}", 'y;y'],
  ['{% echo one | upcase %}{% echo %}', 'O'],
  ['{% # a note %}a', 'a'],
  ["{% liquid\n  assign z = one\n  echo z\n  # note\n  if z\n    echo 'yes'\n  endif\n%}", 'oyes'],
  ['{% liquid\nfor i in list\n echo i\nendfor %}{% liquid %}b', 'pqb'],
])('%s', (template, expected) => {
  expect(render(template)).toBe(expected);
});

test('the file goes by its name without what follows the first dot', () => {
  expect(render("{% render 'card.html' with one %}")).toBe('[o]');
});

test('a name that is not quoted is refused', () => {
  expect(() => render('{% render card %}')).toThrow('Template name must be a quoted string');
});

test('version 4 knows none of them', () => {
  for (const tag of ['render', 'echo', 'liquid']) {
    expect(() => createLiquid().render(`{% ${tag} "x" %}`)).toThrow(`Unknown tag '${tag}'`);
  }
});
