/**
 * What a start costs: a command line that says its version, a site of three pages and one with a style sheet, beside a Node that does
 * nothing. Runs of all take turns, each figure is the median, each ratio that of the pairs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './statistics.js';

const ROUNDS = 21;

interface Contender {
  readonly name: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Milliseconds. */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-bench-'));
  try {
    const contenders = prepare(folder);
    // The first round is for the disk, and for V8's code.
    for (const contender of contenders) runOnce(contender, folder);
    const rounds = Array.from({ length: ROUNDS }, () => contenders.map((one) => runOnce(one, folder)));
    printTable(contenders, rounds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function prepare(folder: string): Contender[] {
  const plain = join(folder, 'plain');
  const styled = join(folder, 'styled');
  for (const site of [plain, styled]) writeSite(site);
  writeFileSync(
    join(styled, 'style.scss'),
    '---\n---\n$link: #06c;\na { color: $link; &:hover { color: darken($link, 10%); } }\n',
  );
  const build = (source: string): string[] => [
    'bin/utterson.js',
    ...['build', '--quiet', '--disable-disk-cache', '--source', source],
    ...['--destination', join(folder, 'out')],
  ];
  return [
    { name: 'node -e 0', args: ['-e', '0'] },
    { name: '--version', args: ['bin/utterson.js', '--version'] },
    { name: 'three pages', args: build(plain) },
    { name: 'without code cache', args: build(plain), environment: { UTTERSON_NO_CODE_CACHE: '1' } },
    { name: 'with a style sheet', args: build(styled) },
  ];
}

function writeSite(folder: string): void {
  mkdirSync(join(folder, '_layouts'), { recursive: true });
  writeFileSync(join(folder, '_config.yml'), 'title: Three pages\n');
  writeFileSync(
    join(folder, '_layouts/default.html'),
    '<title>{{ page.title }} - {{ site.title }}</title>\n{{ content }}\n',
  );
  for (const name of ['index', 'about', 'contact']) {
    writeFileSync(
      join(folder, `${name}.md`),
      `---\nlayout: default\ntitle: ${name}\n---\n# Hello *world*\n\n` +
        '- {% for page in site.pages %}[{{ page.title | upcase }}]({{ page.url }}) {% endfor %}\n- two\n',
    );
  }
}

function runOnce({ name, args, environment }: Contender, folder: string): Cost {
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  const start = performance.now();
  const { status, output } = spawnSync(process.execPath, ['--require', './bench/tell-cost.cjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  if (status !== 0) throw new Error(`'${name}' failed.`);
  const wall = performance.now() - start;
  return { wall, cpu: (JSON.parse(output[3]!) as { cpu: number }).cpu };
}

function printTable(contenders: readonly Contender[], rounds: readonly (readonly Cost[])[]): void {
  console.log('                        wall ms  times Node  processor ms  times Node');
  contenders.forEach(({ name }, index) => {
    const cells = (['wall', 'cpu'] as const).flatMap((key) => [
      median(rounds.map((round) => round[index]![key])).toFixed(0),
      median(rounds.map((round) => round[index]![key] / round[0]![key])).toFixed(2),
    ]);
    console.log(name.padEnd(22), ...cells.map((cell, place) => cell.padStart([8, 11, 13, 11][place]!)));
  });
}
