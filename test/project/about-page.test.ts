import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'parse5';
import { afterEach, expect, test } from 'vitest';

const program = join(process.cwd(), 'bin/utterson.js');
/** Our user's own page, which is theirs and not part of this repository. */
const seeds = '../shared/seed';
const seed = existsSync(seeds) ? readdirSync(seeds).find((name) => name.endsWith('.txt')) : undefined;

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the repository's own site, with another about page if one is given, and reads what became of it. */
function buildAboutPage(source?: string): string {
  folder = mkdtempSync(join(tmpdir(), 'utterson-about-'));
  for (const name of ['content', 'layouts', 'includes', 'data', 'sass', 'public', '_config.yml']) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  if (source) cpSync(source, join(folder, 'content/about.md'));
  execFileSync(process.execPath, [program, 'build', '--strict', '--quiet'], { cwd: folder, stdio: 'pipe' });
  return readFileSync(join(folder, 'dist/about.html'), 'utf8');
}

/** What each call of an include in the page's source hands over. */
function includeCalls(source: string): { file: string; parameters: Map<string, string> }[] {
  return [...source.matchAll(/\{% include (\S+)([\s\S]*?)%\}/g)].map(([, file, markup]) => ({
    file: file!,
    parameters: new Map([...markup!.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!])),
  }));
}

function expectEveryParameter(source: string, page: string): void {
  expect(parse(page).childNodes.length).toBeGreaterThan(0);
  const calls = includeCalls(source);
  expect(calls.map(({ file }) => file).sort()).toEqual([
    ...Array(4).fill('partner.html'),
    'section-image.html',
  ]);
  for (const { file, parameters } of calls) {
    if (file === 'section-image.html') {
      expect(page).toContain(`src="/img/${parameters.get('img')}"`);
      expect(page).toContain(`<h1>${parameters.get('heading')}</h1>`);
    } else {
      expect(page).toContain(`src="${parameters.get('imgUrl')}"`);
      expect(page).toContain(`<h3>${parameters.get('title')}</h3>`);
      expect(page).toContain(`<p>${parameters.get('description')!.replace(/\s+/g, ' ').trim()}</p>`);
    }
  }
}

test('the about page of the example holds every parameter of its includes', () => {
  expectEveryParameter(readFileSync('content/about.md', 'utf8'), buildAboutPage());
});

// Skipped where the page is not there: it belongs to our user.
test.skipIf(!seed)("so does our user's own page", () => {
  const path = join(seeds, seed!);
  expectEveryParameter(readFileSync(path, 'utf8'), buildAboutPage(path));
});
