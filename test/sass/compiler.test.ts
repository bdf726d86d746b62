import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileSass, SassError, type SassPlace } from '../../src/sass/compiler.js';
import { SassEngine } from '../../src/sass/engine.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** The place of the error in a style sheet whose front matter takes up two lines. */
function placeOfError(text: string): SassPlace {
  const path = join(temporaryFolder(), 'main.scss');
  writeFileSync(path, `---\n---\n${text}`);
  const engine = new SassEngine();
  try {
    const source = {
      text,
      syntax: 'scss',
      path,
      firstLine: 3,
      loadPaths: [],
      style: 'expanded',
      withSourceMap: false,
      withCharset: true,
      quietDependencies: true,
      isVerbose: false,
    } as const;
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
