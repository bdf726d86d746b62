/**
 * What plugins in Ruby cost, by engine: the start, and a page with a tag among `BENCH_PAGES` (1,000). What they leave in memory is
 * `ruby-soak`.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, KeptEngines, loadConfig } from '../src/build.js';
import { createReporter, PLAIN } from '../src/report/logger.js';
import { inFolder } from './in-folder.js';

const PAGES = Number(process.env['BENCH_PAGES'] ?? 1000);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

const TAG = `
class Greet < Liquid::Tag
  def render(context)
    "#{@markup} #{context['page']['title']} #{context['site']['title']} #{context['page']['url']}"
  end
end
Liquid::Template.register_tag('greet', Greet)
`;

const reporter = createReporter({
  level: 'error',
  streams: { out: () => {}, err: (text) => void process.stderr.write(text) },
  colors: { out: PLAIN, err: PLAIN },
});

export async function run(): Promise<void> {
  for (const engine of ['wasm', 'system']) {
    await inFolder(async (folder) => {
      writeSite(folder, PAGES, '{% greet Hello %}');
      const plain = await timed(folder, 'off', 'Hello');
      const with1000 = await timed(folder, engine, '{% greet Hello %}');
      console.log(
        `${engine}: ${PAGES} pages ${plain.toFixed(0)} ms without, ${with1000.toFixed(0)} ms with a tag on each, Ruby running already`,
      );
    });
    await inFolder(async (folder) => {
      writeSite(folder, 1, '{% greet Hello %}');
      const times = [];
      for (let round = 0; round < ROUNDS; round++) {
        const engines = new KeptEngines();
        times.push(await once(folder, engine, engines));
        engines.dispose();
      }
      console.log(`${engine}: one page, Ruby started: ${times.map((time) => time.toFixed(0)).join(' ')} ms`);
    });
  }
}

async function timed(folder: string, engine: string, body: string): Promise<number> {
  writePages(folder, PAGES, body);
  const engines = new KeptEngines();
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    appendFileSync(join(folder, '_layouts/default.html'), '\n');
    times.push(await once(folder, engine, engines));
  }
  engines.dispose();
  return times.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

async function once(folder: string, engine: string, engines: KeptEngines): Promise<number> {
  writeFileSync(join(folder, '_config.yml'), `title: Site\nutterson: {ruby: ${engine}}\n`);
  const environment = process.env;
  const flags = { disable_disk_cache: true };
  const start = performance.now();
  const config = loadConfig({ directory: folder, flags, environment, reporter });
  const { ok } = await build({ config, reporter, engines, remembers: true });
  if (!ok) throw new Error(`the build with ${engine} failed`);
  return performance.now() - start;
}

function writeSite(folder: string, pages: number, body: string): void {
  for (const name of ['_plugins', '_layouts']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, '_plugins/greet.rb'), TAG);
  writeFileSync(join(folder, '_layouts/default.html'), '<body>{{ content }}</body>');
  writePages(folder, pages, body);
}

function writePages(folder: string, pages: number, body: string): void {
  for (let number = 1; number <= pages; number++) {
    writeFileSync(
      join(folder, `page${number}.html`),
      `---\nlayout: default\ntitle: ${number}\n---\n${body}\n`,
    );
  }
}
