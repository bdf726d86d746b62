import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { startBuildLoop } from '../../src/serve/build-loop.js';
import { recordingReporter } from '../helpers/recording-reporter.js';
import { temporaryFolder } from '../helpers/temporary-folder.js';

/** How each watcher was asked to work, and what it answers. */
const watchers: { readonly isPolling: boolean; readonly isClosed: () => boolean }[] = [];

vi.mock('chokidar', () => ({
  watch(_: unknown, { usePolling }: { usePolling: boolean }) {
    let isClosed = false;
    watchers.push({ isPolling: usePolling, isClosed: () => isClosed });
    const watcher = Object.assign(new EventEmitter(), {
      async close() {
        isClosed = true;
      },
    });
    const error = Object.assign(new Error('ENOSPC: System limit for number of file watchers reached'), {
      code: 'ENOSPC',
    });
    setImmediate(() => (usePolling ? watcher.emit('ready') : watcher.emit('error', error)));
    return watcher;
  },
}));

test('looks again and again where the system has no watches left', async () => {
  const folder = temporaryFolder({ 'a.md': '1' });
  const { reporter } = recordingReporter();
  const told: string[] = [];
  const loop = startBuildLoop({
    config: loadConfig({ directory: folder, flags: {}, environment: {}, reporter }),
    quiet: 5,
    polling: false,
    buildsFirst: false,
    watches: true,
    begin: () => {
      throw new Error('nothing has changed');
    },
    excludedBy: () => () => false,
    onOwnFile: () => {},
    onPolling: ({ message }) => told.push(message),
  });
  await loop.ready;
  expect(told).toEqual(['ENOSPC: System limit for number of file watchers reached']);
  expect(watchers.map(({ isPolling, isClosed }) => [isPolling, isClosed()])).toEqual([
    [false, true],
    [true, false],
  ]);
  await loop.close();
});
