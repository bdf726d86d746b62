/**
 * From a saved body to its bytes in the answer of a running server, the watcher's wait included, beside a clean build of the same site; and
 * how long it takes until all that the save concerns is written.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeBlog } from './sites/blog.js';
import { quantile } from './statistics.js';

const SIZES = (process.env['BENCH_POSTS'] ?? '1000,10000').split(',').map(Number);
const SAVES = Number(process.env['BENCH_ROUNDS'] ?? 20);

export async function run(): Promise<void> {
  console.log('posts     clean ms   shown ms  of clean (quartiles)    all written ms  of clean');
  for (const posts of SIZES) await measure(posts);
}

async function measure(posts: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-bench-'));
  try {
    writeBlog(folder, posts);
    const clean = quantile(
      [0, 1, 2].map(() => cleanBuild(folder)),
      0.5,
    );
    const { server, url, output } = await startServer(folder);
    const agent = new Agent({ keepAlive: true });
    const [shown, whole]: [number[], number[]] = [[], []];
    const names = readdirSync(join(folder, '_posts')).sort();
    for (let save = 0; save < SAVES; save++) {
      const name = names[Math.floor(names.length / 2) + save]!;
      const line = `Saved for the ${save}th time.`;
      const address = `${url}/${addressOf(name)}`;
      await fetchText(address, agent);
      await setTimeout(1500);
      const built = output().length;
      const start = performance.now();
      appendFileSync(join(folder, '_posts', name), `\n${line}\n`);
      while (!(await fetchText(address, agent)).includes(line)) await setTimeout(1);
      shown.push(performance.now() - start);
      while (!output().slice(built).includes('written,')) await setTimeout(1);
      whole.push(performance.now() - start);
    }
    agent.destroy();
    server.kill('SIGINT');
    await new Promise((resolve) => server.once('close', resolve));
    const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(shown, part));
    const ratios = [middle, low, high].map((one) => (one! / clean).toFixed(3));
    const all = quantile(whole, 0.5);
    console.log(
      `${String(posts).padEnd(8)} ${clean.toFixed(0).padStart(9)} ${middle!.toFixed(0).padStart(10)}` +
        `  ${ratios[0]} (${ratios[1]}–${ratios[2]})`.padEnd(26) +
        `${all.toFixed(0).padStart(14)}  ${(all / clean).toFixed(3)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds of a build that finds nothing, by the command line. */
function cleanBuild(folder: string): number {
  for (const name of ['_site', '.jekyll-cache']) rmSync(join(folder, name), { recursive: true, force: true });
  const start = performance.now();
  const args = ['bin/utterson.js', 'build', '--quiet', '--source', folder];
  const { status } = spawnSync(process.execPath, [...args, '--destination', join(folder, '_site')]);
  if (status !== 0) throw new Error('The build failed.');
  return performance.now() - start;
}

interface Running {
  readonly server: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

async function startServer(folder: string): Promise<Running> {
  const program = join(process.cwd(), 'bin/utterson.js');
  const server = spawn(process.execPath, [program, 'serve'], { cwd: folder });
  let output = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  while (!output.includes('Server running')) {
    if (server.exitCode !== null) throw new Error(`The server ended:\n${output}`);
    await setTimeout(20);
  }
  return { server, url: /Server address: (\S+)\//.exec(output)![1]!, output: () => output };
}

/** `2012-05-29-post-5000.md` as `2012/05/29/post-5000.html`. */
function addressOf(name: string): string {
  return name.replace(/^(\d+)-(\d+)-(\d+)-(.*)\.\w+$/, '$1/$2/$3/$4.html');
}

function fetchText(address: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { accept: 'text/html' } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}
