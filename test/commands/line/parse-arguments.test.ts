import { expect, test } from 'vitest';
import { BUILD_FLAGS, GLOBAL_FLAGS } from '../../../src/commands/line/flags.js';
import { findCommandIndex, parseArguments } from '../../../src/commands/line/parse-arguments.js';

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
  expect(() => parse('--l 3')).toThrow('ambiguous option: --l');
  expect(parse('--strict').flags).toEqual({ strict: true });
});

test('cuts lists at commas and reads whole numbers', () => {
  expect(parse('--config a.yml,b.yml --limit_posts -1').flags).toEqual({
    config: ['a.yml', 'b.yml'],
    limit_posts: -1,
  });
  expect(() => parse('--limit_posts x')).toThrow('invalid argument: --limit_posts x');
});

test('switches off with --no- only what has that form', () => {
  expect(parse('--no-watch').flags).toEqual({ watch: false });
  expect(() => parse('--no-future')).toThrow('invalid option: --no-future');
});

test('takes a word after a switch only where the switch knows it', () => {
  expect(parse('--profile').flags).toEqual({ profile: true });
  expect(parse('--profile=json').flags).toEqual({ profile: 'json' });
  expect(() => parse('--profile=xml')).toThrow('needless argument: --profile=xml');
});

test('mixes words and flags, and takes everything after -- as words', () => {
  expect(parse('one -q two -- -x')).toEqual({ flags: { quiet: true }, args: ['one', 'two', '-x'] });
});

test('refuses unknown options and missing values in the words of Ruby, with a guess', () => {
  expect(() => parse('--no-such-option')).toThrow('invalid option: --no-such-option');
  expect(() => parse('--show-drafts')).toThrow('Did you mean --drafts?');
  expect(() => parse('--source')).toThrow('missing argument: --source');
});

test('finds the command behind flags and their values', () => {
  expect(findCommandIndex(['-s', 'site', '--safe', 'build'], known)).toBe(3);
  expect(findCommandIndex(['--source=site', 'build'], known)).toBe(1);
  expect(findCommandIndex(['--version'], known)).toBe(-1);
});
