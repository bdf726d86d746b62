import { expect, test } from 'vitest';
import { Profile } from '../../../src/liquid/run/profile.js';
import { contextWith, engineWith } from '../support.js';

test('tells the time in includes and filters from a template’s own', () => {
  let clock = 0;
  const profile = new Profile(() => clock);
  const slow = (name: string, milliseconds: number) => ({
    name,
    arity: [0, 0] as const,
    apply: () => {
      clock += milliseconds;
      return 'é';
    },
  });
  const engine = engineWith({ profile, filters: [slow('two', 2), slow('three', 3)] });
  const page = engine.parse('{{ "x" | two | three }}{% include a.html %}', 'page.html');
  const context = contextWith({ 'a.html': '{{ "x" | three }}' });

  expect(page.render(context, new Map()) + page.render(context, new Map())).toBe('éééé');

  expect(profile.costs.get('page.html')).toEqual({
    count: 2,
    bytes: 8,
    total: 16,
    includes: 6,
    filters: new Map([
      ['two', 4],
      ['three', 6],
    ]),
  });
  expect(profile.costs.get('_includes/a.html')).toEqual({
    count: 2,
    bytes: 4,
    total: 6,
    includes: 0,
    filters: new Map([['three', 6]]),
  });
});
