import type { Reporter } from '../report/logger.js';
import type { Network } from './network.js';
import type { StoredTree } from './store-tree.js';
import type { Environment } from './theme-cache.js';
import { type ArchiveWish, type GemWish, nameOfWish } from './wish.js';

/** Tells what is fetched and how much of it has come. */
export class TransferLine {
  readonly network: Network & { readonly reporter: Reporter };
  private received = 0;

  constructor(
    wish: GemWish | ArchiveWish,
    private readonly tools: { readonly reporter: Reporter; readonly environment: Environment },
  ) {
    const host = wish.kind === 'gem' ? new URL(wish.server).host : wish.host;
    tools.reporter.info('Theme:', `fetching ${nameOfWish(wish)} from ${host}`);
    this.network = {
      ...tools,
      onProgress: (received, total) => {
        this.received = received;
        tools.reporter.progress.step(
          'Theme, kB',
          Math.round(received / 1000),
          Math.round((total ?? 0) / 1000),
        );
      },
    };
  }

  /** @param name what came, e.g. `minima 2.5.1` */
  finish(name: string, { files, size }: StoredTree): void {
    const parts = [`${sizeText(this.received)} fetched`, `${files} files`, `${sizeText(size)} unpacked`];
    this.tools.reporter.progress.clear();
    this.tools.reporter.info('', `${name}: ${parts.join(', ')}`);
  }
}

function sizeText(bytes: number): string {
  return bytes < 999_950 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
