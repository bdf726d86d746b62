import { spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import {
  compileSass,
  SassError,
  type SassHost,
  type SassPlace,
  type SassSource,
  type SassWarning,
  type Stylesheet,
} from '../../src/sass/compiler.js';
import { SassEngine } from '../../src/sass/engine.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const SOURCE: SassSource = {
  text: '',
  syntax: 'scss',
  path: null,
  firstLine: 1,
  loadPaths: [],
  style: 'expanded',
  withSourceMap: false,
  withCharset: true,
  quietDependencies: true,
  looksBesideFile: true,
};

const QUIET: SassHost = { warn: () => {}, refuse: null };

/** The place of the error in a style sheet whose front matter takes up two lines. */
function placeOfError(text: string): SassPlace {
  const path = join(temporaryFolder(), 'main.scss');
  writeFileSync(path, `---\n---\n${text}`);
  const engine = new SassEngine();
  try {
    const source = { ...SOURCE, text, path, firstLine: 3 };
    compileSass(source, engine, QUIET);
  } catch (error) {
    if (error instanceof SassError) return error.place;
    throw error;
  } finally {
    engine.dispose();
  }
  throw new Error('the style sheet was compiled');
}

test('places an error in the file, front matter counted', () => {
  expect(placeOfError('a { b: 1 }\nb { c: $d }')).toMatchObject({ line: 4, column: 8, isSelfImport: false });
});

test('knows a style sheet that imports itself', () => {
  expect(placeOfError('@import "main";')).toMatchObject({ line: 3, isSelfImport: true });
});

/** Started once for all. */
const engine = new SassEngine();
afterAll(() => engine.dispose());

/** A style sheet compiled, and what was said. */
function compile(
  source: Partial<SassSource>,
  refuse: SassHost['refuse'] = null,
): Stylesheet & { readonly warnings: readonly SassWarning[] } {
  const warnings: SassWarning[] = [];
  const host: SassHost = { warn: (warning) => warnings.push(warning), refuse };
  return { ...compileSass({ ...SOURCE, ...source }, engine, host), warnings };
}

test('reads imports from the load paths and says which files they were', () => {
  const folder = temporaryFolder({ '_part.scss': 'b { c: d }' });
  const { css, files, sourceMap } = compile({ text: '@use "part"; a { b: c }', loadPaths: [folder] });
  expect(css).toBe('b {\n  c: d;\n}\n\na {\n  b: c;\n}');
  expect(files).toEqual([join(folder, '_part.scss')]);
  expect(sourceMap).toBeNull();
});

test('maps the style sheet back to its source', () => {
  const path = join(temporaryFolder(), 'main.scss');
  const text = 'a { b: c }';
  const { sourceMap } = compile({ text, path, withSourceMap: true });
  expect(sourceMap).toMatchObject({
    version: 3,
    sources: [pathToFileURL(path).href],
    sourcesContent: [text],
  });
});

test('hands warnings on with their place, counted from the file', () => {
  const { warnings } = compile({ text: 'a { b: c }\n@warn "careful";' });
  expect(warnings).toMatchObject([{ message: 'careful', isDeprecation: false }]);
  const path = join(temporaryFolder(), 'main.scss');
  const { warnings: old } = compile({ text: 'a { b: lighten(red, 10%) }', path, firstLine: 4 });
  expect(old[0]).toMatchObject({ isDeprecation: true, place: { path, line: 4, column: 8 } });
});

test('places an error in text that stands in no file in the text', () => {
  expect.assertions(1);
  try {
    compile({ text: 'a { b: 1 }\nb { c: $d }' });
  } catch (error) {
    expect(error).toMatchObject({ place: { path: null, line: 2, column: 8 } });
  }
});

test('names the file of a style sheet whose functions call themselves without end, and compiles the next', () => {
  const engine = new SassEngine();
  const text = '@function f($a) { @return f($a + 1); }\na { b: f(1); }';
  const compile = (source: string) =>
    compileSass({ ...SOURCE, text: source, path: '/site/a.scss' }, engine, QUIET);
  try {
    expect(() => compile(text)).toThrow(
      expect.objectContaining({
        name: 'SassError',
        message: 'The style sheet is nested too deeply, or calls itself without end',
        place: { path: '/site/a.scss', line: 1, column: 1, isSelfImport: false },
      }),
    );
    expect(compile('a { b: c; }').css).toBe('a {\n  b: c;\n}');
  } finally {
    engine.dispose();
  }
});

describe('with files that may be refused', () => {
  const noSecret: SassHost['refuse'] = (path) => (path.includes('secret') ? `${path} is refused` : null);

  /** Files in every way that an import can name them. */
  const FILES = {
    'sass/_partial.scss': '.partial { a: b }',
    'sass/whole.sass': '.whole\n  a: b',
    'sass/plain.css': '.plain { a: b }',
    'sass/both.css': '.css { a: b }',
    'sass/both.scss': '.scss { a: b }',
    'sass/deep/_index.scss': '@use "../partial"; @use "near"; .deep { a: b }',
    'sass/deep/_near.scss': '.near { a: b }',
    'sass/named.import.scss': '.for-import { a: b }',
    'sass/named.scss': '.for-use { a: b }',
    'more/_late.scss': '.late { a: lighten(red, 10%) }',
    'more/_partial.scss': '.wrong { a: b }',
    'beside.scss': '.beside { a: lighten(red, 10%) }',
    'unclear.scss': '',
    '_unclear.scss': '',
    'sass/é ü.scss': '.letters { a: b }',
    '_marked.scss': '\uFEFF.marked { a: b }',
  };

  /** What comes of a style sheet, an error told of included. */
  function outcome(source: Partial<SassSource>, refuse: SassHost['refuse']): unknown {
    try {
      return compile(source, refuse);
    } catch (error) {
      if (error instanceof SassError) return [error.message, error.place];
      throw error;
    }
  }

  test.each([
    ...['partial', '_partial', 'partial.scss', 'whole', 'plain', 'plain.css', 'both', 'both.css', 'deep'],
    ...['deep/index', 'deep/near', 'named', 'late', 'beside', 'é ü', 'nowhere', 'deep/nowhere', 'http://a/b'],
    ...['sass/partial', '../beside', './beside', 'sass:math', 'FOLDER/more/late', 'file://FOLDER/more/late'],
    'marked',
  ])('finds %s where Sass itself does, with the same map, files and warnings', (name) => {
    const folder = temporaryFolder(FILES);
    for (const rule of ['@use', '@import']) {
      const source = {
        text: `${rule} "${name.replace('FOLDER', folder)}";`,
        path: join(folder, 'main.scss'),
        loadPaths: [join(folder, 'sass'), join(folder, 'more')],
        withSourceMap: true,
      };
      expect(outcome(source, noSecret)).toEqual(outcome(source, null));
    }
  });

  test('refuses what several files could be meant by', () => {
    const folder = temporaryFolder(FILES);
    const source = { text: '@use "unclear";', path: join(folder, 'main.scss') };
    expect(() => compile(source, noSecret)).toThrow(/^It's not clear which file to import\. Found:\n {2}/);
  });

  test('names the file whose bytes are no text', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '_bytes.scss'), Buffer.from([0x61, 0xff]));
    const source = { text: '@use "bytes";', path: join(folder, 'main.scss') };
    expect(() => compile(source, noSecret)).toThrow(`Invalid UTF-8 in ${join(folder, '_bytes.scss')}.`);
  });

  test.skipIf(process.platform === 'win32')(
    'opens nothing that is refused, at the place of the import',
    () => {
      const folder = temporaryFolder({ 'main.scss': '' });
      // Whoever opened it would wait for ever.
      spawnSync('mkfifo', [join(folder, 'pipe')]);
      symlinkSync(join(folder, 'pipe'), join(folder, '_a.scss'));
      const path = join(folder, 'secret.scss');
      writeFileSync(path, 'a { b: c');
      chmodSync(path, 0);
      const source = { text: 'a { b: c }\n@import "secret";', path: join(folder, 'main.scss') };
      expect(() => compile(source, noSecret)).toThrow(
        expect.objectContaining({
          message: `${path} is refused`,
          place: { path: source.path, line: 2, column: 9, isSelfImport: false },
        }),
      );
      expect(() => compile({ ...source, text: '@use "a";' }, noSecret)).toThrow("Can't find stylesheet");
    },
  );
});
