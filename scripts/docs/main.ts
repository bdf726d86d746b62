/** `npm run docs`, before the build: writes the pages that are made from tables, and which program they are of. What is as it was stays untouched. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedPages } from './pages.js';

const pages = generatedPages();
for (const folder of ['content/errors', 'content/plugins', 'content/reference']) removeOthers(folder);
for (const { path, text } of pages) write(path, text);
write('data/program.json', `${JSON.stringify({ version: version(), commit: commit() }, null, 2)}\n`);

/** What an earlier run wrote and this one does not. */
function removeOthers(folder: string): void {
  const kept = new Set(pages.map(({ path }) => path));
  if (!existsSync(join('docs', folder))) return;
  for (const name of readdirSync(join('docs', folder))) {
    if (!kept.has(`${folder}/${name}`)) rmSync(join('docs', folder, name));
  }
}

/** A file that is left alone is a page that the build need not render. */
function write(path: string, text: string): void {
  const file = join('docs', path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function version(): string {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
}

/** `null` outside of a clone. */
function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return null;
  }
}
