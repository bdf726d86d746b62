import { describe, expect, test } from 'vitest';
import { SiteError } from '../../src/model/diagnostic.js';
import { inspect } from '../../src/ruby/inspect.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { readFolder } from './read-folder.js';

/** What a table is as data. */
function table(text: string, config = '', name = 't.csv'): string {
  const folder = temporaryFolder({ [`_data/${name}`]: text, '_config.yml': config });
  return inspect(readFolder(folder).site.data.get('t')!);
}

function failure(run: () => unknown): SiteError {
  try {
    run();
  } catch (error) {
    if (error instanceof SiteError) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

/** Ruby's CSV library makes the same of the same texts. */
describe('a table', () => {
  test.each([
    ['', '[]'],
    ['a,b\n', '[]'],
    ['a,b\n1,2\n', '[{"a"=>"1", "b"=>"2"}]'],
    ['a,b\r\n1,2\r\n', '[{"a"=>"1", "b"=>"2"}]'],
    ['a,b\r1,2\r', '[{"a"=>"1", "b"=>"2"}]'],
    ['a,b,c\n1\n1,2,3,4,5\n', '[{"a"=>"1", "b"=>nil, "c"=>nil}, {"a"=>"1", "b"=>"2", "c"=>"3", nil=>"4"}]'],
    ['a,b\n\n1,2\n', '[{"a"=>nil, "b"=>nil}, {"a"=>"1", "b"=>"2"}]'],
    ['a,a\n1,2\n', '[{"a"=>"1"}]'],
    [',b\n1,2\n', '[{nil=>"1", "b"=>"2"}]'],
    ['a,b\n"",""""\n"p\r\nq",', '[{"a"=>"", "b"=>"\\""}, {"a"=>"p\\r\\nq", "b"=>nil}]'],
    [' a , b \n 1 , 2 \n', '[{" a "=>" 1 ", " b "=>" 2 "}]'],
    ['a,b\n"x ""y""","p\nq"\n"",\n', '[{"a"=>"x \\"y\\"", "b"=>"p\\nq"}, {"a"=>"", "b"=>nil}]'],
    ['\ufeffa,b\n1,2\n', '[{"\ufeffa"=>"1", "b"=>"2"}]'],
  ])('of the text %j', (text, expected) => {
    expect(table(text)).toBe(expected);
  });

  test.each([
    ['csv_reader: {headers: false}', 't.csv', '1,2\n\n3\n', '[["1", "2"], [], ["3"]]'],
    ['csv_reader: {headers: ~}', 't.csv', '1,2\n', '[["1", "2"]]'],
    ['csv_reader: {headers: false}', 't.tsv', 'a\tb\n1\t2\n', '[{"a"=>"1", "b"=>"2"}]'],
    ['tsv_reader: {headers: false}', 't.tsv', 'a\tb,c\n', '[["a", "b,c"]]'],
    ['csv_reader: {encoding: iso-8859-1}', 't.csv', 'a\n1\n', '[{"a"=>"1"}]'],
  ])('with %s in %s', (config, name, text, expected) => {
    expect(table(text, `${config}\n`, name)).toBe(expected);
  });

  test('with a converter leaves the names of a first row of several lines alone', () => {
    const config = 'csv_reader: {csv_converters: [all]}\n';
    expect(table('"a\nb",1\n2,3\n', config)).toBe('[{"a\\nb"=>2, "1"=>3}]');
  });

  test('with a converter takes numbers of any size in rows of any length', () => {
    const config = 'csv_reader: {csv_converters: [integer]}\n';
    expect(table('a\n99999999999999999999\n1,2\n99999999999999999999,3\n', config)).toBe(
      '[{"a"=>99999999999999999999}, {"a"=>1, nil=>2}, {"a"=>99999999999999999999, nil=>3}]',
    );
  });

  test('with the converter float', () => {
    const config = 'csv_reader: {csv_converters: [float]}\n';
    expect(table('a,b,c,d\n7,-0x1F,0xf_f,0x\n', config)).toBe(
      '[{"a"=>7.0, "b"=>-31.0, "c"=>255.0, "d"=>"0x"}]',
    );
  });

  const numbers =
    'a,b,c,d,e,f\n1,1.5,1_000,0x1F,-2,1e3\n 7 ,.5,1.,+3,1.5e-2,010\nx,1__0,_1,1_,0b11,9007199254740993\n';
  test.each([
    [
      'numeric',
      '[{"a"=>1, "b"=>1.5, "c"=>1000, "d"=>31, "e"=>-2, "f"=>1000.0}, ' +
        '{"a"=>7, "b"=>0.5, "c"=>"1.", "d"=>3, "e"=>0.015, "f"=>8}, ' +
        '{"a"=>"x", "b"=>"1__0", "c"=>"_1", "d"=>"1_", "e"=>3, "f"=>9007199254740993}]',
    ],
    [
      'integer',
      '[{"a"=>1, "b"=>"1.5", "c"=>1000, "d"=>31, "e"=>-2, "f"=>"1e3"}, ' +
        '{"a"=>7, "b"=>".5", "c"=>"1.", "d"=>3, "e"=>"1.5e-2", "f"=>8}, ' +
        '{"a"=>"x", "b"=>"1__0", "c"=>"_1", "d"=>"1_", "e"=>3, "f"=>9007199254740993}]',
    ],
  ])('with the converter %s', (converter, expected) => {
    expect(table(numbers, `csv_reader: {csv_converters: [${converter}]}\n`)).toBe(expected);
  });

  test('takes every number for a float with the converter of floats before that of integers', () => {
    expect(table('a,b\n1,x\n', 'csv_reader: {csv_converters: [float, integer]}\n')).toBe(
      '[{"a"=>1.0, "b"=>"x"}]',
    );
    expect(table('a\n1\n', 'csv_reader: {csv_converters: [all]}\n')).toBe('[{"a"=>1}]');
  });
});

describe('a table that is none', () => {
  test.each([
    ['a,b\n"x\n', 'Unclosed quoted field in line 2.'],
    ['a,b\nx"y,1\n', 'Illegal quoting in line 2.'],
    ['a,b\n"x"y,1\n', "Any value after quoted field isn't allowed in line 2."],
    ['a,b\n1,2\n"x', 'Unclosed quoted field in line 3.'],
    ['a,b\r\n"p\r\nq",2\r\n"x\r\ny"z\r\n', "Any value after quoted field isn't allowed in line 3."],
    ['a\n"p\nq\nx', 'Unclosed quoted field in line 2.'],
    ['a\r1\rx"y\r', 'Illegal quoting in line 3.'],
  ])('is told of in Ruby’s words: %j', (text, words) => {
    expect(() => table(text)).toThrow(words);
    expect(() => table(text)).toThrow(SiteError);
  });

  test.each([
    ['a,b\n"p\nq",2\nx"y,1\n', 4],
    ['a,b\n1,2\n"x\ny\n', 3],
    ['a,b\r\n1,2\r\n"x\r\ny"z,1\r\n', 4],
    [`a\n1\n${','.repeat(50_000)}`, 3],
    [`${'a,'.repeat(40_000)}\n${'1\n'.repeat(1000)}`, 100],
    [`a,b\n"\n",\n${'1\n'.repeat(3_000_000)}`, 2_000_002],
  ])('is told of with its line in the file: %#', (text, line) => {
    expect(failure(() => table(text)).diagnostic).toMatchObject({ file: '_data/t.csv', line });
  });

  test('since it has more than any table', () => {
    const words = (text: string): string => failure(() => table(text)).message.replace(/^\(.*\): /, '');
    expect(words(`a\n1\n${','.repeat(50_000)}`)).toBe('more than 50000 fields in line 3.');
    expect(words(`a\n${'1\n'.repeat(4_000_000)}`)).toBe('more than 4000000 entries in line 4000001.');
    expect(table(`a\n${','.repeat(49_999)}\n`)).toBe('[{"a"=>nil, nil=>nil}]');
  });

  test('or is no text', () => {
    const bytes = Buffer.from('a\n\xff\n', 'latin1');
    expect(() => readFolder(temporaryFolder({ '_data/t.csv': bytes }))).toThrow(
      'Invalid byte sequence in UTF-8',
    );
  });
});
