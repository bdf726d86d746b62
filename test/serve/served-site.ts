import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const program = join(process.cwd(), 'bin/utterson.js');

/** A site in a folder of its own, served by the program as a user would start it. */
export interface RunningSite {
  readonly folder: string;
  /** Without a trailing slash. */
  readonly url: string;
  readonly process: ChildProcess;
  /** What it printed so far, both streams. */
  output(): string;
  write(path: string, text: string): void;
  remove(path: string): void;
  /** What the tag of the script in its pages says: what a page needs for the socket and the editor. */
  token(): Promise<string>;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** As Ctrl-C does; answers with the exit code. */
  end(): Promise<number | null>;
  /** The same, and removes the folder. */
  stop(): Promise<number | null>;
}

/** How a site is served in a test. */
export interface Serving {
  /** Default: `serve`. */
  readonly command?: 'serve' | 'preview';
  /** Default: none. */
  readonly flags?: readonly string[];
  /** Over the process's own. Default: none. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Ends the waiting for the server: what it prints by then. Default: that it runs. */
  readonly until?: string;
  /** Whether it sits at a terminal, see `hasTerminal`. Default: no. */
  readonly atTerminal?: boolean;
}

/** Whether tests can give a program a terminal. */
export const hasTerminal = /util-linux/.test(
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '',
);

/** Starts `serve` on a copy of a folder, or on the files given, and waits until it runs. */
export async function serveSite(
  from: string | Readonly<Record<string, string>>,
  given: readonly string[] | Serving = [],
): Promise<RunningSite> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-served-')));
  if (typeof from === 'string') cpSync(from, folder, { recursive: true });
  else for (const [path, text] of Object.entries(from)) writeIn(folder, path, text);
  return startServer(folder, isFlags(given) ? { flags: given } : given);
}

function isFlags(given: readonly string[] | Serving): given is readonly string[] {
  return Array.isArray(given);
}

function writeIn(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Starts a server in a folder as it is, and waits until it runs. */
export async function startServer(
  folder: string,
  { command = 'serve', flags = [], environment = {}, until = 'press ctrl-c', atTerminal = false }: Serving,
): Promise<RunningSite> {
  const started = [process.execPath, program, command, ...flags];
  // A terminal of its own, in which it has its keys; Ctrl-C is typed there.
  const [name = '', ...args] = atTerminal
    ? ['script', '-qec', started.map((word) => `'${word}'`).join(' '), '/dev/null']
    : started;
  const child = spawn(name, args, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    const listen = (text: string): void => {
      output += text;
      if (output.includes(until)) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    ended.then((code) => reject(new Error(`${command} ended with ${code}:\n${output}`)));
  });
  const url = /Server address: (\S+)\//.exec(output)![1]!;
  const end = (): Promise<number | null> => {
    if (!atTerminal) child.kill('SIGINT');
    else if (child.exitCode === null) child.stdin.write('\u0003');
    return ended;
  };
  return {
    folder,
    url,
    process: child,
    ended,
    output: () => output,
    write: (path, text) => writeIn(folder, path, text),
    remove: (path) => rmSync(join(folder, path)),
    token: () => tokenOf(`${url}/`),
    end,
    async stop() {
      const code = await end();
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

/** A port that nobody has. */
export function freePort(): Promise<string> {
  const probe = createServer();
  return new Promise((resolve) =>
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(String(port)));
    }),
  );
}

/** The token in a page. */
export async function tokenOf(address: string): Promise<string> {
  const page = await (await fetch(address)).text();
  return /data-token="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** Asks again until the answer is right; the last wrong one is in the error. */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  isRight: (answer: T) => boolean,
  seconds = 20,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (Date.now() > end) throw new Error(`still not right: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
