import { expect, test } from 'vitest';
import { hasKey, removeKey, setKey } from '../../../src/commands/compose/edit-front-matter.js';

const file =
  '---\n# Mine\ntitle: One # keep\ndate: 2024-01-01\ntags:\n- a\n- b\nnote: >\n  x\n\n  y\nlast: 1\n---\nbody: here\n';

test('adds a key behind the others and leaves comments alone', () => {
  expect(setKey('---\n# Mine\na: 1\n---\n', 'b', '2')).toBe('---\n# Mine\na: 1\nb: 2\n---\n');
});

test('replaces a key in its place', () => {
  expect(setKey(file, 'title', 'Two')).toBe(file.replace('title: One # keep', 'title: Two'));
});

test('removes a key with all lines of its value', () => {
  expect(removeKey(file, 'tags')).toBe(file.replace('tags:\n- a\n- b\n', ''));
  expect(removeKey(file, 'note')).toBe(file.replace('note: >\n  x\n\n  y\n', ''));
  expect(removeKey(file, 'date')).toBe(file.replace('date: 2024-01-01\n', ''));
});

test('does not look for keys in the body or in other keys', () => {
  expect(hasKey(file, 'body')).toBe(false);
  expect(hasKey(file, 'dat')).toBe(false);
  expect(hasKey(file, 'date')).toBe(true);
});

test('takes a key without a value for absent', () => {
  expect(hasKey('---\ndate:\n---\n', 'date')).toBe(false);
});

test('leaves a file without front matter as it is', () => {
  expect(setKey('a: 1\n---\nb\n', 'c', '2')).toBe('a: 1\n---\nb\n');
});
