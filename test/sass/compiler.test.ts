import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  compileSass,
  SassError,
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
  isVerbose: false,
};

/** The place of the error in a style sheet whose front matter takes up two lines. */
function placeOfError(text: string): SassPlace {
  const path = join(temporaryFolder(), 'main.scss');
  writeFileSync(path, `---\n---\n${text}`);
  const engine = new SassEngine();
  try {
    const source = { ...SOURCE, text, path, firstLine: 3 };
    compileSass(source, engine, () => {});
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

/** A style sheet compiled, and what was said. */
function compile(source: Partial<SassSource>): Stylesheet & { readonly warnings: readonly SassWarning[] } {
  const engine = new SassEngine();
  const warnings: SassWarning[] = [];
  try {
    return {
      ...compileSass({ ...SOURCE, ...source }, engine, (warning) => warnings.push(warning)),
      warnings,
    };
  } finally {
    engine.dispose();
  }
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
    compileSass({ ...SOURCE, text: source, path: '/site/a.scss' }, engine, () => {});
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
