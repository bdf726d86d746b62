/** The program as it is started: `bin/utterson.js`, with code that V8 keeps from run to run. */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Profiler } from 'node:inspector';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from './helpers/temporary-folder.js';

const PLAIN = { 'index.md': '---\n---\nIt *works*.\n' };

let root: string;
let program: string;
let environment: Record<string, string>;

beforeEach(() => {
  root = temporaryFolder({ 'site/index.md': PLAIN['index.md'] });
  for (const name of [
    'bin',
    'package.json',
    'lib/launch.cjs',
    'lib/cli.cjs',
    'lib/cli.cjs.map',
    'lib/highlight.cjs',
    'lib/serve-client.js',
  ]) {
    cpSync(name, join(root, 'package', name), { recursive: true });
  }
  program = join(root, 'package/bin/utterson.js');
  environment = { PATH: process.env['PATH']!, XDG_CACHE_HOME: join(root, 'home') };
});

interface Options {
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** Builds the site and makes sure that it is right. */
function build({ flags = [], env = {}, uid }: Options = {}): void {
  const { status, stderr } = spawnSync(process.execPath, [...flags, program, ...buildArguments('out')], {
    encoding: 'utf8',
    env: { ...environment, ...env },
    ...(uid === undefined ? {} : { uid }),
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readFileSync(join(root, 'out/index.html'), 'utf8')).toBe('<p>It <em>works</em>.</p>\n');
}

function buildArguments(output: string): string[] {
  return ['build', '-q', '--disable-disk-cache', '-s', join(root, 'site'), '-d', join(root, output)];
}

/** Files that are kept beside the program. */
function kept(folder = join(root, 'package/lib/code-cache')): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function identity(file: string): string {
  const { ino, mtimeNs } = statSync(file, { bigint: true });
  return `${ino} ${mtimeNs}`;
}

describe('the code cache', () => {
  test('is made by the first build, and used by the next', () => {
    build();
    expect(kept()).toEqual([expect.stringMatching(/[0-9a-f]{32}-[0-9a-f]+\.bin$/)]);
    const before = identity(kept()[0]!);
    build();
    expect(kept().map(identity)).toEqual([before]);
  });

  test('is made by builds that go well alone', () => {
    const run = (...args: string[]): number | null =>
      spawnSync(process.execPath, [program, ...args], { env: environment }).status;
    writeFileSync(join(root, 'site/index.md'), '---\n---\n{% nothing %}\n');
    expect(run(...buildArguments('out'))).toBe(1);
    expect(run('help')).toBe(0);
    expect(kept()).toEqual([]);
  });

  test.each([
    [['build', '--watch'], 'enabled for'],
    [['serve'], 'press ctrl-c'],
  ])('is made by the first build of %j', async (command, sign) => {
    const site = ['-s', join(root, 'site'), '-d', join(root, 'out')];
    const child = spawn(process.execPath, [program, ...command, ...site], { env: environment });
    const ended = once(child, 'exit');
    let output = '';
    for await (const text of child.stdout.setEncoding('utf8')) {
      output += text;
      if (output.includes(sign)) break;
    }
    expect(output).toContain(sign);
    expect(kept()).toHaveLength(1);
    child.kill();
    await ended;
  });

  test('is made again when a build takes more of the program', () => {
    build();
    const [program] = kept();
    const before = identity(program!);
    writeFileSync(
      join(root, 'site/table.md'),
      '---\n---\n| a | b |\n|---|--:|\n| 1 | 2 |\n\nTerm\n: *What* it is[^1]\n\n[^1]: A note\n',
    );
    writeFileSync(join(root, 'site/_config.yml'), 'plugins: [jekyll-feed, jekyll-seo-tag, jekyll-sitemap]\n');
    build();
    const grown = identity(program!);
    expect(grown).not.toBe(before);
    writeFileSync(join(root, 'site/code.md'), '---\n---\n```ruby\nputs 1\n```\n');
    build();
    expect(kept()).toHaveLength(2);
    build();
    const all = kept().map(identity);
    build();
    writeFileSync(join(root, 'site/code.md'), '---\n---\nNo code\n');
    build();
    expect(kept().map(identity)).toEqual(all);
  });

  test('is another one with other flags of V8', () => {
    build();
    const [plain] = kept();
    build({ flags: ['--max-old-space-size=700'] });
    build({ flags: ['--max-old-space-size=700'] });
    expect(kept()).toHaveLength(2);
    const before = identity(plain!);
    build({ env: { NODE_OPTIONS: '--max-old-space-size=700' } });
    build();
    expect(kept()).toHaveLength(2);
    expect(identity(plain!)).toBe(before);
  });

  test('is made again where it is damaged', () => {
    build();
    const [file] = kept();
    const whole = readFileSync(file!);
    for (const damaged of [whole.subarray(0, whole.length >> 1), flipped(whole), Buffer.alloc(0)]) {
      writeFileSync(file!, damaged);
      build();
      expect(readFileSync(file!).equals(damaged)).toBe(false);
    }
    const mended = identity(file!);
    build();
    expect(identity(file!)).toBe(mended);
  });

  test('is made again where V8 refuses it, be it whole', () => {
    build();
    const [file] = kept();
    const code = readFileSync(file!).subarray(32);
    // Of another version: V8's own mark is behind our head.
    code[16]! ^= 1;
    writeFileSync(file!, Buffer.concat([hash('sha256', code, 'buffer'), code]));
    const refused = identity(file!);
    build();
    expect(kept()).toEqual([file]);
    expect(identity(file!)).not.toBe(refused);
  });

  test('is not taken for a changed program, be it of equal length', () => {
    build();
    const bundle = join(root, 'package/lib/cli.cjs');
    const text = readFileSync(bundle, 'utf8');
    expect(text.split('No command is named.')).toHaveLength(2);
    writeFileSync(bundle, text.replace('No command is named.', 'No command mandatory'));
    build();
    expect(kept()).toHaveLength(2);
    const { stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8', env: environment });
    expect(stderr).toContain('mandatory');
  });

  test('can be made by several at once', async () => {
    const start = promisify(execFile);
    const outputs = ['one', 'two', 'three', 'four'];
    await Promise.all(
      outputs.map((name) =>
        start(process.execPath, [program, ...buildArguments(name)], { env: environment }),
      ),
    );
    for (const name of outputs) expect(existsSync(join(root, name, 'index.html'))).toBe(true);
    expect(kept()).toHaveLength(1);
    const before = identity(kept()[0]!);
    build();
    expect(kept().map(identity)).toEqual([before]);
  });

  test.skipIf(process.getuid?.() === 0)("goes to the user's folder where the program's is read-only", () => {
    chmodSync(join(root, 'package/lib'), 0o555);
    build();
    expect(kept()).toEqual([]);
    expect(kept(join(root, 'home/utterson/code-cache'))).toHaveLength(1);
    chmodSync(join(root, 'home/utterson/code-cache'), 0o555);
    build();
    chmodSync(join(root, 'package/lib'), 0o755);
    chmodSync(join(root, 'home/utterson/code-cache'), 0o755);
  });

  // Only root can start a program as somebody else.
  test.skipIf(process.getuid?.() !== 0)(
    "goes to the user's folder where the program is somebody else's",
    () => {
      const uid = 54_321;
      chmodSync(root, 0o755);
      for (const name of ['out', 'home']) {
        mkdirSync(join(root, name));
        chmodSync(join(root, name), 0o777);
      }
      build({ uid });
      expect([kept(), readdirSync(join(root, 'home'))]).toEqual([[], []]);
      chownSync(join(root, 'home'), uid, uid);
      build({ uid });
      expect(kept()).toEqual([]);
      expect(kept(join(root, 'home/utterson/code-cache'))).toHaveLength(1);
    },
  );

  test('is neither read nor made with UTTERSON_NO_CODE_CACHE', () => {
    build({ env: { UTTERSON_NO_CODE_CACHE: '1' } });
    expect(kept()).toEqual([]);
    expect(existsSync(join(root, 'home'))).toBe(false);
  });
});

describe('a build', () => {
  test("imports the site's modules, be its own code compiled or kept", () => {
    const site = join(root, 'site');
    const shout =
      "export default { filters: [{ name: 'shout', arity: [0, 0], apply: (_, text) => text + '!' }] };\n";
    mkdirSync(join(site, '_plugins'));
    mkdirSync(join(site, 'node_modules/loud'), { recursive: true });
    writeFileSync(join(site, '_plugins/shout.mjs'), shout);
    writeFileSync(
      join(site, 'node_modules/loud/index.mjs'),
      "console.log('loud');\nexport default () => {};\n",
    );
    writeFileSync(join(site, 'node_modules/loud/package.json'), '{ "exports": "./index.mjs" }');
    writeFileSync(join(site, '_config.yml'), 'markdown_it: { plugins: [loud] }\n');
    writeFileSync(join(site, 'index.md'), "---\n---\n{{ 'It works' | shout }}\n");
    for (const isKept of [false, true]) {
      expect(kept()).toHaveLength(isKept ? 1 : 0);
      const { stdout, stderr } = spawnSync(process.execPath, [program, ...buildArguments('out')], {
        encoding: 'utf8',
        env: environment,
      });
      expect({ stdout, stderr }).toEqual({ stdout: 'loud\n', stderr: '' });
      expect(readFileSync(join(root, 'out/index.html'), 'utf8')).toBe('<p>It works!</p>\n');
    }
  });

  test('loads lexers for code alone, and never a second parser of YAML', () => {
    const { sources: plain, scripts } = executed();
    expect(plain).toEqual(expect.arrayContaining(['src/markdown/kramdown.ts', 'src/read/front-matter.ts']));
    expect(plain).toEqual(expect.arrayContaining([expect.stringContaining('gray-matter/index.js')]));
    expect(plain.filter((path) => /js-yaml\/|esprima|highlight\/lexers/.test(path))).toEqual([]);
    expect(scripts.some((url) => url.endsWith('highlight.cjs'))).toBe(false);
    writeFileSync(join(root, 'site/code.md'), '---\n---\n```ruby\nputs 1\n```\n');
    expect(executed().scripts).toContainEqual(expect.stringMatching(/highlight\.cjs$/));
    expect(readFileSync(join(root, 'out/code.html'), 'utf8')).toContain('<span class="nb">puts</span>');
  });
});

/** The scripts that a build of the site ran, and the files whose functions it called, from the root of the project. */
function executed(): { scripts: string[]; sources: string[] } {
  const folder = join(root, 'coverage');
  build({ env: { NODE_V8_COVERAGE: folder } });
  const [name] = readdirSync(folder);
  const { result } = JSON.parse(readFileSync(join(folder, name!), 'utf8')) as {
    result: Profiler.ScriptCoverage[];
  };
  rmSync(folder, { recursive: true });
  const bundle = join(root, 'package/lib/cli.cjs');
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  const text = readFileSync(bundle, 'utf8');
  const { functions } = result.find(({ url }) => url.endsWith('/lib/cli.cjs'))!;
  const sources = functions
    .filter(({ ranges }) => ranges[0]!.count > 0)
    .map(({ ranges }) => sourceAt(map, text, ranges[0]!.startOffset));
  return {
    scripts: result.map(({ url }) => url),
    sources: [...new Set(sources)]
      .filter((path) => path !== null)
      .map((path) => path.replace(/^(\.\.\/)+/, '')),
  };
}

function sourceAt(map: SourceMap, text: string, offset: number): string | null {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  const entry = map.findEntry(line, offset - before.lastIndexOf('\n') - 1);
  return 'originalSource' in entry ? entry.originalSource : null;
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1]! ^= 4;
  return copy;
}
