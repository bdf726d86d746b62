import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The package as a user gets it: packed, installed in an empty folder, run. */
let folder: string;
let packed: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'utterson-package-'));
  const [tarball] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], process.cwd()),
  ) as [{ filename: string; files: { path: string }[] }];
  packed = tarball.files.map(({ path }) => path);
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }');
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, tarball.filename)]);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd = folder): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

test('holds the program, its types and the scaffolds, and nothing else', () => {
  const allowed = /^(bin\/|lib\/|scaffold\/|package\.json$|README\.md$|LICENSE$)/;
  expect(packed.filter((path) => !allowed.test(path))).toEqual([]);
  expect(packed).toEqual(
    expect.arrayContaining(['bin/utterson.js', 'lib/cli.js', 'lib/types/index.d.ts', 'LICENSE']),
  );
});

test('scaffolds a site and builds it', { timeout: 120_000 }, () => {
  run('npx', ['utterson', 'new', 'site']);
  const output = run('npx', ['utterson', 'build'], join(folder, 'site'));
  expect(output).toContain('Summary:');
  expect(readFileSync(join(folder, 'site/dist/index.html'), 'utf8')).toContain('<html');
  run('npx', ['utterson', 'new', '--jekyll', 'old']);
  run('npx', ['utterson', 'build'], join(folder, 'old'));
  expect(existsSync(join(folder, 'old/_site/index.html'))).toBe(true);
});

test('is a library with types', { timeout: 120_000 }, () => {
  writeFileSync(
    join(folder, 'use.ts'),
    `import markdownIt from 'markdown-it';
import { type BuildResult, build, type Config, createReporter, loadConfig, PLAIN } from 'utterson';
import { createLiquid } from 'utterson/liquid';
import { kramdown } from 'utterson/markdown';

const reporter = createReporter({
  level: 'error',
  streams: { out: () => undefined, err: () => undefined },
  colors: { out: PLAIN, err: PLAIN },
});
const config: Config = loadConfig({ directory: 'site', flags: {}, environment: {}, reporter });
const result: BuildResult = await build({ config, reporter });
const html: string = markdownIt().use(kramdown).render('# A *b*\\n{: .c}\\n');
const liquid = createLiquid();
console.log(JSON.stringify([result.pages > 0, html, liquid.render(liquid.parse('{{ "a" | upcase }}'), {})]));
`,
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        target: 'es2022',
        strict: true,
        skipLibCheck: true,
        types: [],
        outDir: 'out',
        rootDir: '.',
      },
      files: ['use.ts'],
    }),
  );
  run(process.execPath, [join(process.cwd(), 'node_modules/typescript/bin/tsc'), '-p', '.']);
  expect(JSON.parse(run(process.execPath, ['out/use.js']))).toEqual([
    true,
    '<h1 class="c" id="a-b">A <em>b</em></h1>\n',
    'A',
  ]);
});
