import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server of gems and archives on loopback. */
export interface ThemeServer {
  /** E.g. `http://127.0.0.1:4567`. */
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** The environment in which it is the gem server and the archive host. */
  readonly environment: Readonly<Record<string, string>>;
  /** Answers that it gives from now on, by path; `null` for 404. */
  serve(answers: Readonly<Record<string, string | Buffer | null>>): void;
}

/** Starts one, which ends with the test. */
export async function startThemeServer(
  answers: Record<string, string | Buffer | null> = {},
): Promise<ThemeServer> {
  const all = new Map(Object.entries(answers));
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push(path);
    const body = all.get(path) ?? null;
    response.writeHead(body === null ? 404 : 200).end(body ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    environment: { UTTERSON_GEM_SERVER: url, UTTERSON_THEME_HOST: url },
    serve: (more) => {
      for (const [path, body] of Object.entries(more)) all.set(path, body);
    },
  };
}

/** Answers of a gem server that has these files of a gem, by version. */
export function gemAnswers(
  name: string,
  files: Readonly<Record<string, Buffer>>,
  { hasChecksums = true }: { readonly hasChecksums?: boolean } = {},
): Record<string, string | Buffer> {
  const lines = Object.entries(files).map(([version, file]) => {
    const checksum = hasChecksums ? `checksum:${sha256(file)},` : '';
    return `${version} jekyll:>= 3.5|${checksum}ruby:>= 2.4`;
  });
  const gems = Object.entries(files).map(([version, file]) => [`/gems/${name}-${version}.gem`, file]);
  return { [`/info/${name}`]: `---\n${lines.join('\n')}\n`, ...Object.fromEntries(gems) };
}

/** In hex. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
