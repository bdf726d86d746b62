import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/ruby/inspect.js';
import { RubySymbol } from '../../../src/ruby/symbol.js';
import { RubyDate } from '../../../src/ruby/time/date.js';
import { RubyTime, utcTime } from '../../../src/ruby/time/time.js';
import { RubyFloat, RubyRange, toFloat, type Value } from '../../../src/ruby/value.js';
import { MarshalError } from '../../../src/ruby-host/marshal/marshal-error.js';
import { type Load, readMarshal } from '../../../src/ruby-host/marshal/read-marshal.js';
import { UserValue } from '../../../src/ruby-host/marshal/user-value.js';
import { type Writable, writeMarshal } from '../../../src/ruby-host/marshal/write-marshal.js';
import { installedRuby } from '../installed-ruby.js';

const refuse: Load = ({ className }) => {
  throw new MarshalError(className);
};

function written(value: Writable): Buffer {
  return writeMarshal(value, (object) => object);
}

function again(value: Value): Value {
  return readMarshal(written(value), refuse);
}

const integers = fc.oneof(
  fc.integer(),
  fc.integer({ min: -300, max: 300 }),
  fc.maxSafeInteger(),
  fc.bigInt({ min: 2n ** 60n, max: 2n ** 200n }),
  fc.bigInt({ min: -(2n ** 200n), max: -(2n ** 60n) }),
);
const texts = fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 300 }));
const times = fc
  .record({
    seconds: fc.integer({ min: -80_000_000_000, max: 4_000_000_000_000 }),
    nanoseconds: fc.integer({ min: 0, max: 999_999_999 }),
    offset: fc.option(fc.integer({ min: -1000, max: 1000 })),
  })
  .map(({ seconds, nanoseconds, offset }) =>
    offset === null
      ? new RubyTime(seconds, nanoseconds, 0, 'UTC')
      : new RubyTime(seconds, nanoseconds, offset * 60, ''),
  );
const dates = fc
  .record({
    year: fc.integer({ min: 1, max: 3000 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .filter(({ year, month, day }) => !(year === 1582 && month === 10 && day > 4 && day < 15))
  .map(({ year, month, day }) => new RubyDate(year, month, day));
const scalars: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  integers,
  fc.double().map(toFloat),
  texts,
  texts.map((text) => RubySymbol.named(text)),
  times,
  dates,
  fc.tuple(fc.integer(), fc.integer()).map(([first, last]) => new RubyRange(first, last)),
);
const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalars,
    fc.array(tie('value'), { maxLength: 5 }),
    fc
      .array(
        fc.tuple(
          fc.oneof(
            texts,
            texts.map((text) => RubySymbol.named(text)),
          ),
          tie('value'),
        ),
        { maxLength: 5 },
      )
      .map((entries): Value => new Map(entries)),
  ),
})).value;

describe('values', () => {
  test('come back as they went', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(again(value)).toStrictEqual(value);
      }),
    );
  });

  test('keep the bytes that are no text', () => {
    expect(again('a\udcffb')).toBe('a\udcffb');
  });

  test('that come up twice are one', () => {
    const shared: Value[] = [1.5, 'a'];
    const read = again([shared, utcTime(2024), new Map([['again', shared]])]) as [
      Value,
      Value,
      Map<Value, Value>,
    ];
    expect(read[2].get('again')).toBe(read[0]);
  });

  test('that hold themselves do so again', () => {
    const round: Value[] = [];
    round.push(round);
    const read = again(round) as Value[];
    expect(read[0]).toBe(read);
  });

  test('of classes that write themselves come by their text', () => {
    const bytes = written([new UserValue('Jekyll::Page', 'page:á.md'), 'x']);
    expect(readMarshal(bytes, ({ className, text }) => `${className} ${text}`)).toEqual([
      'Jekyll::Page page:á.md',
      'x',
    ]);
  });

  test('of other classes are refused by their name', () => {
    expect(() => readMarshal(Buffer.from('\x04\bo:\x08Foo\x00', 'latin1'), refuse)).toThrow(
      'an object of the class Foo',
    );
  });

  test('are refused when they are cut off', () => {
    expect(() => readMarshal(written(['abc']).subarray(0, 8), refuse)).toThrow('the bytes end too soon');
  });
});

describe.skipIf(installedRuby === null)('as the installed Ruby has them', () => {
  /** What Ruby writes of what it reads. */
  function throughRuby(value: Value, script = 'print Marshal.dump(Marshal.load($stdin.read))'): Buffer {
    const program = `$stdin.binmode; $stdout.binmode; require "date"; ${script}`;
    return execFileSync('ruby', ['-W0', '-EUTF-8', '-e', program], { input: written(value) });
  }

  test('come back as they went', () => {
    const all = fc.sample(values, { numRuns: 400, seed: 15 });
    expect(readMarshal(throughRuby(all), refuse)).toStrictEqual(all);
  });

  test('look there as they do here', () => {
    const all = fc
      .sample(scalars, { numRuns: 400, seed: 16 })
      .filter((value) => !(value instanceof RubySymbol));
    const lines = throughRuby(
      all,
      'Marshal.load($stdin.read).each { |v| puts v.is_a?(String) ? v.bytes.inspect : v.inspect }',
    );
    const expected = all.map((value) =>
      typeof value === 'string' ? inspect([...Buffer.from(value)]) : inspect(value),
    );
    expect(lines.toString().trimEnd().split('\n')).toEqual(expected);
  });

  test('come in all the ways in which Ruby writes them', () => {
    const script = `
      class Text < String; end
      default = Hash.new(5); default["a"] = 1
      odd = [1]; odd.instance_variable_set(:@x, "y")
      print Marshal.dump(["b\\xff".b, "é".encode("ISO-8859-1"), "a".encode("US-ASCII"), default, Text.new("sub"), odd,
        DateTime.new(2020, 1, 2, 3, 4, 5), (1...5), Time.at(0, 5, in: "+02:00"), 2**40, 1.0, -0.0, "é".to_sym])`;
    expect(readMarshal(throughRuby(null, script), refuse)).toStrictEqual([
      'b\udcff',
      'é',
      'a',
      new Map([['a', 1]]),
      'sub',
      [1],
      new RubyTime(1_577_934_245, 0, 0, ''),
      new RubyRange(1, 4),
      new RubyTime(0, 5000, 7200, ''),
      2 ** 40,
      new RubyFloat(1),
      new RubyFloat(-0),
      RubySymbol.named('é'),
    ]);
  });
});
