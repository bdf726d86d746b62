import { describe, expect, test } from 'vitest';
import { inspectTime, localTime, localTimeAt } from '../../../src/ruby/time/time.js';
import { parseTime } from '../../../src/ruby/time/time-parse.js';
import { withTimeZone } from '../../../src/ruby/time/time-zone.js';
import { parseInNewYork as parse } from './parse-in-new-york.js';

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

  test.each([
    ['2024-01-31 10:00 CET', '2024-01-31 10:00:00 +0100'],
    ['2024-01-31 10:00 CEST', '2024-01-31 10:00:00 +0200'],
    ['2024-07-31 10:00 cest', '2024-07-31 10:00:00 +0200'],
    ['2024-01-31 10:00 XYZ', '2024-01-31 10:00:00 +0100'],
  ])('knows the local zone by both of its names: %s', (text, expected) => {
    const read = (): string => inspectTime(parseTime(text, localTimeAt(1_700_000_000))!);
    expect(withTimeZone('Europe/Berlin', read)).toBe(expected);
  });

  test.each([
    ['10:00 +0900', '2024-01-01 10:00:00 +0900'],
    ['10:00 CET', '2023-12-31 10:00:00 -0500'],
    ['23:00 -1100', '2023-12-31 23:00:00 -1100'],
  ])('takes the year of the present from the zone: on New Year’s Eve in New York %s', (text, expected) => {
    const read = (): string => inspectTime(parseTime(text, localTimeAt(1_704_078_000))!);
    expect(withTimeZone('America/New_York', read)).toBe(expected);
  });

  test('finds nothing in other text', () => {
    expect(['', 'hello', 'x'.repeat(200)].map(parse)).toEqual([null, null, null]);
  });

  test.each([
    ['2024-031', '2024-01-31 00:00:00 -0500'],
    ['2024-032', '2024-02-01 00:00:00 -0500'],
    ['2024-366', '2024-12-31 00:00:00 -0500'],
    ['2024-365', '2024-12-30 00:00:00 -0500'],
    ['2023-365', '2023-12-31 00:00:00 -0500'],
    ['2023-060', '2023-03-01 00:00:00 -0500'],
    ['2024-061', '2024-03-01 00:00:00 -0500'],
    ['2024-183', '2024-07-01 00:00:00 -0400'],
    ['2023-245', '2023-09-02 00:00:00 -0400'],
    ['2024-335', '2024-11-30 00:00:00 -0500'],
    ['2023-366', null],
    ['2024-000', null],
    ['2024-367', null],
    ['2024-366 23:00 -0500', '2024-12-31 23:00:00 -0500'],
    ['2024-001 00:30 +0900', '2024-01-01 00:30:00 +0900'],
    ['2023-366 25:00', null],
  ])('days of the year: %s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  test.each([
    ['2024-01-31 10:00 PST', '2024-01-31 10:00:00 -0800'],
    ['2024-01-31 10:00 utc', '2024-01-31 10:00:00 UTC'],
    ['2024-01-31 10:00 z', '2024-01-31 10:00:00 UTC'],
    ['2024-01-31 10:00 A', '2024-01-31 10:00:00 +0100'],
    ['2024-01-31 10:00 Y', '2024-01-31 10:00:00 -1200'],
    ['2024-01-31 10:00 J', '2024-01-31 10:00:00 -0500'],
    ['2024-01-31 10:00 +05', '2024-01-31 10:00:00 +0500'],
    ['2024-01-31 10:00 +5', '2024-01-31 10:00:00 -0500'],
    ['2024-01-31 10:00 GMT+5', '2024-01-31 10:00:00 -0500'],
    ['2024-01-31 10:00 -00:00', '2024-01-31 10:00:00 UTC'],
    ['2024-01-31 10:00 +053015', '2024-01-31 10:00:00 +053015'],
    ['2024-01-31 10:00 eastern standard time', '2024-01-31 10:00:00 -0500'],
    ['2024-07-31 10:00 EST', '2024-07-31 10:00:00 -0500'],
    ['2024-01-31 10:00 edt', '2024-01-31 10:00:00 -0400'],
  ])('zones by name, letter and number: %s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  test.each([
    ['2024-01-31 23:30 -0500', '2024-01-31 23:30:00 -0500'],
    ['2023-12-31 23:30 -0800', '2023-12-31 23:30:00 -0800'],
    ['2024-01-01 00:30 +0900', '2024-01-01 00:30:00 +0900'],
    ['2024-03-01 00:30 +0100', '2024-03-01 00:30:00 +0100'],
    ['2024-02-30 23:30 -0100', '2024-02-29 23:30:00 -0100'],
    ['2024-04-30 20:30 -0500', '2024-04-30 20:30:00 -0500'],
    ['2024-13-01 00:00 +0100', '2025-01-01 00:00:00 +0100'],
    ['2024-14-01 00:00 +0100', null],
    ['2024-00-01 00:00 +0100', '2024-01-01 00:00:00 +0100'],
    ['2024-13-01 10:00 +0100', null],
    ['2024-01-31 10:00 +23:59', '2024-01-31 10:00:00 +2359'],
    ['2024-01-31 10:00 +25:00', null],
    ['2024-01-31 10:00 -24:00', null],
  ])('days, months and years that offsets carry over: %s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  test.each([
    ['2024-01-31 24:00', '2024-02-01 00:00:00 -0500'],
    ['2024-01-31 24:01', null],
    ['2024-01-31 24:00:01', null],
    ['2024-01-31 25:00', null],
    ['2024-01-31 10:60', null],
    ['2024-01-31 10:00:60', '2024-01-31 10:01:00 -0500'],
    ['2024-01-31 10:00:61', null],
    ['2024-01-00', null],
    ['2024-00-10', null],
  ])('the ends of the day: %s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  test.each([
    ['23:30 -0900', '2023-11-14 23:30:00 -0900'],
    ['23:30 +0900', '2023-11-15 23:30:00 +0900'],
    ['00:10 UTC', '2023-11-14 00:10:00 UTC'],
    ['jan 5 10:00 +0900', '2023-01-05 10:00:00 +0900'],
    ['dec 31 23:00 -0900', '2023-12-31 23:00:00 -0900'],
    ['10:00 EDT', '2023-11-14 10:00:00 -0400'],
    ['EST', null],
  ])('a time with a zone fills in the present there: %s', (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  test.each([
    ['0001-01-01', '0001-01-01 00:00:00 -045602'],
    ['0099-01-01', '0099-01-01 00:00:00 -045602'],
    ['-0001-01-01', '-0001-01-01 00:00:00 -045602'],
    ['10000-01-01', '10000-01-01 00:00:00 -0500'],
    ['300000-01-01', '300000-01-01 00:00:00 -0500'],
    ['1900-01-01 10:00 LMT', '1900-01-01 10:00:00 -0500'],
    ['1850-01-01', '1850-01-01 00:00:00 -045602'],
  ])('years far from ours: %s', (text, expected) => {
    expect(parse(text)).toBe(expected);
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
