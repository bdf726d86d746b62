import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { loadConfig } from '../../src/config/load.js';
import { PortInUseError } from '../../src/serve/listen.js';
import type { LiveMessage } from '../../src/serve/live-message.js';
import { type BuildOutcome, type ServeRequest, serve } from '../../src/serve/serve.js';
import type { Workshop } from '../../src/serve/site-server.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';
import { eventually, tokenOf } from './served-site.js';

const WENT_WELL: BuildOutcome = {
  told: [],
  wentWell: true,
  broken: [],
  changedPaths: ['index.html'],
  ranOwnCode: false,
};

/** Serves a folder in this process, with builds that only answer. */
async function serveHere(settings: string, build: ServeRequest['build'] = async () => WENT_WELL) {
  const folder = temporaryFolder({ '_config.yml': settings, 'index.html': 'x', '_site/index.html': 'x' });
  const { reporter, out, err } = recordingReporter();
  const workshop: Workshop = {
    directory: folder,
    environment: {},
    clientScript: '',
    withoutFiles: () => {
      throw new Error('not asked for');
    },
    destinationFor: () => null,
    whyMissing: async () => null,
  };
  const site = await serve({
    workshop,
    excludedBy: () => () => false,
    loadConfig: async (overrides, told) =>
      loadConfig({ directory: folder, flags: overrides, environment: {}, reporter: told }),
    build,
    chosen: new Set(['port']),
    reporter,
    makeReporter: () => reporter,
  });
  onTestFinished(() => site.close());
  await site.ready;
  const save = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  return { site, save, out, err };
}

/** What a page hears that is open from now on: what is wrong with it (`''` for nothing), and that it changed. */
async function listenAt(url: string): Promise<readonly string[]> {
  const heard: string[] = [];
  const query = `token=${await tokenOf(url)}&page=/`;
  const socket = new WebSocket(`${url.replace('http', 'ws')}__utterson/live?${query}`, {
    origin: new URL(url).origin,
  });
  socket.on('message', (data) => {
    const message: LiveMessage = JSON.parse(String(data));
    heard.push(message.type === 'state' ? (message.here?.title ?? '') : 'changed');
  });
  onTestFinished(() => socket.terminate());
  return heard;
}

async function untilIncludes(read: () => string | readonly string[], wanted: string): Promise<void> {
  await eventually(read, (found) => found.includes(wanted));
}

test('lives on after builds that throw, the first included, and shows why in the browser', async () => {
  let isBroken = true;
  const { site, save, out, err } = await serveHere(
    `port: ${await freePort()}\nlivereload: true\n`,
    async () => {
      if (isBroken) throw new TypeError('x is not a function');
      return WENT_WELL;
    },
  );
  expect(out()).toContain('Generated: failed, ');
  const heard = await listenAt(site.url);
  await untilIncludes(() => heard, 'The site does not build');
  save('index.html', 'y');
  await untilIncludes(out, 'Regenerated: index.html: failed');
  expect(err()).toContain('Error: x is not a function\n');
  expect(err()).toMatch(/\n {4}at .*in-process\.test\.ts:\d+/);
  isBroken = false;
  save('index.html', 'z');
  await untilIncludes(out, 'Regenerated: index.html: 1 file written');
  await untilIncludes(() => heard, 'changed');
  expect([...new Set(heard)]).toEqual(['The site does not build', '', 'changed']);
});

test('tells of what was written first, once, before the build goes on', async () => {
  const seen: string[] = [];
  const settings = `port: ${await freePort()}\nlivereload: true\n`;
  const { site, save, out } = await serveHere(settings, async ({ changed, shown, onFirst }) => {
    if (changed === null) return WENT_WELL;
    seen.push(...shown);
    await onFirst(['index.html']);
    seen.push(...heard.filter((one) => one === 'changed'));
    return { ...WENT_WELL, changedPaths: [] };
  });
  const heard = await listenAt(site.url);
  await untilIncludes(() => heard, '');
  save('index.html', 'y');
  await untilIncludes(out, 'Regenerated: index.html: 1 file written');
  expect(seen).toEqual(['index.html', 'changed']);
  expect(heard.filter((one) => one === 'changed')).toEqual(['changed']);
});

test('lives on when the configuration comes to ask what the server refuses', async () => {
  const port = await freePort();
  const { site, save, out, err } = await serveHere(`port: ${port}\nlivereload: true\n`);
  const heard = await listenAt(site.url);
  save('_config.yml', 'port: none\n');
  await untilIncludes(err, "Error: 'none' is no port: `port` is a number from 1 to 65535. (U1902)\n");
  await untilIncludes(() => heard, 'The site does not build');
  expect(err()).not.toContain('    at ');
  expect(site.options.port).toBe(port);
  save('_config.yml', `port: ${port}\nlivereload: true\nbaseurl: /blog\n`);
  await untilIncludes(out, 'Regenerated: _config.yml: 1 file written');
  expect(site.url).toBe(`http://127.0.0.1:${port}/blog/`);
});

test('stops listening when it cannot have the port of LiveReload', async () => {
  const [port, taken] = [await freePort(), await listening()];
  const { port: takenPort } = taken.address() as AddressInfo;
  const start = serveHere(`port: ${port}\nlivereload: true\nlivereload_port: ${takenPort}\n`);
  await expect(start).rejects.toThrow(PortInUseError);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  taken.close();
});

function listening(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function freePort(): Promise<number> {
  const probe = await listening();
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
