import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
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
  /** As Ctrl-C does; answers with the exit code. */
  stop(): Promise<number | null>;
}

/** How a site is served in a test. */
export interface Serving {
  /** Default: none. */
  readonly flags?: readonly string[];
  /** Over the process's own. Default: none. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Ends the waiting for the server: what it prints by then. Default: that it runs. */
  readonly until?: string;
}

/** Starts `serve` on a copy of a folder, or on the files given, and waits until it runs. */
export async function serveSite(
  from: string | Readonly<Record<string, string>>,
  given: readonly string[] | Serving = [],
): Promise<RunningSite> {
  const {
    flags = [],
    environment = {},
    until = 'press ctrl-c',
  }: Serving = Array.isArray(given) ? { flags: given } : (given as Serving);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-served-')));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  if (typeof from === 'string') cpSync(from, folder, { recursive: true });
  else for (const [path, text] of Object.entries(from)) write(path, text);

  const child = spawn(process.execPath, [program, 'serve', ...flags], {
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
    ended.then((code) => reject(new Error(`serve ended with ${code}:\n${output}`)));
  });
  const url = /Server address: (\S+)\//.exec(output)![1]!;
  return {
    folder,
    url,
    process: child,
    output: () => output,
    write,
    remove: (path) => rmSync(join(folder, path)),
    token: () => tokenOf(`${url}/`),
    async stop() {
      child.kill('SIGINT');
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
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
