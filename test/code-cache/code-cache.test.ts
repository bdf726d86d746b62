import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { CodeCache } from '../../src/code-cache/code-cache.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

let root: string;
let folder: string;
let program: string;

beforeEach(() => {
  root = temporaryFolder({ 'program.cjs': programOf('first') });
  program = join(root, 'program.cjs');
  folder = join(root, 'cache');
});

/** Larger than what V8 would rather compile than keep. */
function programOf(answer: string): string {
  const functions = Array.from(
    { length: 50 },
    (_, index) => `function f${index}(a) { return a + ${index}; }`,
  );
  return `(function (exports, require, module) {
${functions.join('\n')}
module.exports = () => f0(0) === 0 && '${answer}';
})`;
}

/** Bytes that V8 compiled, as it were. */
let compiled = 1000;

/** What the program answers in a process of its own, as it were, and the files that are kept then. */
function run(...folders: readonly string[]): { answer: string; kept: string[] } {
  const code = new CodeCache(folders, () => compiled);
  const answer = (code.load(program) as () => string)();
  code.keep();
  return { answer, kept: folders.flatMap(filesIn) };
}

function filesIn(one: string): string[] {
  return existsSync(one) ? readdirSync(one).map((name) => join(one, name)) : [];
}

/** Of a file that was written again, another. */
function identity(file: string): string {
  const { ino, mtimeNs } = statSync(file, { bigint: true });
  return `${ino} ${mtimeNs}`;
}

describe('CodeCache', () => {
  test('keeps code where only the user can write, and uses it from then on', () => {
    const { answer, kept } = run(folder);
    expect(answer).toBe('first');
    expect(kept).toHaveLength(1);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const before = identity(kept[0]!);
    expect(run(folder)).toEqual({ answer, kept });
    expect(identity(kept[0]!)).toBe(before);
  });

  test('keeps nothing before it is told to', () => {
    new CodeCache([folder]).load(program);
    expect(filesIn(folder)).toEqual([]);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100)],
    ['cut to almost nothing', (bytes: Buffer) => bytes.subarray(0, 10)],
    ['empty', () => Buffer.alloc(0)],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(8)])],
    ['with a bit flipped in the seal', (bytes: Buffer) => flip(bytes, 5)],
    ['with a bit flipped in the head', (bytes: Buffer) => flip(bytes, 40)],
    ['with a bit flipped in the middle', (bytes: Buffer) => flip(bytes, bytes.length >> 1)],
    ['with a bit flipped at the end', (bytes: Buffer) => flip(bytes, bytes.length - 1)],
  ])('writes a cache again that is %s', (_, damage) => {
    const file = run(folder).kept[0]!;
    writeFileSync(file, damage(readFileSync(file)));
    const damaged = identity(file);
    expect(run(folder)).toEqual({ answer: 'first', kept: [file] });
    const mended = identity(file);
    expect(mended).not.toBe(damaged);
    expect(run(folder).answer).toBe('first');
    expect(identity(file)).toBe(mended);
  });

  test('never runs the code of another text of equal length', () => {
    run(folder);
    writeFileSync(program, programOf('secnd'));
    expect(run(folder)).toMatchObject({ answer: 'secnd', kept: { length: 2 } });
    expect(run(folder).answer).toBe('secnd');
  });

  test('takes the next folder where one cannot be made', () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    const { answer, kept } = run(join(file, 'cache'), folder);
    expect({ answer, kept }).toEqual({ answer: 'first', kept: [expect.stringContaining(folder)] });
    expect(run(join(file, 'cache'))).toEqual({ answer: 'first', kept: [] });
  });

  test('reads and writes nothing where others may write', () => {
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    expect(run(folder).kept).toEqual([]);
    chmodSync(folder, 0o755);
    const file = run(folder).kept[0]!;
    chmodSync(folder, 0o775);
    const next = join(root, 'next');
    expect(run(folder, next).kept).toEqual([file, expect.stringContaining(next)]);
  });

  test('keeps code again when more of it was compiled', () => {
    const file = run(folder).kept[0]!;
    const rewrites = (bytes: number): boolean => {
      const before = identity(file);
      compiled = bytes;
      run(folder);
      return identity(file) !== before;
    };
    expect([1000, 1020, 1021, 1021, 900, 1041, 1042].map(rewrites)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      true,
    ]);
    compiled = 1000;
  });

  test('keeps code again that was kept without another file', () => {
    const other = join(root, 'other.cjs');
    writeFileSync(other, programOf('other'));
    const file = run(folder).kept[0]!;
    const runBoth = (): void => {
      const code = new CodeCache([folder], () => 2000);
      code.load(program);
      code.load(other);
      code.keep();
    };
    const alone = identity(file);
    runBoth();
    const together = filesIn(folder).map(identity);
    expect(together).toHaveLength(2);
    expect(together).not.toContain(alone);
    runBoth();
    run(folder);
    expect(filesIn(folder).map(identity)).toEqual(together);
  });

  test('runs a file once', () => {
    const code = new CodeCache([]);
    expect(code.load(program)).toBe(code.load(program));
  });

  test('keeps the newest twelve', () => {
    for (let index = 0; index < 15; index++) {
      writeFileSync(program, programOf(`number ${index}`));
      for (const file of run(folder).kept) utimesSync(file, index, statSync(file).mtimeMs / 1000 - 1);
    }
    expect(filesIn(folder)).toHaveLength(12);
    const before = filesIn(folder);
    expect(run(folder).kept).toEqual(before);
  });

  test('does without folders', () => {
    expect(run()).toEqual({ answer: 'first', kept: [] });
  });
});

function flip(bytes: Buffer, index: number): Buffer {
  bytes[index]! ^= 16;
  return bytes;
}
