/** A program of its own that asks one address, for a thread that waits for it. */
import { readFileSync } from 'node:fs';
import { FetchError } from '../../themes/http/fetch-error.js';
import { get } from '../../themes/http/get.js';
import type { HttpQuestion, HttpReply } from './http-get.js';

const question = JSON.parse(readFileSync(0, 'utf8')) as HttpQuestion;

answer().then((reply) => process.stdout.write(JSON.stringify(reply)));

async function answer(): Promise<HttpReply> {
  try {
    const { status, url, body } = await get(question.url, {
      environment: process.env,
      trusted: new Set(question.trusted),
      headers: question.headers,
      longest: 60_000,
    });
    return { status, url, body: body.toString('base64') };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { failure: error.message };
  }
}
