/** Turns from build to build: in memory for whoever builds again and again, and in the cache folder for everybody. */
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { BuiltPass, KnownBuild } from './build-pass.js';
import type { Config } from './model/config.js';
import type { Diagnostic } from './model/diagnostic.js';
import { KeptSources, type SourceRecords } from './read/kept-sources.js';
import { decodeSources, encodeSources, type StoredSources } from './read/kept-sources-codec.js';
import type { KeptBuild, KeptEngines } from './render/kept-engines.js';
import type { RenderedSite } from './render/render-site.js';
import { inMemory, storeOf } from './render/turn-stores.js';
import { readingVariantOf, variantOf } from './render/variant.js';
import * as messages from './report/messages.js';
import { loadTurns, type StorePlace, saveTurns } from './reuse/disk-store.js';
import type { TurnStore } from './reuse/turn-store.js';
import { isTruthy } from './ruby/value.js';
import { latestChange } from './site/latest-change.js';
import { allDocuments } from './site/site-files.js';
import { openCache } from './write/cache.js';
import { withLock } from './write/lock.js';
import type { Manifest } from './write/manifest.js';

/** A text that is another one when the program is; in tests, which run the sources, it is always the same. */
declare const PROGRAM_ID: string | undefined;

/** What builds of one process know of those before. */
export class KeptTurns {
  constructor(
    private readonly engines: KeptEngines,
    private readonly report: (diagnostic: Diagnostic) => void,
  ) {}

  /** What a build may take over: nothing where the last one went by something else that nothing records, or there was none. */
  last(config: Config): KnownBuild {
    const place = placeOf(config);
    const { turns, sources, reading } = this.engines.kept.get(place.name) ?? load(place, config);
    return {
      turns: turns?.variant === place.variant ? turns : null,
      sources: new KeptSources(
        reading === place.reading ? (sources as SourceRecords | null) : null,
        latestChange(config),
      ),
    };
  }

  /** Keeps what a pass made whose outputs are in their places. */
  keep({ rendered, kept }: BuiltPass & { readonly rendered: RenderedSite }, manifest: Manifest): void {
    const { config } = rendered.site;
    const place = placeOf(config);
    const { reading } = place;
    forgetWritten(rendered, kept!);
    const sources = kept!.kept;
    const same = rendered.reuse?.allTakenOver ?? null;
    if (same !== null && !kept!.isChanged) {
      this.engines.kept.set(place.name, { turns: same, sources, reading });
      return;
    }
    const store = same ?? storeOf(rendered, place.variant, (path) => manifest.get(path)?.hash);
    if (store === null) return;
    const cache = isOnDisk(config) ? openCache(config, () => {}) : null;
    const turns = cache === null ? inMemory(store) : this.save(store, sources, { place, cache });
    this.engines.kept.set(place.name, { turns, sources, reading });
  }

  private save(
    store: TurnStore,
    sources: SourceRecords,
    { place, cache }: { readonly place: StorePlace; readonly cache: string },
  ): TurnStore {
    try {
      return inMemory(withLock(cache, () => saveTurns(store, encodeSources(sources), place)));
    } catch (error) {
      // A full disk, or one that is gone: the site is built all the same.
      this.report(messages.cacheUnwritable((error as Error).message, place.folder));
      return inMemory(store);
    }
  }
}

function load(place: StorePlace, config: Config): KeptBuild {
  const { reading } = place;
  if (!isOnDisk(config)) return { turns: null, sources: null, reading };
  const { turns, more } = loadTurns(place);
  return { turns, sources: more === null ? null : decodeSources(more as StoredSources), reading };
}

/** Front matter that hooks wrote into is not that of its file. */
function forgetWritten({ site, turns, pages }: RenderedSite, kept: KeptSources): void {
  const ids = new Set([...turns.values()].flatMap(({ effects }) => [...effects.data.keys()]));
  if (ids.size === 0) return;
  for (const file of [...allDocuments(site), ...pages]) if (ids.has(file.id)) kept.forget(file);
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
    reading: digest([variant, readingVariantOf(config)]),
    root,
  };
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
