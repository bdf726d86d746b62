import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = process.cwd();

/** The package as a user gets it: packed, installed in an empty folder, run. */
let folder: string;
let installed: string;
let packed: readonly string[];

/** The entries whose types are rolled up and reported. */
const entries = ['index', 'markdown', 'liquid'];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'utterson-package-'));
  installed = join(folder, 'node_modules/utterson');
  // Bundles are compiled before tests start; declarations, which take longer, are only here.
  run(process.execPath, ['scripts/declarations.js', '--report', join(folder, 'api')], root);
  const [tarball] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  ) as [{ filename: string; files: { path: string }[] }];
  packed = tarball.files.map(({ path }) => path);
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }');
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, tarball.filename)]);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd = folder): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What a program of the user's prints, from JSON. */
function evaluate(program: string): unknown {
  writeFileSync(join(folder, 'program.js'), program);
  return JSON.parse(run(process.execPath, ['program.js']));
}

test('holds the program, its types and the scaffolds, and nothing else', () => {
  const allowed =
    /^(bin\/|lib\/(?!work\/|code-cache\/)|scaffold\/|schema\/|package\.json$|README\.md$|CHANGELOG\.md$|LICENSE$)/;
  expect(packed.filter((path) => !allowed.test(path))).toEqual([]);
  expect(packed).toEqual(
    expect.arrayContaining([
      'bin/utterson.js',
      'lib/cli.cjs',
      'lib/cli.cjs.map',
      'lib/highlight.cjs',
      'CHANGELOG.md',
      'LICENSE',
    ]),
  );
  const types = packed.filter((path) => path.endsWith('.d.ts'));
  expect(types.sort()).toEqual(entries.map((name) => `lib/${name}.d.ts`).sort());
});

test('passes on the licences of what the bundles hold', () => {
  const notices = readFileSync(join(installed, 'lib/THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of ['chokidar', 'immutable', 'markdown-it', 'sass', 'yaml']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC|BSD-3-Clause)\\)$`, 'm'));
  }
  // What gray-matter would read YAML with.
  expect(notices).not.toMatch(/^(js-yaml|esprima|argparse) /m);
});

test('is small: it needs fewer than 40 packages, all in all less than 30 MB', () => {
  const files = readdirSync(join(folder, 'node_modules'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  // A file takes whole blocks of the disk, usually of 4 KB.
  const size = files.reduce((sum, path) => sum + Math.ceil(statSync(path).size / 4096) * 4096, 0);
  expect(size).toBeLessThan(30_000_000);
  const listed = run('npm', ['ls', '--all', '--parseable']).trim().split('\n');
  const needed = listed.filter((path) => path !== folder && path !== installed);
  expect(needed.length).toBeLessThan(40);
});

test.each(entries)('exports from %s what its report says', (name) => {
  const file = `test/project/api/${name}.api.md`;
  const hint = `what '${name}' exports has changed: look at 'npm run api' and 'git diff test/project/api'`;
  expect(readFileSync(join(folder, 'api', `${name}.api.md`), 'utf8'), hint).toBe(readFileSync(file, 'utf8'));
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

test('a site may name the folder that it is installed in', { timeout: 120_000 }, () => {
  const site = join(folder, 'linked');
  mkdirSync(site);
  const manifest = { private: true, devDependencies: { utterson: `file:${installed}` } };
  writeFileSync(join(site, 'package.json'), JSON.stringify(manifest));
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], site);
  expect(run('npx', ['utterson', '--version'], site)).toBe(run('npx', ['utterson', '--version']));
});

test("builds this repository's own site", { timeout: 120_000 }, () => {
  const site = join(folder, 'own');
  for (const name of ['content', 'layouts', 'includes', 'data', 'sass', 'public', '_config.yml']) {
    cpSync(join(root, name), join(site, name), { recursive: true });
  }
  run('npx', ['utterson', 'build', '--strict', '--source', site, '--destination', join(site, 'dist')]);
  expect(readFileSync(join(site, 'dist/about.html'), 'utf8')).toContain('</html>');
});

test('brings Sass and its lexers', { timeout: 120_000 }, () => {
  const site = join(folder, 'vendor');
  const fences = ['ruby', 'coq', 'xquery'].map((name) => `~~~ ${name}\nif (a) { "b" } 1\n~~~\n`);
  mkdirSync(site);
  writeFileSync(join(site, 'code.md'), `---\n---\n${fences.join('\n')}`);
  writeFileSync(join(site, 'style.scss'), '---\n---\n@use "sass:math";\na { b: math.div(6px, 2) }\n');
  run('npx', ['utterson', 'build', '--strict', '--source', site, '--destination', join(site, '_site')]);
  const code = readFileSync(join(site, '_site/code.html'), 'utf8');
  expect(code.match(/<div class="language-/g)).toHaveLength(fences.length);
  expect(code).toContain('<span class="');
  expect(readFileSync(join(site, '_site/style.css'), 'utf8')).toContain('b: 3px');
});

test('points to lines of the sources with --trace, and only then', { timeout: 120_000 }, () => {
  const site = join(folder, 'broken');
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '---\n---\n{{ 1 | divided_by: 0 }}\n');
  const program = [join(installed, 'bin/utterson.js'), 'build', '--source', site];
  const { stderr, status } = spawnSync(process.execPath, [...program, '--trace'], { encoding: 'utf8' });
  expect(status).toBe(1);
  const frames = stderr.match(/^ {4}at .*$/gm) ?? [];
  const sources = frames.map((frame) => /utterson\/(src\/[\w/-]+\.ts):(\d+):/.exec(frame));
  expect(sources.length).toBeGreaterThan(2);
  for (const [index, source] of sources.entries()) {
    expect(source, frames[index]).not.toBeNull();
    const lines = readFileSync(join(root, source![1]!), 'utf8').split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(Number(source![2]));
  }
  expect(spawnSync(process.execPath, program, { encoding: 'utf8' }).stderr).not.toMatch(/^ {4}at /m);
});

test("works on the caller's own markdown-it", { timeout: 120_000 }, () => {
  const result = evaluate(`
    import markdownIt from 'markdown-it';
    import { kramdown } from 'utterson/markdown';
    const { block, inline } = markdownIt().use(kramdown);
    console.log(JSON.stringify([block instanceof markdownIt.ParserBlock, inline instanceof markdownIt.ParserInline]));
  `);
  expect(result).toEqual([true, true]);
});

test('imports the packages that are installed instead of holding them', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const names = Object.keys(manifest.dependencies).join('|');
  const library = packed.filter((path) => /^lib\/(library\/.*|index|markdown|liquid)\.js$/.test(path));
  expect(library.length).toBeGreaterThan(3);
  for (const path of library) {
    // esbuild names each file it takes in.
    expect(readFileSync(join(installed, path), 'utf8')).not.toMatch(
      new RegExp(`^\\s*// node_modules/(${names})/`, 'm'),
    );
  }
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
        skipLibCheck: false,
        // What a user of Node's has; markdown-it's and liquidjs's types want it, too.
        typeRoots: [join(root, 'node_modules/@types')],
        types: ['node'],
        outDir: 'out',
        rootDir: '.',
      },
      files: ['use.ts'],
    }),
  );
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.']);
  expect(JSON.parse(run(process.execPath, ['out/use.js']))).toEqual([
    true,
    '<h1 class="c" id="a-b">A <em>b</em></h1>\n',
    'A',
  ]);
});

test('what new writes is installed from the file that this copy came from', () => {
  run(process.execPath, [join(installed, 'bin/utterson.js'), 'new', 'started']);
  const { devDependencies } = JSON.parse(readFileSync(join(folder, 'started/package.json'), 'utf8'));
  expect(devDependencies.utterson).toMatch(/^file:\.\.\/utterson-\d+\.\d+\.\d+\.tgz$/);
  const config = readFileSync(join(folder, 'started/_config.yml'), 'utf8');
  const schema = /\$schema=\.\/node_modules\/utterson\/(\S+)/.exec(config)?.[1];
  expect(existsSync(join(installed, schema!))).toBe(true);
});
