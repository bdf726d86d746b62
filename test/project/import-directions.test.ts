import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastGlob from 'fast-glob';
import { expect, test } from 'vitest';

const source = join(dirname(fileURLToPath(import.meta.url)), '../../src');

const architecture = readFileSync(join(source, '../ARCHITECTURE.md'), 'utf8');

interface Room {
  readonly level: number;
  readonly name: string;
  /** As the table says it, e.g. ``level 0, `url` ``. */
  readonly mayImport: string;
}

/** The rows of ARCHITECTURE.md's table of rooms. */
const rooms: readonly Room[] = [
  ...architecture.matchAll(/^\| (\d) \| `([\w.-]+)` \|[^\n]*\| ([^|\n]*) \|$/gm),
].map(([, level, name, mayImport]) => ({ level: Number(level), name: name!, mayImport: mayImport! }));

/** Room → what it may import besides itself. */
const allowed = new Map(rooms.map((room) => [room.name, namesIn(room.mayImport)]));

function namesIn(text: string): ReadonlySet<string> {
  const named = [...text.matchAll(/`([\w.-]+)`/g)].map(([, name]) => name!);
  const [, lowest, highest] = /levels? (\d)(?:–(\d))?/.exec(text) ?? [];
  const levels =
    lowest === undefined ? [] : rooms.filter(isBetween(Number(lowest), Number(highest ?? lowest)));
  return new Set([...named, ...levels.map(({ name }) => name)]);
}

function isBetween(lowest: number, highest: number): (room: Room) => boolean {
  return ({ level }) => level >= lowest && level <= highest;
}

/** The phases of `liquid`, each with the names of its folders or files; the first imports nothing of the others. */
const phases: readonly (readonly string[])[] = architecture
  .split('\n')
  .find((line) => line.startsWith('`context errors'))!
  .split(' → ')
  .map((phase) => phase.replaceAll('`', '').split(' '));

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

test('the table names every room of src, and no other', () => {
  expect(rooms.map(({ name }) => name).sort()).toEqual([...new Set(files.map(roomOf))].sort());
});

test('imports go only where the table lets them', () => {
  const wrong = imports
    .filter(({ from, to }) => roomOf(from) !== roomOf(to) && !allowed.get(roomOf(from))!.has(roomOf(to)))
    .map(({ from, to }) => `${from} → ${to}`);
  expect(wrong).toEqual([]);
});

test('the model imports types from ruby, never code', () => {
  const wrong = imports.filter(
    ({ from, to, isTypeOnly }) => roomOf(from) === 'model' && roomOf(to) === 'ruby' && !isTypeOnly,
  );
  expect(wrong).toEqual([]);
});

test('each phase of liquid stands in the order, and imports only earlier ones at run time', () => {
  const placeOf = (file: string): number => {
    const name = /^liquid\/([\w-]+)/.exec(file)![1]!;
    return phases.findIndex((names) => names.includes(name));
  };
  const inLiquid = files.filter((file) => roomOf(file) === 'liquid');
  expect(inLiquid.filter((file) => placeOf(file) < 0)).toEqual([]);
  const wrong = imports
    .filter(({ from, to, isTypeOnly }) => !isTypeOnly && roomOf(from) === 'liquid' && roomOf(to) === 'liquid')
    .filter(({ from, to }) => placeOf(to) > placeOf(from))
    .map(({ from, to }) => `${from} → ${to}`);
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
