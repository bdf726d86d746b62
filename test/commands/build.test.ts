import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { seconds } from '../../src/commands/build-once.js';
import { runCli } from '../helpers/run-cli.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

const page = (body: string): string => `---\n---\n${body}\n`;

test('prints the lines of Jekyll and a summary', async () => {
  const folder = temporaryFolder({ 'index.html': page('{{ 1 | plus: 1 }}'), 'a.txt': 'x' });
  const { code, out, err } = await runCli(folder, 'build');
  expect(code).toBe(0);
  expect(err).toBe('Configuration file: none\n');
  const lines = out.replace(/\d+\.\d+ seconds|\d+ ms/g, 'TIME').split('\n');
  expect(lines).toEqual([
    `            Source: ${folder}`,
    `       Destination: ${folder}/_site`,
    '      Generating...',
    '                    done in TIME.',
    '           Summary: 1 page, 2 files written, 0 unchanged, TIME',
    ' Auto-regeneration: disabled. Use --watch to enable.',
    '',
  ]);
  expect(readFileSync(join(folder, '_site/index.html'), 'utf8')).toBe('2\n');
});

test('says where sites are published that they are built for development', async () => {
  const folder = temporaryFolder({ 'index.html': page('x') });
  const told = async (variables: Record<string, string>): Promise<boolean> => {
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    const { out } = await runCli(folder, 'build');
    vi.unstubAllEnvs();
    return out.includes(
      '       Environment: development. What is published is built with JEKYLL_ENV=production\n',
    );
  };
  expect(await told({ CI: 'true' })).toBe(true);
  expect(await told({ CI: 'false' })).toBe(false);
  expect(await told({ CI: 'true', JEKYLL_ENV: 'production' })).toBe(false);
});

test.each([
  [{}, ['build'], 'There is no site here'],
  [{}, ['build', '--watch'], 'There is no site here'],
  [{ 'a.txt': 'x' }, ['serve', '--port', '0'], 'There is no site here'],
  [{ 'package.json': '{}', 'node_modules/a/README.md': '---\n---\n' }, ['doctor'], 'There is no site here'],
  [{ 'site/a.txt': 'x' }, ['build', '--source', 'site'], 'There is no site in site'],
])('refuses a folder that is no site (%#)', async (files, args, words) => {
  const folder = temporaryFolder(files);
  const { code, err } = await runCli(folder, ...args);
  expect(code).toBe(1);
  expect(err).toContain(words);
  expect(existsSync(join(folder, '_site'))).toBe(false);
});

test.each([
  { '_config.yml': '' },
  { 'index.html': 'x' },
  { '_posts/a.txt': '' },
  { 'deep/below/a.txt': '---\n---\n' },
])('takes a folder for a site for as little as this: %o', async (files) => {
  expect((await runCli(temporaryFolder(files), 'build')).code).toBe(0);
});

test('says nothing with --quiet when all is well', async () => {
  const folder = temporaryFolder({ '_config.yml': '', 'index.html': page('x') });
  expect(await runCli(folder, 'build', '--quiet')).toEqual({ code: 0, out: '', err: '' });
});

test('says with --verbose which shape the site has, and why', async () => {
  const folder = temporaryFolder({ 'content/index.html': page('x'), 'layouts/a.html': 'x' });
  const { out } = await runCli(folder, 'build', '--verbose');
  expect(out).toContain('Shape: our own shape: content/ and layouts/ stand beside each other\n');
});

test('takes flags before the command', async () => {
  const folder = temporaryFolder({ 'site/index.html': page('x') });
  expect((await runCli(folder, '-s', 'site', '--safe', 'build', '-d', 'out')).code).toBe(0);
  expect(readdirSync(join(folder, 'out'))).toEqual(['index.html']);
});

test('tells every error of a build with its place, then how many, and leaves the output as it was', async () => {
  const folder = temporaryFolder({
    'a.html': page('{% include nope.html %}'),
    'b.html': page('fine'),
    'c.html': page('x\n  {% frobnicate %}'),
    '_site/old.html': 'old',
  });
  const { code, err } = await runCli(folder, 'build');
  expect(code).toBe(1);
  const lines = err.split('\n');
  expect(lines).toContain('                    at a.html:3:1 (U1203)');
  expect(lines).toContain('                    at c.html:4:3 (U1204)');
  expect(lines).toContain('                    > 4 |   {% frobnicate %}');
  expect(lines).toContain(
    "                    In Jekyll's words: Liquid Exception: Liquid syntax error (line 2): Unknown tag 'frobnicate' in c.html",
  );
  expect(lines.slice(-4)).toEqual([
    '             ERROR: YOUR SITE COULD NOT BE BUILT:',
    '                    ------------------------------------',
    '                    2 errors. The output folder is as it was.',
    '',
  ]);
  expect(readdirSync(join(folder, '_site'))).toEqual(['old.html']);
});

test('finds a file where a folder must be before anything is written or removed', async () => {
  const folder = temporaryFolder({
    '_config.yml': 'plugins: [jekyll-redirect-from]\n',
    'a.md': '---\npermalink: /archive/some.aspx\nredirect_from: /archive/some.aspx/\n---\nx',
    'b.md': page('y'),
    '_site/old.html': 'old',
  });
  const { code, err } = await runCli(folder, 'build');
  expect(code).toBe(1);
  expect(err).toContain(' - a.md\n');
  expect(err).toContain(' - redirect.html (made by jekyll-redirect-from for a.md), which goes to ');
  expect(err).toContain('1 error. The output folder is as it was.');
  expect(readdirSync(join(folder, '_site'))).toEqual(['old.html']);
});

test('builds a site whose cache cannot be written to, again and again, with one warning', async () => {
  const folder = temporaryFolder({
    '_config.yml': 'cache_dir: taken/cache\n',
    taken: '',
    'a.html': page('x'),
  });
  const out = temporaryFolder();
  for (const summary of ['2 files written, 0 unchanged', '0 files written, 2 unchanged']) {
    const built = await runCli(folder, 'build', '-d', out, '--strict');
    expect(built.code).toBe(0);
    expect(built.out).toContain(summary);
    expect(built.err.match(/Warning:/g)).toEqual(['Warning:']);
    expect(built.err).toContain(`The cache folder ${join(folder, 'taken/cache')} cannot be written to`);
  }
  expect(readdirSync(out).sort()).toEqual(['a.html', 'taken']);
});

test.each(['--disable-disk-cache', '--no-cache'])('writes nothing into the source with %s', async (flag) => {
  const folder = temporaryFolder({ 'a.html': page('x') });
  const out = temporaryFolder();
  for (let time = 0; time < 2; time++) {
    const { code, err } = await runCli(folder, 'build', '-q', '-d', out, flag);
    expect([code, err]).toEqual([0, '']);
  }
  expect(readdirSync(folder)).toEqual(['a.html']);
  expect(readdirSync(out)).toEqual(['a.html']);
});

test('says so when a build that fails has changed the output', async () => {
  const name = 'x'.repeat(300);
  const folder = temporaryFolder({
    'a.html': `---\npermalink: /${name}.html\n---\nx`,
    '_site/old.html': 'old',
  });
  const { code, err } = await runCli(folder, 'build');
  expect(code).toBe(1);
  expect(err).toContain(`could not write file ${join(folder, '_site', `${name}.html`)}: ENAMETOOLONG`);
  expect(err).toContain('1 error. The output folder is not as it was: it has been written to.');
  expect(readdirSync(join(folder, '_site'))).toEqual([]);
});

test('fails for warnings only with --strict', async () => {
  const folder = temporaryFolder({ 'a.html': '---\nlayout: nope\n---\nx' });
  const lenient = await runCli(folder, 'build');
  expect(lenient.code).toBe(0);
  expect(lenient.err).toContain("     Build Warning: Layout 'nope' requested in a.html does not exist.\n");
  expect(lenient.out).toContain('1 warning');
  const strict = await runCli(folder, 'build', '--strict', '-d', 'other');
  expect(strict.code).toBe(1);
  expect(strict.err).toContain('1 warning, which --strict does not let pass.');
  expect(existsSync(join(folder, 'other'))).toBe(false);
});

test('says what Jekyll says of settings that are gone', async () => {
  const folder = temporaryFolder({ 'a.yml': 'relative_permalinks: true\n', 'b.yml': 'paginate: 5\n' });
  const refused = await runCli(folder, 'build', '--config', 'a.yml');
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('Since v3.0, permalinks for pages in subfolders must be relative to');
  const warned = await runCli(folder, 'build', '--config', 'b.yml');
  expect(warned.code).toBe(0);
  expect(warned.err).toContain('       Deprecation: You appear to have pagination turned on, but');
});

/** A span of a trace; microseconds. */
interface Event {
  readonly cat: string;
  readonly name: string;
  readonly ts: number;
  readonly dur: number;
}

test('writes what ran when to the file of --profile, each span inside what it is part of', async () => {
  const folder = temporaryFolder({
    '_config.yml': 'plugins: [jekyll-sitemap]\n',
    'index.md': '---\nlayout: a\n---\n{% include part.html %}',
    '_layouts/a.html': '<p>{{ content }}</p>',
    '_includes/part.html': 'part',
  });
  const { out } = await runCli(folder, 'build', '--profile=trace.json');
  expect(out).toContain('Profile: trace.json');
  expect(out).toContain('→ It lies among the files of the site');
  const { traceEvents }: { traceEvents: Event[] } = JSON.parse(
    readFileSync(join(folder, 'trace.json'), 'utf8'),
  );
  const spanOf = (cat: string, name: string) => {
    const [span, ...others] = traceEvents.filter((one) => one.cat === cat && one.name === name);
    expect(others).toEqual([]);
    return [span!.ts, span!.ts + span!.dur] as const;
  };
  const stages = ['reset', 'read', 'generate', 'render', 'cleanup', 'write'].map((name) =>
    spanOf('stage', name),
  );
  for (const [index, [start]] of stages.entries())
    if (index > 0) expect(start).toBeCloseTo(stages[index - 1]![1], -1);
  const inOrder = [stages[3]!, spanOf('page', 'index.md'), spanOf('template', '_includes/part.html')];
  for (const [index, [start, end]] of inOrder.entries()) {
    if (index === 0) continue;
    expect(start).toBeGreaterThanOrEqual(inOrder[index - 1]![0]);
    expect(end).toBeLessThanOrEqual(inOrder[index - 1]![1]);
  }
  const kinds = new Set(traceEvents.map(({ cat }) => cat));
  for (const kind of ['generator', 'conversion']) expect(kinds).toContain(kind);
});

test('says what the tables of --profile do not have, since it was taken over', async () => {
  const folder = temporaryFolder({ 'index.md': '---\n---\na', 'about.md': '---\n---\nb' });
  await runCli(folder, 'build');
  const { out } = await runCli(folder, 'build', '--profile');
  expect(out).toContain('Taken over: 2 of 2 pages, which cost nothing; --no-cache shows all.');
  expect((await runCli(folder, 'build', '--profile', '--no-cache')).out).not.toContain('Taken over');
});

test('prints the tables of --profile', async () => {
  const folder = temporaryFolder({ 'index.html': page('{{ 1 }}') });
  const { out } = await runCli(folder, 'build', '--profile');
  expect(out).toContain('| PHASE      |   TIME |\n+------------+--------+\n');
  expect(out).toMatch(/\| index\.html +\| +1 \| 0\.00K \| \d+\.\d{3} \|/);
});

test('builds again after a change until it is told to stop', async () => {
  const folder = temporaryFolder({ '_config.yml': 'title: One\n', 'index.html': page('{{ site.title }}') });
  const before = process.listenerCount('SIGTERM');
  const running = runCli(folder, 'build', '--watch');
  const output = (): string => {
    const path = join(folder, '_site/index.html');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  try {
    await vi.waitFor(() => expect(process.listenerCount('SIGTERM')).toBeGreaterThan(before), 20_000);
    expect(output()).toBe('One\n');
    writeFileSync(join(folder, 'index.html'), page('{{ site.title }}!'));
    await vi.waitFor(() => expect(output()).toBe('One!\n'), 20_000);
    writeFileSync(join(folder, '_config.yml'), 'title: Two\n');
    await vi.waitFor(() => expect(output()).toBe('Two!\n'), 20_000);
  } finally {
    process.emit('SIGTERM');
  }
  const { code, out } = await running;
  expect(code).toBe(0);
  expect(out).toContain(` Auto-regeneration: enabled for '${folder}'\n`);
  expect(out).toContain('      Regenerating: 1 file(s) changed at ');
  expect(out).toContain('                    index.html\n');
  expect(out).toContain('                    ...done in ');
  expect(out).toContain('                    Halting auto-regeneration.\n');
});

test('prints seconds as Ruby prints a rounded float', () => {
  expect([0.4, 12, 250.4, 1000, 61_234.5].map(seconds)).toEqual(['0.0', '0.012', '0.25', '1.0', '61.235']);
});

test('lets a post that waits for its day pass under --strict', async () => {
  const folder = temporaryFolder({ '_posts/2999-01-01-a.md': '---\n---\n', 'index.html': 'x' });
  const { code, err } = await runCli(folder, 'build', '--strict');
  expect(err).toContain('Skipping: _posts/2999-01-01-a.md has a future date');
  expect(code).toBe(0);
});

test('says in one line what is left out, and with --verbose file by file', async () => {
  const files = { 'site/_drafts/d.md': page('x'), 'site/_posts/hello.md': page('x'), 'site/index.html': 'x' };
  const folder = temporaryFolder(files);
  const line = '          Left out: 1 draft (--drafts), 1 post without a date in its name\n';
  const plain = await runCli(folder, 'build', '-s', 'site');
  expect(plain.out).toContain(line);
  expect(plain.out).not.toContain('d.md');
  const { out } = await runCli(folder, 'build', '-s', 'site', '--verbose');
  expect(out).toContain(
    `${line}                    site/_drafts/d.md: it is a draft\n` +
      '                    site/_posts/hello.md: the name of a post must begin with its date\n',
  );
});

test('lets what Sass will refuse one day pass under --strict', async () => {
  const folder = temporaryFolder({ '_sass/_a.scss': 'a { b: c }', 'main.scss': '---\n---\n@import "a";\n' });
  const { code, err } = await runCli(folder, 'build', '--strict');
  expect(err.split('\n').slice(1)).toEqual([
    '              Sass: 1 deprecation in the site’s own style sheets (--verbose shows them) (U1405)',
    '',
  ]);
  expect(code).toBe(0);
  const all = await runCli(folder, 'build', '--strict', '--verbose');
  expect(all.err).toContain('Sass @import rules are deprecated');
  expect(all.err).toContain(' at main.scss:3:9 (U1404)\n');
});

test('does not empty a foreign folder that a link leads to', async () => {
  const foreign = temporaryFolder({ 'thesis.txt': 'mine' });
  const folder = temporaryFolder({ 'index.html': 'x' });
  symlinkSync(foreign, join(folder, '_site'));
  const { code, err } = await runCli(folder, 'build');
  expect([code, readdirSync(foreign)]).toEqual([1, ['thesis.txt']]);
  expect(err).toContain('holds a file that no build has written');
});

test('tells templates that nobody is served, and comes with no other keys than Jekyll’s', async () => {
  const folder = temporaryFolder({
    '_config.yml': 'serving: true\n',
    'index.html': page('{{ site.serving | inspect }} {{ site.watch | inspect }} {{ site.future | inspect }}'),
  });
  await runCli(folder, 'build', '--future');
  expect(readFileSync(join(folder, '_site/index.html'), 'utf8')).toBe('false nil true\n');
});
