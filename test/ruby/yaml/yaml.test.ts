import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/ruby/inspect.js';
import { loadYaml, YamlError } from '../../../src/ruby/yaml/yaml.js';

const shown = (text: string): string => inspect(loadYaml(text));

/** The error's message, which is libyaml's. */
function problem(text: string): string {
  try {
    loadYaml(text);
  } catch (error) {
    if (error instanceof YamlError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('scalars', () => {
  test.each([
    ['1.0', '1.0'],
    ['1,000', '1000'],
    ['1_000', '1000'],
    ['014', '12'],
    ['08', '"08"'],
    ['0x1F', '31'],
    ['-0x1f', '-31'],
    ['0b11', '3'],
    ['0o14', '"0o14"'],
    ['1e3', '"1e3"'],
    ['1.5e+3', '1500.0'],
    ['1.5e3', '"1.5e3"'],
    ['.5', '0.5'],
    ['12:30', '750.0'],
    ['12:30:45', '45045.0'],
    ['-1:30', '30.0'],
    ['12:61', '"12:61"'],
    ['.inf', 'Infinity'],
    ['.Nan', '".Nan"'],
    ['123456789012345678901', '123456789012345678901'],
    ['yEs', 'true'],
    ['oFF', 'false'],
    ['y', '"y"'],
    ['NULL', 'nil'],
    ['~', 'nil'],
    [':symbol', '":symbol"'],
    ['2024-02-30', '"2024-02-30"'],
    ['2024-01-02 03:04:05', '2024-01-02 03:04:05 +0000'],
    ['2024-01-02T03:04:05.5Z', '2024-01-02 03:04:05.5 +0000'],
    ['2024-01-02 03:04:05 -0530', '2024-01-02 03:04:05 -0530'],
    ['2024-01-02 24:00:00', '2024-01-03 00:00:00 +0000'],
    ['2024-01-02 03:04', '"2024-01-02 03:04"'],
    ['!!str 12', '12'],
    ['!!binary aGVsbG8=', '"hello"'],
    ['!ruby/object:Gem {}', '{}'],
    ['"12"', '"12"'],
    ["'it''s'", '"it\'s"'],
  ])('reads %s as %s', (text, expected) => {
    expect(shown(`a: ${text}`)).toBe(`{"a"=>${expected}}`);
  });
});

describe('documents', () => {
  test.each([
    ['a: "x\\\n  b"', 'xb'],
    ['a: "x\\\n\n  b"', 'x\\nb'],
    ['a: "x \\\n\t\n\n b\\\\\n\n c"', 'x \\n\\nb\\\\\\nc'],
  ])('blank lines behind an escaped line end are line ends: %j', (text, expected) => {
    expect(shown(text)).toBe(`{"a"=>"${expected}"}`);
  });

  test.each([
    ['a: "x"# c\nb: 1', '{"a"=>"x", "b"=>1}'],
    ['a: [b]#c\n', '{"a"=>["b"]}'],
    ['a: ["b"#c\n]', '{"a"=>["b"]}'],
    ['- {}#\n- 1', '[{}, 1]'],
    ['a: |# c\n  x\n', '{"a"=>"x\\n"}'],
    ['a: b#c', '{"a"=>"b#c"}'],
  ])('a comment needs no space behind a quote, a bracket or the header of a block: %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('an end is none where nothing ends, and no end within a text', () => {
    expect(shown('a: 1\n...\n...\nb: 2')).toBe('{"a"=>1}');
    expect(shown('a: 1\n...\n\t\n')).toBe('{"a"=>1}');
    expect(shown(' ...\n')).toBe('"..."');
  });

  test('keeps the last of two equal keys in the place of the first', () => {
    expect(shown('a: 1\nb: 2\na: 3')).toBe('{"a"=>3, "b"=>2}');
  });

  test('knows dates, floats and collections again as keys', () => {
    expect(shown('2024-01-02: a\n2024-01-02: b\n1.0: c\n1.0: d\n? [x]\n: 1\n? [x]\n: 2')).toBe(
      '{#<Date: 2024-01-02 ((2460312j,0s,0n),+0s,2299161j)>=>"b", 1.0=>"d", ["x"]=>2}',
    );
    expect(shown('1.0: a\nb: c\n1.0: d\n')).toBe('{1.0=>"d", "b"=>"c"}');
    expect(shown('b: &b {1.0: x}\nd:\n  1.0: y\n  <<: *b')).toBe('{"b"=>{1.0=>"x"}, "d"=>{1.0=>"x"}}');
  });

  test('keeps keys that look like numbers in order', () => {
    expect(shown('2020: a\n2019: b\nyes: c')).toBe('{2020=>"a", 2019=>"b", true=>"c"}');
  });

  test('lets a merge key win over what stands above it and lose to what stands below', () => {
    expect(shown('base: &b {x: 1, y: 2}\nd:\n  x: 0\n  <<: *b\n  y: 3')).toBe(
      '{"base"=>{"x"=>1, "y"=>2}, "d"=>{"x"=>1, "y"=>3}}',
    );
  });

  test('does not mind how later lines of quoted scalars and flow collections are indented', () => {
    expect(shown('a: "x\ny"\nb: [1,\n2, "p\nq"]\nc: {k: [\n]}')).toBe(
      '{"a"=>"x y", "b"=>[1, 2, "p q"], "c"=>{"k"=>[]}}',
    );
  });

  test.each([
    ['a: |\n  x', '{"a"=>"x"}'],
    ['a: |+\n  x', '{"a"=>"x"}'],
    ['a: |-\n  x', '{"a"=>"x"}'],
    ['a: |\n  x\n ', '{"a"=>"x\\n"}'],
    ['- |\n x\n- >\n y', '["x\\n", "y"]'],
    ['a: |2\n  \tx', '{"a"=>"\\tx"}'],
    ['a: |\n  x\n  \ty', '{"a"=>"x\\n\\ty"}'],
    ['a: "q\\"\nr: s"', '{"a"=>"q\\" r: s"}'],
    ['- "q\\"\n- r"\n- c', '["q\\" - r", "c"]'],
    ['a: "he said \\"hi\\"\nthere"\nb: 1', '{"a"=>"he said \\"hi\\" there", "b"=>1}'],
    ["a: 'q''\nr'", '{"a"=>"q\' r"}'],
    ['a: ["q\\"\nr"]', '{"a"=>["q\\" r"]}'],
    ['a: [1,\n# c\n  2]', '{"a"=>[1, 2]}'],
    ['a: [\n\t1]', '{"a"=>[1]}'],
    ['a: "x\n\ty"', '{"a"=>"x y"}'],
    ["k: [a # ]\n, b]\nl: {x: 'y\nz'}", '{"k"=>["a", "b"], "l"=>{"x"=>"y z"}}'],
    ['k: ["a\n]", \'b\n\']\nm: "n\no"\n', '{"k"=>["a ]", "b "], "m"=>"n o"}'],
    ['a: "x\ny"\nb: [1, # c ]\n2]\nc: \'p\n q\'\n', '{"a"=>"x y", "b"=>[1, 2], "c"=>"p q"}'],
    ['a: >\n  x\nb: "p\nq"', '{"a"=>"x\\n", "b"=>"p q"}'],
    ['- a: [x,\ny]\n  b: "p\nq"', '[{"a"=>["x", "y"], "b"=>"p q"}]'],
    ['a:\n  - {b: 1,\nc: 2}\n  - d', '{"a"=>[{"b"=>1, "c"=>2}, "d"]}'],
    ['&x a: 1\nb: *x', '{"a"=>1, "b"=>"a"}'],
    ['? [a]\n: b', '{["a"]=>"b"}'],
    ['? {a: 1}\n: b', '{1=>"b"}'],
    ['a: &x\nb: *x', '{"a"=>nil, "b"=>nil}'],
    ['&x [a, b]', '["a", "b"]'],
    ['[a: b, c]', '[{"a"=>"b"}, "c"]'],
    ['{"a":b}', '{"a"=>"b"}'],
    ['{a, b}', '{"a"=>nil, "b"=>nil}'],
    ['a: 1\n...\nb: [', '{"a"=>1}'],
    ['[a] b', '["a"]'],
    ['--- [a]\nb', '["a"]'],
    ['%YAML 1.1\n---\na: b', '{"a"=>"b"}'],
    ['%TAG ! tag:x,2000:\n---\na: 1', '{"a"=>1}'],
    ['\ufeffa: 1', '{"a"=>1}'],
    ['a: 1\r\nb: 2\r\n', '{"a"=>1, "b"=>2}'],
    ['a: b\r', '{"a"=>"b"}'],
    ['a: [b, c]\r', '{"a"=>["b", "c"]}'],
    ['a: b\rc: "d\re"\r', '{"a"=>"b", "c"=>"d e"}'],
    ['a: |\r\n x\r y\r', '{"a"=>"x\\ny\\n"}'],
    ['a: x\x85b: y\x85', '{"a"=>"x", "b"=>"y"}'],
    ['? a\n: b\n? c', '{"a"=>"b", "c"=>nil}'],
    ['- ? a\n  : b', '[{"a"=>"b"}]'],
    ['&x : a', '{}'],
    ['!t : a', '{}'],
    ['{? : x}', '{}'],
    ['[-, a, -]', '["-", "a", "-"]'],
    ['{-, a: -, b: [-,-]}', '{"-"=>nil, "a"=>"-", "b"=>["-", "-"]}'],
    ['[?a, {?b: c}, ?d: e]', '[{"a"=>nil}, {"b"=>"c"}, {"d"=>"e"}]'],
    ['{a: b, c : d}', '{"a"=>"b", "c"=>"d"}'],
    ['[a?b, c?]', '["a?b", "c?"]'],
    ['a: ?b', '{"a"=>"?b"}'],
    ['- [-]\n- -\n- b', '[["-"], [nil], "b"]'],
    ['- [a]\n- |\n  [\n- -', '[["a"], "[\\n", [nil]]'],
    ['{a: b:c, d: 12:30, e :f}', '{"a"=>"b:c", "d"=>750.0, "e :f"=>nil}'],
    ['a: !binary aaG', '{"a"=>"i\\xA1"}'],
    ['- a\n b\n- c', '["a b", "c"]'],
    ['a: !!binary "aGk="', '{"a"=>"hi"}'],
    ['a: !!binary |\n  aGVs\n  bG8=', '{"a"=>"hello"}'],
    ['a: !!str yes', '{"a"=>true}'],
    ['~: a', '{}'],
    ['- [a]: b', '[{["a"]=>"b"}]'],
    ['x: [a]\ny: b', '{"x"=>["a"], "y"=>"b"}'],
    ['x: [a] # : c', '{"x"=>["a"]}'],
    ['a: &x y z', '{"a"=>"y z"}'],
    ['a: "\\u00e9\\n\\t\\""', '{"a"=>"é\\n\\t\\""}'],
  ])('reads %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('reads the first document only', () => {
    expect(shown('---\na: 1\n---\nb: [')).toBe('{"a"=>1}');
  });

  test('has nothing for a text without content', () => {
    expect(loadYaml('# a comment\n')).toBe(false);
  });

  test('takes an alias without an anchor for nil', () => {
    expect(shown('a: *nowhere')).toBe('{"a"=>nil}');
  });

  test('says which alias has no anchor, and where', () => {
    const warnings: string[] = [];
    loadYaml('a: &b c\nd: [*b, *e]', ({ message }) => warnings.push(message));
    expect(warnings).toEqual([
      'there is no anchor for the alias *e, which is taken for nil at line 2 column 9',
    ]);
  });
});

describe('errors', () => {
  test.each([
    ['a: b: c\n', 'mapping values are not allowed in this context at line 1 column 5'],
    ['a: "x\n', 'found unexpected end of stream while scanning a quoted scalar at line 1 column 4'],
    ['a: [b\nc: d\n', "did not find expected ',' or ']' while parsing a flow sequence at line 1 column 4"],
    ['a: b\nfoo\nc: d\n', "could not find expected ':' while scanning a simple key at line 2 column 1"],
    ['\na: "x" y\n', 'did not find expected key while parsing a block mapping at line 2 column 1'],
    [
      '- a\nb: c\n',
      "did not find expected '-' indicator while parsing a block collection at line 1 column 1",
    ],
    [
      'a: @x',
      'found character that cannot start any token while scanning for the next token at line 1 column 4',
    ],
    [
      'a: *b*',
      'did not find expected alphabetic or numeric character while scanning an alias at line 1 column 4',
    ],
    ['a: "\\q"', 'found unknown escape character while parsing a quoted scalar at line 1 column 4'],
    ['a:\n  b: 1\n c: 2', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    ['{"a": ', 'did not find expected node content while parsing a flow node at line 2 column 1'],
    [
      'a: x\n\t\nb: 1',
      'found a tab character that violates indentation while scanning a plain scalar at line 1 column 4',
    ],
    [
      'a: "x"\n\t\nb: 1',
      'found character that cannot start any token while scanning for the next token at line 2 column 1',
    ],
    ['a: 1._5', 'invalid value for Float(): "1._5" at line 1 column 4'],
    ['a: ,b', 'did not find expected node content while parsing a block node at line 1 column 4'],
    ['a: - b', 'block sequence entries are not allowed in this context at line 1 column 4'],
    ['a: ? b', 'mapping keys are not allowed in this context at line 1 column 4'],
    ['a: ?', 'mapping keys are not allowed in this context at line 1 column 4'],
    ['%FOO 1\n---\na: b', 'found unknown directive name while scanning a directive at line 1 column 1'],
    ['%YAML 9.9\n---\na', 'found incompatible YAML document at line 1 column 1'],
    [
      '%YAML x\n---\na: 1',
      'did not find expected version number while scanning a %YAML directive at line 1 column 1',
    ],
    ['%TAG\n---\na: 1', "did not find expected '!' while scanning a tag directive at line 1 column 1"],
    [
      'a: &',
      'did not find expected alphabetic or numeric character while scanning an anchor at line 1 column 4',
    ],
    [
      'a: *',
      'did not find expected alphabetic or numeric character while scanning an alias at line 1 column 4',
    ],
    ['a: }x', 'did not find expected node content while parsing a block node at line 1 column 4'],
    ['a: ]', 'did not find expected node content while parsing a block node at line 1 column 4'],
    ['- ]', 'did not find expected node content while parsing a block node at line 1 column 3'],
    ['x: [a, b]]\n', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    ['x: {a: b}}\n', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    ['x:\n  y: [a]]', 'did not find expected key while parsing a block mapping at line 2 column 3'],
    ['a: [b]\n]', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    ['x: [a]: b\n', 'mapping values are not allowed in this context at line 1 column 7'],
    ['x: {a: 1}: b', 'mapping values are not allowed in this context at line 1 column 10'],
    ['x: [a] : b', 'mapping values are not allowed in this context at line 1 column 8'],
    ['a: {b: c\nd: e', "did not find expected ',' or '}' while parsing a flow mapping at line 1 column 4"],
    ['{a b\nc: d', "did not find expected ',' or '}' while parsing a flow mapping at line 1 column 1"],
    ['[a,', 'did not find expected node content while parsing a flow node at line 2 column 1'],
    ['[', 'did not find expected node content while parsing a flow node at line 2 column 1'],
    ['a: [ # x\n', 'did not find expected node content while parsing a flow node at line 2 column 1'],
    ['a: [b,,c]', 'did not find expected node content while parsing a flow node at line 1 column 7'],
    [
      'a: "C:\\users\\x"',
      'did not find expected hexdecimal number while parsing a quoted scalar at line 1 column 4',
    ],
    [
      'a: "\\u00zz"',
      'did not find expected hexdecimal number while parsing a quoted scalar at line 1 column 4',
    ],
    [
      'k: "a\n--- b"',
      'found unexpected document indicator while scanning a quoted scalar at line 1 column 4',
    ],
    ['k: "a\\"', 'found unexpected end of stream while scanning a quoted scalar at line 1 column 4'],
    ["k: 'a''\nb: 1\n", 'found unexpected end of stream while scanning a quoted scalar at line 1 column 4'],
    ['k: "a\nb', 'found unexpected end of stream while scanning a quoted scalar at line 1 column 4'],
    ["- 'x\ny: 1", 'found unexpected end of stream while scanning a quoted scalar at line 1 column 3'],
    [
      'a: "x\ny"\nb: ["c\n',
      'found unexpected end of stream while scanning a quoted scalar at line 3 column 5',
    ],
    [
      'a: "x\ny"\nb: {c: "d\n',
      'found unexpected end of stream while scanning a quoted scalar at line 3 column 8',
    ],
    ['a: "x\ny" z\n', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    [
      'description: | text',
      'did not find expected comment or line break while scanning a block scalar at line 1 column 14',
    ],
    [
      'a: |x\n y',
      'did not find expected comment or line break while scanning a block scalar at line 1 column 4',
    ],
    [
      'a: |0\n x',
      'found an indentation indicator equal to 0 while scanning a block scalar at line 1 column 4',
    ],
    [
      'a:\n\tb: 1',
      'found character that cannot start any token while scanning for the next token at line 2 column 1',
    ],
    [
      '\ta: 1',
      'found character that cannot start any token while scanning for the next token at line 1 column 1',
    ],
    [
      '- \ta',
      'found character that cannot start any token while scanning for the next token at line 1 column 3',
    ],
    [
      '-\t- a',
      'found character that cannot start any token while scanning for the next token at line 1 column 2',
    ],
    [
      '- -\ta',
      'found character that cannot start any token while scanning for the next token at line 1 column 4',
    ],
    [
      'a: |\n\tx',
      'found a tab character where an indentation space is expected while scanning a block scalar at line 1 column 4',
    ],
    [
      'a: |\n x\n\ty',
      'found a tab character where an indentation space is expected while scanning a block scalar at line 1 column 4',
    ],
    [
      'a: |\n  x\n \ty',
      'found a tab character where an indentation space is expected while scanning a block scalar at line 1 column 4',
    ],
    [
      'a: |2\n \tx',
      'found a tab character where an indentation space is expected while scanning a block scalar at line 1 column 4',
    ],
    [
      'a: >\n  x\n\n\tz',
      'found a tab character where an indentation space is expected while scanning a block scalar at line 1 column 4',
    ],
    [
      'a: |\n  x\n\t\nb: 1',
      'found a tab character where an indentation space is expected while scanning a block scalar at line 1 column 4',
    ],
    [
      '- "x"\n\t- b',
      'found character that cannot start any token while scanning for the next token at line 2 column 1',
    ],
    [
      'a:\n  b: x\n\ty',
      'found a tab character that violates indentation while scanning a plain scalar at line 2 column 6',
    ],
    [
      'a: x\n\ty',
      'found a tab character that violates indentation while scanning a plain scalar at line 1 column 4',
    ],
    ['a:\n- b\nc', "could not find expected ':' while scanning a simple key at line 3 column 1"],
    ['- a\nb', "could not find expected ':' while scanning a simple key at line 2 column 1"],
    ['a: b\n"c"', "could not find expected ':' while scanning a simple key at line 2 column 1"],
    ['a: b\nc', "could not find expected ':' while scanning a simple key at line 2 column 1"],
    [
      '- a: b\n c: d',
      "did not find expected '-' indicator while parsing a block collection at line 1 column 1",
    ],
    ['a:\n  - b\n c', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    ['[a\n]: b', 'mapping values are not allowed in this context at line 2 column 2'],
    ['"a\nb": c', 'mapping values are not allowed in this context at line 2 column 3'],
    ['a\nb: c', 'mapping values are not allowed in this context at line 2 column 2'],
    ["'a': b: c", 'mapping values are not allowed in this context at line 1 column 7'],
    ['a: "b" "c"', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    ['a: [b] [c]', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    ['a: *b c', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    ['a: &a *b', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    [': a', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    ['a: b\n: c', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    ['? a\n: b\n: c', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    ['a:\n  - : b', 'did not find expected key while parsing a block mapping at line 2 column 5'],
    ['{a: 1, : b}', 'did not find expected node content while parsing a flow node at line 1 column 8'],
    ['[:a, :b]', 'did not find expected node content while parsing a flow node at line 1 column 2'],
    ['{a: :b}', 'did not find expected node content while parsing a flow node at line 1 column 5'],
    ['{a:[b]}', "found unexpected ':' while scanning a plain scalar at line 1 column 2"],
    ['{a :[b]}', "found unexpected ':' while scanning a plain scalar at line 1 column 2"],
    ['{a\n:[b]}', "found unexpected ':' while scanning a plain scalar at line 1 column 2"],
    ['[a, b:,c]', "found unexpected ':' while scanning a plain scalar at line 1 column 5"],
    ['{a:?b}', "found unexpected ':' while scanning a plain scalar at line 1 column 2"],
    ['[a, - ]', 'did not find expected node content while parsing a flow node at line 1 column 5'],
    ['[: a]', 'did not find expected node content while parsing a flow node at line 1 column 2'],
    ['a: 1\r: b', 'did not find expected key while parsing a block mapping at line 1 column 1'],
    [
      'a:\n \t',
      'found character that cannot start any token while scanning for the next token at line 2 column 2',
    ],
    ['&k k:\n  ]a: 1', 'did not find expected node content while parsing a block node at line 2 column 3'],
    ['...\n', 'did not find expected node content while parsing a block node at line 1 column 1'],
    [
      '\n# c\n... \na: 1\n',
      'did not find expected node content while parsing a block node at line 3 column 1',
    ],
  ])('says of %j: %s', (text, expected) => {
    expect(problem(text)).toBe(expected);
  });

  test('names the place of a character that may not be there, which libyaml does not', () => {
    expect(problem('# \x07\na: 1')).toBe('control characters are not allowed at line 1 column 3');
    expect(problem('a: 1\n---\nb: \x7f')).toBe('control characters are not allowed at line 3 column 4');
  });

  test.each([
    ['<<: [1]', 'Array'],
    ['<<: x', 'String'],
    ['<<:', 'nil'],
    ['a: 1\n<<: *nope', 'nil'],
    ['<<: 2024-01-01', 'Date'],
  ])('merges nothing but mappings: %j', (text, name) => {
    expect(problem(text)).toMatch(new RegExp(`^no implicit conversion of ${name} into Hash at line`));
  });

  test('ends aliases that stand for millions of values', () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `l${n + 1}: &l${n + 1} [${Array(10).fill(`*l${n}`).join()}]`,
    );
    expect(problem(['l0: &l0 [x]', ...levels].join('\n'))).toMatch(
      /aliases stand for more than 1000000 values/,
    );
  });

  test.each(['['.repeat(50_000), '- '.repeat(20_000), '{a: '.repeat(20_000)])(
    'ends nesting without end',
    (text) => {
      expect(problem(text)).toMatch(/nested deeper than 1000 levels/);
    },
  );

  test('goes through many tabs once', { timeout: 20_000 }, () => {
    expect(loadYaml(`a: [\n${'\t1,\n'.repeat(50_000)}]`)).toEqual(new Map([['a', Array(50_000).fill(1)]]));
    expect(loadYaml(`a: |\n${'  \n'.repeat(50_000)}  x\n${'  \tx\n'.repeat(50_000)}`)).toEqual(
      new Map([['a', `${'\n'.repeat(50_000)}x\n${'\tx\n'.repeat(50_000)}`]]),
    );
    expect(problem(`a: b\n${' \t\n'.repeat(50_000)}\tb: c`)).toBe(
      'found a tab character that violates indentation while scanning a plain scalar at line 1 column 4',
    );
  });

  test('reads long quoted texts', () => {
    const long = 'x\\" '.repeat(500_000);
    expect(loadYaml(`a: "${long}"\nb: |\n  ${long}\n`)).toEqual(
      new Map([
        ['a', 'x" '.repeat(500_000)],
        ['b', `${long}\n`],
      ]),
    );
  });

  test('moves many lines in at once', () => {
    expect(loadYaml('a: "x\ny"\nb: |\n  c: "\n  d\n'.repeat(500))).toEqual(
      new Map([
        ['a', 'x y'],
        ['b', 'c: "\nd\n'],
      ]),
    );
  });

  test('refuses a collection that holds itself', () => {
    expect(problem('a: &a [*a]')).toMatch(/inside the collection it names/);
  });
});
