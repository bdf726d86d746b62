import type { RequestListener, ServerResponse } from 'node:http';
import type { ServeOptions } from './options.js';
import { type Reply, replyTo } from './reply.js';
import { sendFile } from './send-file.js';

/** Development pages change all the time: nothing may be kept (Jekyll 4.4.1, `Serve::Servlet`). */
const NO_STORE = 'private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate';

/** Answers requests from the output folder: `reply.ts` decides what, this sends it. */
export function createAnswer(folder: string, options: ServeOptions): RequestListener {
  return (request, response) => {
    const reply = replyTo(request, folder, options);
    response.setHeader('Cache-Control', NO_STORE);
    for (const [name, value] of Object.entries(options.headers)) response.setHeader(name, value);
    if (reply.kind === 'file') sendFile(request, response, reply.path, options.encoding);
    else sendReply(response, reply, request.method !== 'HEAD');
  };
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
  response.writeHead(reply.status, { 'Content-Type': reply.type, 'Content-Length': reply.body.length });
  response.end(hasBody ? reply.body : undefined);
}
