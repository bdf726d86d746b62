import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { FetchError } from './fetch-error.js';

/** How a body is read. */
export interface BodyOptions {
  /** For errors. */
  readonly url: string;
  /** Bytes, both as they come and unpacked. */
  readonly limit: number;
  /** Told of each piece; `total` is `null` when the server does not say. */
  readonly onBytes: (received: number, total: number | null) => void;
}

/**
 * Reads an answer to its end, unpacked when it comes as gzip.
 *
 * @throws FetchError when it is too large, or packed otherwise; the stream's own errors
 */
export async function readBody(response: IncomingMessage, options: BodyOptions): Promise<Buffer> {
  const { url, limit } = options;
  const encoding = (response.headers['content-encoding'] || 'identity').trim().toLowerCase();
  const total = totalOf(response);
  if (total !== null && total > limit) throw tooLarge(options);
  const pieces: Buffer[] = [];
  const count = counted(options, total);
  const collect = async (unpacked: AsyncIterable<Buffer>): Promise<void> => {
    let size = 0;
    for await (const piece of unpacked) {
      size += piece.length;
      if (size > limit) throw tooLarge(options);
      pieces.push(piece);
    }
  };
  if (encoding === 'identity') await pipeline(response, count, collect);
  else if (encoding === 'gzip' || encoding === 'x-gzip') {
    await pipeline(response, count, createGunzip(), collect);
  } else throw new FetchError('the answer is packed in a way that was not asked for', url);
  return Buffer.concat(pieces);
}

/** Passes pieces on as they come. They are limited themselves: gzip can be long and hold nothing. */
function counted(
  options: BodyOptions,
  total: number | null,
): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (source) {
    let received = 0;
    for await (const piece of source) {
      received += piece.length;
      if (received > options.limit) throw tooLarge(options);
      options.onBytes(received, total);
      yield piece;
    }
  };
}

function totalOf({ headers }: IncomingMessage): number | null {
  const length = headers['content-length'];
  return length === undefined ? null : Number(length);
}

function tooLarge({ limit, url }: BodyOptions): FetchError {
  return new FetchError(`it is larger than ${limit.toLocaleString('en')} bytes`, url);
}
