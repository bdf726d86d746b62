/** Turns from build to build: in memory for whoever builds again and again, and in the cache folder for everybody. */
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { Config } from './model/config.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { KeptEngines } from './render/kept-engines.js';
import type { RenderedSite } from './render/render-site.js';
import { inMemory, storeOf } from './render/turn-stores.js';
import { variantOf } from './render/variant.js';
import * as messages from './report/messages.js';
import { loadTurns, type StorePlace, saveTurns } from './reuse/disk-store.js';
import type { TurnStore } from './reuse/turn-store.js';
import { isTruthy } from './ruby/value.js';
import { openCache } from './write/cache.js';
import { withLock } from './write/lock.js';
import type { Manifest } from './write/manifest.js';

/** A text that is another one when the program is; in tests, which run the sources, it is always the same. */
declare const PROGRAM_ID: string | undefined;

/** The turns that builds of one process know. */
export class KeptTurns {
  constructor(
    private readonly engines: KeptEngines,
    private readonly report: (diagnostic: Diagnostic) => void,
  ) {}

  /** What a build may take over; `null` where the last one went by something else that nothing records, or there was none. */
  last(config: Config): TurnStore | null {
    const place = placeOf(config);
    const known = this.engines.turns.get(place.name);
    if (known !== undefined) return known.variant === place.variant ? known : null;
    return isOnDisk(config) ? loadTurns(place) : null;
  }

  /** Keeps the turns of a build whose outputs are in their places. */
  keep(rendered: RenderedSite, manifest: Manifest): void {
    const { config } = rendered.site;
    const place = placeOf(config);
    const unchanged = rendered.reuse?.unchanged ?? null;
    if (unchanged !== null) {
      this.engines.turns.set(place.name, unchanged);
      return;
    }
    const store = storeOf(rendered, place.variant, (path) => manifest.get(path)?.hash);
    if (store === null) return;
    const cache = isOnDisk(config) ? openCache(config, () => {}) : null;
    const kept = cache === null ? inMemory(store) : this.save(store, place, cache);
    this.engines.turns.set(place.name, kept);
  }

  private save(store: TurnStore, place: StorePlace, cache: string): TurnStore {
    try {
      return withLock(cache, () => saveTurns(store, place));
    } catch (error) {
      // A full disk, or one that is gone: the site is built all the same.
      this.report(messages.cacheUnwritable((error as Error).message, place.folder));
      return inMemory(store);
    }
  }
}

/** As under Jekyll, `safe` keeps nothing on the disk. */
function isOnDisk({ safe, settings }: Config): boolean {
  return !safe && !isTruthy(settings.get('disable_disk_cache') ?? null);
}

function placeOf(config: Config): StorePlace {
  const { root, destination, cache } = config.directories;
  const { pass, environment, baseurl, variables } = config;
  const { node, icu, unicode, tz } = process.versions;
  const program = typeof PROGRAM_ID === 'undefined' ? 'sources' : PROGRAM_ID;
  const build = [relative(root, destination), pass?.folder ?? null, environment, baseurl];
  const variant = [variantOf(config), program, node, icu, unicode, tz, variables['TZ'] ?? null];
  return {
    folder: join(cache, 'utterson'),
    name: digest(build).slice(0, 16),
    variant: digest(variant),
    root,
  };
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
