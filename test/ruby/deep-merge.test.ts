import { expect, test } from 'vitest';
import { deepMerge } from '../../src/ruby/deep-merge.js';
import { inspect } from '../../src/ruby/inspect.js';
import type { RubyHash } from '../../src/ruby/value.js';
import { loadYaml } from '../../src/ruby/yaml/yaml.js';

const hash = (yaml: string): RubyHash => loadYaml(yaml) as RubyHash;

test('keeps the place of keys, merges mappings, replaces lists, and lets nil replace nothing', () => {
  const base = hash('{a: 1, b: {x: 1, y: 2}, c: [1], d: 4}');
  const merged = deepMerge(base, hash('{e: ~, d: ~, c: [2], b: {y: 3, z: 4}, a: {k: v}}'));
  expect(inspect(merged)).toBe(
    '{"a"=>{"k"=>"v"}, "b"=>{"x"=>1, "y"=>3, "z"=>4}, "c"=>[2], "d"=>4, "e"=>nil}',
  );
  expect(inspect(base)).toBe('{"a"=>1, "b"=>{"x"=>1, "y"=>2}, "c"=>[1], "d"=>4}');
});
