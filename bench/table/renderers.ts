import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Cost } from '../cost.js';

/** A program that renders Markdown. */
export interface Renderer {
  readonly name: string;
  readonly version: string;
  /** Renders the texts of a JSON file over and over; microseconds a kilobyte. */
  readonly render: (file: string) => Cost;
}

/** Our kramdown, of this checkout or another one that is compiled. */
export function ours(name: string, root: string): Renderer {
  return {
    name,
    version: versionIn(join(root, 'package.json')),
    render: (file) => run(process.execPath, ['bench/render-once.js', join(root, 'lib/markdown.js'), file]),
  };
}

/** markdown-it, which ours is built on, and kramdown itself where Ruby has it; `RUBYLIB` chooses the version. */
export function findRenderers(): Renderer[] {
  const kramdown = spawnSync(
    'ruby',
    ['-W0', '-rkramdown', '-rkramdown-parser-gfm', '-e', 'puts Kramdown::VERSION'],
    { encoding: 'utf8' },
  );
  const plain: Renderer = {
    name: 'markdown-it',
    version: versionIn(createRequire(import.meta.url).resolve('markdown-it/package.json')),
    render: (file) => run(process.execPath, ['bench/render-once.js', 'markdown-it', file]),
  };
  if (kramdown.status !== 0) return [plain];
  const version = kramdown.stdout.trim();
  return [
    plain,
    { name: 'kramdown', version, render: (file) => run('ruby', ['-W0', 'bench/render-once.rb', file]) },
  ];
}

function run(command: string, args: readonly string[]): Cost {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
  return JSON.parse(stdout) as Cost;
}

function versionIn(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
