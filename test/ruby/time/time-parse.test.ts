import { describe, expect, test } from 'vitest';
import { inspectTime, localTime, localTimeAt } from '../../../src/ruby/time/time.js';
import { parseTime } from '../../../src/ruby/time/time-parse.js';
import { withTimeZone } from '../../../src/ruby/time/time-zone.js';

/** Reads in New York's zone, on 14 November 2023 at 17:13:20 there. */
function parse(text: string): string | null {
  return withTimeZone('America/New_York', () => {
    const time = parseTime(text, localTimeAt(1_700_000_000));
    return time === null ? null : inspectTime(time);
  });
}

describe('parseTime', () => {
  test.each([
    ['2024-01-31', '2024-01-31 00:00:00 -0500'],
    ['2024-07-31 10:15', '2024-07-31 10:15:00 -0400'],
    ['2024-01-31T10:15:30.25+01:00', '2024-01-31 10:15:30.25 +0100'],
    ['20240131T101530Z', '2024-01-31 10:15:30 UTC'],
    ['31 Jan 2024 5pm', '2024-01-31 17:00:00 -0500'],
    ['January 31st, 2024', '2024-01-31 00:00:00 -0500'],
    ['Wed, 31 Jan 2024 10:15:30 GMT', '2024-01-31 10:15:30 +0000'],
    ['2024/1/31', '2024-01-31 00:00:00 -0500'],
    ['31.1.2024', '2024-01-31 00:00:00 -0500'],
    ["jan '99", '1999-01-01 00:00:00 -0500'],
    ['2024-060', '2024-02-29 00:00:00 -0500'],
    ['h31.04.30', '2019-04-30 00:00:00 -0400'],
  ])('reads %s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  test('fills in what stands before the first part found from the present', () => {
    expect(parse('12:30')).toBe('2023-11-14 12:30:00 -0500');
    expect(parse('May')).toBe('2023-05-01 00:00:00 -0400');
  });

  test('carries 30 February over to March, and refuses the 32nd', () => {
    expect(parse('2024-02-30')).toBe('2024-03-01 00:00:00 -0500');
    expect(parse('2024-02-32')).toBeNull();
  });

  test('takes two digits for a year near 2000', () => {
    expect(parse('68-01-02')).toBe('2068-01-02 00:00:00 -0500');
    expect(parse('69-01-02')).toBe('1969-01-02 00:00:00 -0500');
  });

  test('prefers the local zone to its bare offset, and ignores zones it does not know', () => {
    expect(parse('2024-01-31 10:00 EST')).toBe('2024-01-31 10:00:00 -0500');
    expect(parse('2024-01-31 10:00 CET')).toBe('2024-01-31 10:00:00 -0500');
  });

  test('finds nothing in other text', () => {
    expect(['', 'hello', 'x'.repeat(200)].map(parse)).toEqual([null, null, null]);
  });

  test('asks for the present only when it is needed', () => {
    const never = () => {
      throw new Error('asked');
    };
    expect(parseTime('2024-01-31', never)).not.toBeNull();
    expect(() => parseTime('12:30', never)).toThrow('asked');
  });
});

test('a local time that clocks show twice is the later one, one they skip counts as before', () => {
  const at = (month: number, day: number, hour: number) =>
    withTimeZone('America/New_York', () => inspectTime(localTime(2024, month, day, hour, 30)));
  expect(at(11, 3, 1)).toBe('2024-11-03 01:30:00 -0500');
  expect(at(3, 10, 2)).toBe('2024-03-10 03:30:00 -0400');
});
