import { expect, test } from 'vitest';
import { tokenize } from '../../../src/liquid/parse/lexer.js';

function kinds(markup: string): string {
  return tokenize(markup)
    .map(({ kind, text }) => `${kind}:${text}`)
    .join(' ');
}

test('takes contains for an operator only before white space', () => {
  expect(kinds('contains x')).toBe('comparison:contains id:x end_of_string:');
  expect(kinds('contains')).toBe('id:contains end_of_string:');
  expect(kinds('containsx')).toBe('id:containsx end_of_string:');
});

test('keeps hyphens and one question mark in names, points in numbers only before digits', () => {
  expect(kinds('a-b? -1.5 1. -x')).toBe('id:a-b? number:-1.5 number:1 dot:. dash:- id:x end_of_string:');
});

test('names the character it cannot take, also beyond U+FFFF', () => {
  expect(() => tokenize('a 😀')).toThrow('Unexpected character 😀');
  expect(() => tokenize("'open")).toThrow("Unexpected character '");
});
