import { describe, expect, test } from 'vitest';
import { RubyDate } from '../../../src/ruby/time/date.js';
import { FormatError, strftime } from '../../../src/ruby/time/strftime.js';
import { localTimeAt, RubyTime, utcTime } from '../../../src/ruby/time/time.js';
import { withTimeZone } from '../../../src/ruby/time/time-zone.js';

/** Friday, 5 January 2024, 03:04:05.0067 */
const UTC = new RubyTime(1_704_423_845, 6_700_000, 0, 'UTC');
const INDIA = new RubyTime(1_704_404_045, 6_700_000, 19_800, '');

describe('strftime of a time', () => {
  test.each([
    ['%Y-%m-%d %H:%M:%S', '2024-01-05 03:04:05'],
    ['%A %a %^a %B %b %#b', 'Friday Fri FRI January Jan JAN'],
    ['%-d %e %_m %010d %-5d', '5  5  1 0000000005 5'],
    ['%p %P %#p %I %l', 'AM am am 03  3'],
    ['%j %U %W %V %G %g %u %w', '005 00 01 01 2024 24 5 5'],
    ['%s %L %N %3N %12N', '1704423845 006 006700000 006 006700000000'],
    ['%z %:z %::z %:::z %-z %_10z %Z', '+0000 +00:00 +00:00:00 +00 -0000       +000 UTC'],
    [
      '%c|%x|%X|%D|%F|%T|%R|%r|%v',
      'Fri Jan  5 03:04:05 2024|01/05/24|03:04:05|01/05/24|2024-01-05|03:04:05|03:04|03:04:05 AM| 5-JAN-2024',
    ],
    ['%% %5% %n', '%     % \n'],
    ['%Ey %Od', '24 05'],
  ])('prints %s', (format, expected) => {
    expect(strftime(UTC, format)).toBe(expected);
  });

  test.each([
    ['%#Z', UTC, 'utc'],
    ['%10Z', UTC, '       UTC'],
    ['%::z', new RubyTime(0, 0, -17_762, ''), '-04:56:02'],
    ['%:::z', new RubyTime(0, 0, -17_762, ''), '-04:56:02'],
    ['%_10z', new RubyTime(0, 0, -17_762, ''), '      -456'],
    ['%-z', new RubyTime(0, 0, -17_762, ''), '-0456'],
    ['%Y', utcTime(-5, 3, 4, 15, 6, 7), '-0005'],
    ['%C', utcTime(-5, 3, 4, 15, 6, 7), '-1'],
    ['%y', utcTime(-5, 3, 4, 15, 6, 7), '95'],
    ['%_10Y', utcTime(-5, 3, 4, 15, 6, 7), '        -5'],
    ['%010Y', utcTime(-5, 3, 4, 15, 6, 7), '-000000005'],
    ['%Y', utcTime(12345), '12345'],
    ['%F', utcTime(0, 12, 31, 23, 59, 59), '0000-12-31'],
    ['%G', utcTime(0, 12, 31, 23, 59, 59), '0000'],
    ['%u', utcTime(2023), '7'],
    ['%U', utcTime(2023), '01'],
    ['%I', utcTime(2024, 12, 29, 12), '12'],
    ['%P', utcTime(2024, 12, 29, 12), 'pm'],
  ])('prints %s', (format, time, expected) => {
    expect(strftime(time, format)).toBe(expected);
  });

  test('keeps the offset a time was written in, which has no name', () => {
    expect(strftime(INDIA, '%H:%M %z [%Z]')).toBe('03:04 +0530 []');
  });

  test('leaves alone what is no directive: unknown letters, flags behind the width, modifiers of other letters', () => {
    expect(strftime(UTC, '%Q %+ %5-d %Ea %:x')).toBe('%Q %+ %5-d %Ea %:x');
  });

  test('fails on a format that ends within a directive, as Ruby does', () => {
    expect(() => strftime(UTC, '%Y %')).toThrow(new FormatError('%Y %'));
    expect(() => strftime(UTC, '%Y %-5')).toThrow('invalid format: %Y %-5');
    expect(strftime(UTC, '100%%')).toBe('100%');
  });

  test('refuses to fill the memory', () => {
    expect(() => strftime(UTC, '%999999999d')).toThrow(FormatError);
  });

  test.each([
    ['Asia/Kathmandu', 1_704_078_000, '+0545 +0545'],
    ['America/Sao_Paulo', 1_704_078_000, '-03 -0300'],
    ['Antarctica/Troll', 1_704_078_000, '+00 +0000'],
    ['Atlantic/Azores', 1_720_000_000, '+00 +0000'],
    ['Etc/UTC', 1_704_078_000, 'UTC +0000'],
    [':Europe/Berlin', 1_704_078_000, 'CET +0100'],
    ['UTC', 1_704_078_000, 'UTC +0000'],
    ['Asia/Tokyo', -5_364_662_400, 'LMT +0918'],
  ])('names the zone %s', (zone, seconds, expected) => {
    expect(withTimeZone(zone, () => strftime(localTimeAt(seconds), '%Z %z'))).toBe(expected);
  });

  test('names the local zone in letters where it has some', () => {
    const names = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'America/Sao_Paulo'].map((zone) =>
      withTimeZone(zone, () => strftime(localTimeAt(UTC.seconds), '%Z %z')),
    );
    expect(names).toEqual(['EST -0500', 'CET +0100', 'IST +0530', '-03 -0300']);
  });
});

describe('strftime of a date', () => {
  const date = new RubyDate(2024, 12, 30);

  test('is midnight in UTC, whose name is its offset', () => {
    expect(strftime(date, '%F %T %Z %z %s')).toBe('2024-12-30 00:00:00 +00:00 +0000 1735516800');
  });

  test.each([
    ['%-z', date, '+000'],
    ['%_10z', date, '      +000'],
    ['%:z', date, '+00:00'],
    ['%Y', new RubyDate(-5, 3, 4), '-0005'],
    ['%j', new RubyDate(1500, 2, 28), '059'],
    ['%#Z', date, '+00:00'],
  ])('prints %s', (format, day, expected) => {
    expect(strftime(day, format)).toBe(expected);
  });

  test('knows directives that times do not', () => {
    expect(strftime(date, '%Q|%+')).toBe('1735516800000|Mon Dec 30 00:00:00 +00:00 2024');
  });

  test('takes a percent sign at the end as it is', () => {
    expect(strftime(date, '100%')).toBe('100%');
  });

  test('counts ISO weeks into the next year', () => {
    expect(strftime(date, '%G-W%V-%u')).toBe('2025-W01-1');
  });

  test('goes by the Julian calendar before October 1582', () => {
    expect(strftime(new RubyDate(1582, 10, 4), '%A')).toBe('Thursday');
    expect(strftime(new RubyDate(1582, 10, 15), '%A')).toBe('Friday');
  });
});
