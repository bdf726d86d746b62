import { expect, test } from 'vitest';
import { BUILD_FLAGS, GLOBAL_FLAGS } from '../../../src/commands/line/flags.js';
import {
  findCommandIndex,
  parseArguments,
  type UsageError,
} from '../../../src/commands/line/parse-arguments.js';

const known = [...BUILD_FLAGS, ...GLOBAL_FLAGS];
const parse = (line: string) => parseArguments(line.split(' '), known);

test('takes values after a space, after an equals sign and right after a letter', () => {
  expect(parse('--source a').flags).toEqual({ source: 'a' });
  expect(parse('--source=a=b').flags).toEqual({ source: 'a=b' });
  expect(parse('-sa').flags).toEqual({ source: 'a' });
});

test('takes letters joined together, the last one with a value', () => {
  expect(parse('-wDsa').flags).toEqual({ watch: true, show_drafts: true, source: 'a' });
});

test('takes a long name that is cut short as long as only one begins so', () => {
  expect(parse('--lim 3').flags).toEqual({ limit_posts: 3 });
  expect(() => parse('--l 3')).toThrow('--l may stand for several options.');
  expect(parse('--strict').flags).toEqual({ strict: true });
});

test('cuts lists at commas and reads whole numbers', () => {
  expect(parse('--config a.yml,b.yml --limit_posts -1').flags).toEqual({
    config: ['a.yml', 'b.yml'],
    limit_posts: -1,
  });
  expect(() => parse('--limit_posts x')).toThrow("--limit_posts takes a whole number, not 'x'.");
});

test('switches off with --no- only what has that form', () => {
  expect(parse('--no-watch').flags).toEqual({ watch: false });
  expect(() => parse('--no-future')).toThrow('There is no option --no-future.');
});

test('takes a word after a switch only where the switch knows it', () => {
  expect(parse('--profile').flags).toEqual({ profile: true });
  expect(parse('--profile=json').flags).toEqual({ profile: 'json' });
  expect(() => parse('--profile=xml')).toThrow('--profile=xml: that option is given without a value.');
});

test('mixes words and flags, and takes everything after -- as words', () => {
  expect(parse('one -q two -- -x')).toEqual({ flags: { quiet: true }, args: ['one', 'two', '-x'] });
});

test('refuses unknown options and missing values, with a guess', () => {
  const hint = (line: string): unknown => {
    try {
      return parse(line);
    } catch (error) {
      return (error as UsageError).hint;
    }
  };
  expect(() => parse('--no-such-option')).toThrow('There is no option --no-such-option.');
  expect(hint('--no-such-option')).toBeNull();
  expect(hint('--show-drafts')).toBe("Did you mean '--drafts'?");
  expect(hint('--destinaton')).toBe("Did you mean '--destination'?");
  expect(() => parse('--source')).toThrow('--source needs a value behind it.');
});

test('finds the command behind flags and their values', () => {
  expect(findCommandIndex(['-s', 'site', '--safe', 'build'], known)).toBe(3);
  expect(findCommandIndex(['--source=site', 'build'], known)).toBe(1);
  expect(findCommandIndex(['--version'], known)).toBe(-1);
});
