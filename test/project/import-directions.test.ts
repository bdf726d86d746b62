import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';

const source = join(dirname(fileURLToPath(import.meta.url)), '../../src');

/** Folder (or top-level file) → what it may import besides itself; the table of ARCHITECTURE.md. */
const engines = ['url', 'highlight', 'markdown', 'liquid', 'sass', 'report'];
const stages = ['config', 'read', 'generate', 'render', 'write', 'incremental'];
const allowed: Record<string, readonly string[]> = {
  model: ['ruby'],
  ruby: [],
  url: ['model', 'ruby'],
  highlight: ['model', 'ruby'],
  markdown: ['model', 'ruby', 'highlight'],
  liquid: ['model', 'ruby', 'url', 'highlight'],
  sass: ['model', 'ruby'],
  report: ['model', 'ruby'],
  ...Object.fromEntries(
    [...stages, 'themes', 'plugins'].map((name) => [name, ['model', 'ruby', ...engines]]),
  ),
  'build.ts': ['model', 'ruby', ...engines, ...stages, 'themes', 'plugins'],
  serve: ['model', 'ruby', 'report', 'build.ts'],
  commands: ['model', 'ruby', 'report', 'build.ts', 'serve', 'config', 'write', 'url'],
  'cli.ts': ['model', 'report', 'build.ts', 'commands'],
  'index.ts': ['model', 'ruby', 'report', 'build.ts', 'serve'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isTypeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8');
  const found: Import[] = [];
  for (const [, statement, path] of text.matchAll(
    /^(?:import|export)\s+((?:type\s+)?[^'";]*?)\s*from\s+'(\.{1,2}\/[^']+)'/gm,
  )) {
    found.push(toImport(file, path!, /^type\b/.test(statement!)));
  }
  for (const [, path] of text.matchAll(/\bimport\(\s*'(\.{1,2}\/[^']+)'\s*\)/g))
    found.push(toImport(file, path!, false));
  return found;
}

function toImport(from: string, path: string, isTypeOnly: boolean): Import {
  const target = join(dirname(join(source, from)), path).replace(/\.js$/, '.ts');
  return { from, to: relative(source, target).split(sep).join('/'), isTypeOnly };
}

function roomOf(file: string): string {
  return file.split('/')[0]!;
}

const files = fastGlob.sync('**/*.ts', { cwd: source }).sort();
const imports = files.flatMap(importsOf);

test('every folder of src stands in the table', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => !(room in allowed))).toEqual([]);
});

test('imports go only where the table lets them', () => {
  const wrong = imports
    .filter(({ from, to }) => roomOf(from) !== roomOf(to) && !allowed[roomOf(from)]!.includes(roomOf(to)))
    .map(({ from, to }) => `${from} → ${to}`);
  expect(wrong).toEqual([]);
});

test('the model imports types from ruby, never code', () => {
  const wrong = imports.filter(
    ({ from, to, isTypeOnly }) => roomOf(from) === 'model' && roomOf(to) === 'ruby' && !isTypeOnly,
  );
  expect(wrong).toEqual([]);
});

test("a folder's index is not used from inside the folder", () => {
  const wrong = imports.filter(({ from, to }) => to === `${roomOf(from)}/index.ts` && from !== to);
  expect(wrong).toEqual([]);
});

test('no file imports itself through others at run time', () => {
  const next = new Map(files.map((file) => [file, [] as string[]]));
  for (const { from, to, isTypeOnly } of imports) if (!isTypeOnly) next.get(from)!.push(to);
  expect(findCycle(next)).toEqual([]);
});

function findCycle(next: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    const start = path.indexOf(file);
    if (start >= 0) return [...path.slice(start), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
