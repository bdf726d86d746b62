import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Reply, type ReplySource, replyTo } from './reply.js';
import { sendFile } from './send-file.js';

/** Development pages change all the time: nothing may be kept (Jekyll 4.4.1, `Serve::Servlet`). */
const NO_STORE = 'private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate';

/** Answers a request from the output folder: `reply.ts` decides what, this sends it. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  source: ReplySource,
): Promise<void> {
  const reply = await replyTo(request, source);
  const { headers, encoding } = source.options;
  response.setHeader('Cache-Control', NO_STORE);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (reply.kind === 'file') sendFile(request, response, reply.path, encoding);
  else sendReply(response, reply, request.method !== 'HEAD');
}

function sendReply(
  response: ServerResponse,
  reply: Exclude<Reply, { kind: 'file' }>,
  hasBody: boolean,
): void {
  if (reply.kind === 'redirect') {
    response.writeHead(302, { Location: reply.location }).end();
    return;
  }
  const { status, type, body, headers = {} } = reply;
  for (const [name, value] of Object.entries({ 'Content-Type': type, ...headers }))
    response.setHeader(name, value);
  response.writeHead(status, { 'Content-Length': body.length });
  response.end(hasBody ? body : undefined);
}
