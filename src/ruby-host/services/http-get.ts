/** Addresses that plugins ask for, as far as the user lets them. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { rubyForbidden } from '../words.js';

const require = createRequire(import.meta.url);

/** What a server said. */
export interface HttpAnswer {
  readonly status: number;
  /** The address that answered. */
  readonly url: string;
  readonly body: Buffer;
}

/** What addresses are asked with. */
export interface HttpTools {
  /** What the configuration allows, e.g. `network:api.github.com`; an origin such as `network:http://127.0.0.1:4000` may be on this machine. */
  readonly allow: readonly string[];
  readonly isOffline: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What the child is told on its standard input, as JSON. */
export interface HttpQuestion {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly trusted: readonly string[];
}

/** What it answers on its standard output, as JSON. */
export type HttpReply =
  | { readonly status: number; readonly url: string; readonly body: string }
  | { readonly failure: string };

/**
 * Gets what is at an address, this thread waiting for it.
 *
 * @throws Error for one that is not allowed, with what to do, and for one that gives nothing
 */
export function httpGet(
  url: string,
  headers: Readonly<Record<string, string>>,
  tools: HttpTools,
): HttpAnswer {
  const { hostname } = allowed(url, tools);
  if (tools.isOffline) throw new Error(`${hostname} is not asked: \`--offline\` leaves the network alone`);
  const trusted = tools.allow.flatMap((entry) =>
    entry.startsWith('network:http') ? [entry.slice('network:'.length)] : [],
  );
  const question: HttpQuestion = { url, headers, trusted };
  const { stdout, stderr } = spawnSync(process.execPath, [require.resolve('#ruby-http')], {
    env: tools.environment,
    input: JSON.stringify(question),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(`${url} could not be asked: ${stderr.trim()}`);
  const reply = JSON.parse(stdout) as HttpReply;
  if ('failure' in reply) throw new Error(`${url} gave nothing: ${reply.failure}`);
  // An answer may come from where it led to.
  allowed(reply.url, tools);
  return { ...reply, body: Buffer.from(reply.body, 'base64') };
}

function allowed(text: string, { allow }: HttpTools): URL {
  if (!URL.canParse(text)) throw new Error(`${text} is not an address`);
  const url = new URL(text);
  const entries = [`network:${url.hostname}`, `network:${url.origin}`];
  if (entries.some((entry) => allow.includes(entry))) return url;
  throw new Error(rubyForbidden(`the network (${url.hostname})`, entries[0]!));
}
