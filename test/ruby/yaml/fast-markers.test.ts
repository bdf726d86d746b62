import { expect, test } from 'vitest';
import { loadYaml } from '../../../src/ruby/yaml/yaml.js';

test.each<[string, unknown]>([
  ['--- [1, {a: b}]\n', [1, new Map([['a', 'b']])]],
  ["--- 'a: b'\n", 'a: b'],
  ['--- # comment\na: b\n', new Map([['a', 'b']])],
  ['a: b\n--- c: d\n', new Map([['a', 'b']])],
  ['a: b\n... # end\n', new Map([['a', 'b']])],
  ['a: b\n---\nc: d\n', new Map([['a', 'b']])],
  ['---a: b\n', new Map([['---a', 'b']])],
])('%j is one document', (text, value) => {
  expect(loadYaml(text)).toEqual(value);
});
