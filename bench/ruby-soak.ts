/**
 * Whether Ruby lasts: `BENCH_BUILDS` (200) builds in one process with a Ruby that is kept, as many whose plugin has changed each time, and as
 * many that start a Ruby of their own, by engine. Every build is looked at: its output must be that of the first. Told are megabytes of
 * resident memory of the process and of Ruby's processes beside it, what this thread's heap holds after a collection, and the descriptors and
 * threads that are open, on Linux. Each row is a process of its own, so that one that crashes is told by its signal.
 *
 *   BENCH_ENGINES=wasm     of `wasm` and `system`
 *   PATH=FOLDER:$PATH      another Node, for the program is run by the one that runs this
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build, KeptEngines, loadConfig } from '../src/build.js';
import { createReporter, PLAIN } from '../src/report/logger.js';
import { inFolder } from './in-folder.js';

const BUILDS = Number(process.env['BENCH_BUILDS'] ?? 200);
const ENGINES = (process.env['BENCH_ENGINES'] ?? 'wasm,system').split(',');
const PAGES = 12;
/** After how many builds memory is told: when all has been compiled and collected once, in the middle, at the end. */
const TOLD = [0.1, 0.25, 0.5, 0.75, 1].map((part) => Math.ceil(BUILDS * part));

const PLUGIN = `
class Greet < Liquid::Tag
  @@times = 0
  def render(context)
    "#{@markup} #{context['page']['title']} #{context['site']['title']} #{@@times += 1}"
  end
end
Liquid::Template.register_tag('greet', Greet)

class Shout < Liquid::Block
  def render(context) = super.upcase
end
Liquid::Template.register_tag('shout', Shout)

module Doubled
  def doubled(text) = text.to_s * 2
end
Liquid::Template.register_filter(Doubled)

class Index < Jekyll::Generator
  def generate(site)
    page = Jekyll::PageWithoutAFile.new(site, site.source, '', 'index.txt')
    page.content = site.pages.map { |one| one.data['title'] }.sort_by(&:to_s).join(' ') + 'x' * 100_000
    site.data['count'] = site.pages.size
    site.pages << page
  end
end

Jekyll::Hooks.register(:pages, :post_render) { |page| page.output = page.output.gsub('</body>', "<hr>\\n</body>") }
`;

/** What happens between builds, by the row's name. */
const KINDS: Readonly<Record<string, (folder: string, count: number) => void>> = {
  builds: (folder) => appendFileSync(join(folder, 'page1.html'), '\n'),
  'changed plugins': (folder, count) =>
    writeFileSync(join(folder, '_plugins/all.rb'), `${PLUGIN}# ${count}\n`),
  starts: () => {},
};

const reporter = createReporter({
  level: 'error',
  streams: { out: () => {}, err: (text) => void process.stderr.write(text) },
  colors: { out: PLAIN, err: PLAIN },
});

export async function run(): Promise<void> {
  const { BENCH_ROW: row } = process.env;
  if (row !== undefined) {
    const [engine = '', kind = ''] = row.split(':');
    await inFolder((folder) => soak(folder, engine, kind));
    return;
  }
  console.log(`Node ${process.version}: MB here + of Ruby's processes, heap, descriptors, threads`);
  for (const engine of ENGINES) for (const kind of Object.keys(KINDS)) runRow(engine, kind);
}

function runRow(engine: string, kind: string): void {
  const { status, signal, stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', 'esbuild.config.js', '--run', 'bench/main.ts', 'ruby-soak'],
    {
      env: { ...process.env, BENCH_ROW: `${engine}:${kind}` },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  console.log(`${engine}, ${kind}`);
  process.stdout.write(stdout);
  if (status !== 0) console.log(`  ended with ${signal ?? status}`);
}

async function soak(folder: string, engine: string, kind: string): Promise<void> {
  writeSite(folder, engine);
  let engines = new KeptEngines();
  let first: string | null = null;
  for (let count = 1; count <= BUILDS; count++) {
    KINDS[kind]!(folder, count);
    await once(folder, engines);
    const output = outputOf(folder);
    first ??= output;
    if (output !== first)
      throw new Error(`build ${count} with ${engine} gives another output than the first`);
    if (kind === 'starts') {
      engines.dispose();
      engines = new KeptEngines();
      // Whatever ends beside this thread has its turn.
      await setTimeout(0);
    }
    if (TOLD.includes(count)) console.log(`  ${String(count).padStart(5)}  ${tellState()}`);
  }
  engines.dispose();
}

async function once(folder: string, engines: KeptEngines): Promise<void> {
  const flags = { disable_disk_cache: true };
  const config = loadConfig({ directory: folder, flags, environment: process.env, reporter });
  const { ok } = await build({ config, reporter, engines, remembers: true });
  if (!ok) throw new Error('a build failed');
}

/** All that was built, as a text without what the builds append. */
function outputOf(folder: string): string {
  const site = join(folder, '_site');
  const names = readdirSync(site).sort();
  return names
    .map((name) => `${name}\n${readFileSync(join(site, name), 'utf8').replace(/\n+/g, '\n')}`)
    .join('\n');
}

function tellState(): string {
  const here = (process.memoryUsage.rss() / 1e6).toFixed(0);
  const processes = rubyProcesses();
  const there = processes.reduce((sum, size) => sum + size, 0).toFixed(0);
  const [descriptors, threads] = ['fd', 'task'].map((name) => readdirSync(`/proc/self/${name}`).length);
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const heap = ((heapUsed + external) / 1e6).toFixed(1);
  return `${here.padStart(4)} + ${there.padStart(3)} MB (${processes.length}), ${heap} MB, ${descriptors} descriptors, ${threads} threads`;
}

/** Resident megabytes of each Ruby that comes of this process. */
function rubyProcesses(): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' });
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const own = new Set([String(process.pid)]);
  // Parents have lower numbers, unless numbers have begun again.
  const found = rows.filter(([pid = '', parent = '']) => own.has(parent) && own.add(pid));
  return found.filter(([, , , name]) => name === 'ruby').map(([, , size]) => (Number(size) * 1024) / 1e6);
}

function writeSite(folder: string, engine: string): void {
  for (const name of ['_plugins', '_layouts']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, '_config.yml'), `title: Site\nutterson: {ruby: ${engine}}\n`);
  writeFileSync(join(folder, '_plugins/all.rb'), PLUGIN);
  writeFileSync(join(folder, '_layouts/default.html'), '<body>{{ content }}{{ site.data.count }}</body>');
  for (let number = 1; number <= PAGES; number++) {
    const body = `{% greet Hello %} {% shout %}{{ page.title | doubled }} {% greet inner %}{% endshout %}`;
    writeFileSync(
      join(folder, `page${number}.html`),
      `---\nlayout: default\ntitle: ${number}\n---\n${body}\n`,
    );
  }
}
