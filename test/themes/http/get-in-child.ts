/**
 * A program that gets addresses one after another and prints what came: Node reads NODE_EXTRA_CA_CERTS only when it starts. It ends
 * by itself, when no connection is left open.
 */
import { readFileSync } from 'node:fs';
import type { FetchError } from '../../../src/themes/http/fetch-error.js';
import { get } from '../../../src/themes/http/get.js';

/** What the program reads, as JSON from standard input. */
export interface Errand {
  readonly url: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly trusted?: readonly string[];
  readonly patience?: number;
  readonly retries?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What it prints, as JSON: of an answer the status, the address and the body as text, else why there is none. */
export interface Result {
  readonly status: number | null;
  readonly url: string;
  readonly body?: string;
  readonly failure?: string;
}

const errands = JSON.parse(readFileSync(0, 'utf8')) as readonly Errand[];
const results: Result[] = [];
for (const { url, environment = {}, trusted = [], ...rest } of errands) {
  try {
    const answer = await get(url, { environment, trusted: new Set(trusted), retries: 0, ...rest });
    results.push({ status: answer.status, url: answer.url, body: String(answer.body) });
  } catch (error) {
    const failure = error as FetchError;
    results.push({ status: failure.status, url: failure.url, failure: failure.message });
  }
}
process.stdout.write(JSON.stringify(results));
