import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { KeptEngines } from '../../src/build.js';
import { type BuiltSite, buildFolder } from '../helpers/build-site.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { withEngine } from './cases.js';
import { installedRuby } from './installed-ruby.js';

const engines = installedRuby === null ? ['wasm'] : ['system', 'wasm'];

// What one plugin does to Ruby, the next must not see.
const kept = new KeptEngines();
afterAll(() => kept.dispose());

/** A site whose tag `evil` runs this code. */
function siteWith(code: string, engine: string, before = ''): string {
  const plugin = `${before}\nclass Evil < Liquid::Tag\n  def render(context)\n    ${code}\n  end\nend\nLiquid::Template.register_tag('evil', Evil)\n`;
  return temporaryFolder(
    withEngine(
      {
        '_plugins/evil.rb': plugin,
        'index.html': '---\n---\n{% evil %}',
        '_config.yml': '',
      },
      `{engine: ${engine}, limit: 8}`,
    ),
  );
}

function build(code: string, engine: string, before = ''): Promise<BuiltSite> {
  return buildKept(siteWith(code, engine, before));
}

function buildKept(folder: string): Promise<BuiltSite> {
  return buildFolder(folder, { PATH: process.env['PATH'] ?? '' }, kept);
}

describe.each(engines)('%s: a plugin', (engine) => {
  test('that never ends is ended, and named', async () => {
    const { said, isFailed } = await build('loop {}', engine);
    expect(isFailed).toBe(true);
    expect(said).toContain('the tag evil (_plugins/evil.rb) took more than 8 seconds and was ended.');
  });

  test('that gives and takes long texts has them whole', async () => {
    const long = `(context['page']['text'] || '').size.to_s + 'ä' * 300_000`;
    const folder = siteWith(long, engine);
    writeFileSync(join(folder, 'index.html'), `---\ntext: ${'ö'.repeat(400_000)}\n---\n{% evil %}`);
    const { outputs, said } = await buildKept(folder);
    expect(said).toBe('');
    expect(outputs['index.html']).toBe(`400000${'ä'.repeat(300_000)}`);
  });

  test('that wants to end the program fails with its place', async () => {
    for (const code of ['exit', 'abort("enough")']) {
      const { said, diagnostics } = await build(code, engine);
      expect(said).toContain('the plugin wants to end the program (exit)');
      expect(diagnostics[0]?.hint).toContain('_plugins/evil.rb:4');
      expect(diagnostics[0]).toMatchObject({ file: 'index.html', line: 3 });
    }
  });

  test('that ends the program all the same is named', async () => {
    const { said } = await build(engine === 'system' ? 'Process.kill(:KILL, Process.pid)' : 'exit!', engine);
    expect(said).toContain('Ruby ended itself in the tag evil (_plugins/evil.rb).');
  });

  test('that throws what nobody catches fails with its place', async () => {
    const { said, diagnostics } = await build('throw :ball', engine);
    expect(said).toContain('uncaught throw :ball');
    expect(diagnostics[0]?.hint).toContain('_plugins/evil.rb:4');
  });

  test('that raises ten blocks deep fails there, and so do all around it, with one message', async () => {
    const block =
      "class Wrap < Liquid::Block\n  def render(context) = super\nend\nLiquid::Template.register_tag('wrap', Wrap)";
    const folder = siteWith("raise 'deep'", engine, block);
    writeFileSync(
      join(folder, 'index.html'),
      `---\n---\n${'{% wrap %}'.repeat(10)}\n{% evil %}${'{% endwrap %}'.repeat(10)}`,
    );
    const { said, diagnostics } = await buildKept(folder);
    expect(said).toContain('deep in index.html');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ file: 'index.html', line: 4 });
    expect(diagnostics[0]?.hint).toContain('_plugins/evil.rb:7');
  });

  test('may use fibers, threads and long texts', async () => {
    const fiber = 'f = Fiber.new { Fiber.yield context["page"]["url"]; 2 }; "#{f.resume}#{f.resume}"';
    expect((await build(fiber, engine)).outputs['index.html']).toBe('/2');
    const { outputs } = await build('"x" * 50_000_000', engine);
    expect(outputs['index.html']).toHaveLength(50_000_000);
    if (engine === 'system') {
      expect((await build('Thread.new { 3 }.value', engine)).outputs['index.html']).toBe('3');
    }
  });

  test('that prints does not disturb the build', async () => {
    const { outputs, said } = await build('puts "printed"; $stdout.print "more"; STDOUT.flush; "x"', engine);
    expect(said).toBe('');
    expect(outputs['index.html']).toBe('x');
  });

  test('that reopens String is let', async () => {
    const reopened = 'class String\n  def encoding = raise("no")\n  def shout = upcase + "!"\nend';
    const { outputs } = await build('"a".shout', engine, reopened);
    expect(outputs['index.html']).toBe('A!');
  });

  test('that calls what is not there is told so, with its place', async () => {
    const { said, diagnostics } = await build('context.registers[:site].no_such_thing', engine);
    expect(said).toContain("Utterson's Ruby has no Site#no_such_thing yet");
    expect(diagnostics[0]?.hint).toContain('_plugins/evil.rb:4');
    expect((await build('Jekyll::NoSuchThing', engine)).said).toContain(
      "Utterson's Ruby has no Jekyll::NoSuchThing yet",
    );
  });

  test('that changes Kramdown, or what the build does not do in Ruby, is told of', async () => {
    const patch =
      'module Kramdown\n  module Converter\n    class Html\n      def convert_a(el, indent) = ""\n    end\n  end\nend';
    const { said, diagnostics } = await build('""', engine, patch);
    expect(said).toContain('_plugins/evil.rb changes Kramdown::Converter::Html, which has no effect');
    expect(diagnostics[0]).toMatchObject({ file: '_plugins/evil.rb', line: 3 });
    const site = 'module Jekyll\n  class Site\n    def render\n    end\n  end\nend';
    expect((await build('""', engine, site)).said).toContain(
      'changes Jekyll::Site (render), which has no effect',
    );
  });

  test('that is no Ruby fails with its place', async () => {
    const { said, diagnostics } = await build('""', engine, 'class Evil <');
    expect(said).toMatch(/syntax error/);
    expect(diagnostics[0]).toMatchObject({ file: '_plugins/evil.rb' });
  });
});

describe('wasm: a plugin', () => {
  test('sees nothing outside the site', async () => {
    const secret = join(mkdtempSync(join(tmpdir(), 'utterson-')), 'secret.txt');
    writeFileSync(secret, 'secret');
    onTestFinished(() => rmSync(join(secret, '..'), { recursive: true }));
    for (const path of ['/etc/passwd', secret]) {
      const { said } = await build(`File.read(${JSON.stringify(path)})`, 'wasm');
      expect(said).toContain('Permission denied');
    }
    const folder = siteWith('File.read("link.txt")', 'wasm');
    symlinkSync(secret, join(folder, 'link.txt'));
    expect((await buildKept(folder)).said).toContain('Permission denied');
  });

  test('writes neither the configuration nor the repository nor packages', async () => {
    for (const path of ['_config.yml', '.git/config', 'node_modules/x.js', '/tmp/utterson-written']) {
      const { said } = await build(`File.write(${JSON.stringify(path)}, "x")`, 'wasm');
      expect(said).toMatch(/Read-only file system|Permission denied/);
    }
    expect(existsSync('/tmp/utterson-written')).toBe(false);
  });

  test('runs no commands but what only looks at the repository', async () => {
    const refused = [
      '`rm -rf x`',
      'system("ls")',
      '`git log; ls`',
      '`git -c a=b log`',
      '`git log -p`',
      '`git log --output=x`',
      '`git push`',
    ];
    for (const code of refused) {
      const { said, isFailed } = await build(code, 'wasm');
      expect(isFailed, code).toBe(true);
      expect(said, code).toMatch(/is not allowed to plugins|is not run/);
    }
  });
});
