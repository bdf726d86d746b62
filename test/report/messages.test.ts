import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const source = readFileSync(new URL('../../src/report/messages.ts', import.meta.url), 'utf8');
const names = [...source.matchAll(/^export function (\w+)/gm)].map(([, name]) => name!);

function kebab(name: string): string {
  return name.replace(/[A-Z]+/g, (part) => `-${part.toLowerCase()}`);
}

test('keeps messages sorted by name', () => {
  expect(names).toEqual([...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
});

test.each(names.map((name, index) => [name, index] as const))(
  'gives %s the code of its name',
  (name, index) => {
    const start = source.indexOf(`export function ${name}(`);
    const end =
      index + 1 < names.length ? source.indexOf(`export function ${names[index + 1]}(`) : source.length;
    const body = source.slice(start, end);
    // A message may be made by another one of which it is a case: then it has the code of that.
    const isDerived = names.some((other) => other !== name && body.includes(`${other}(`));
    expect(body.includes(`'${kebab(name)}'`)).toBe(!isDerived);
  },
);
