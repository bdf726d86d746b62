/** Turns from build to build: in memory for whoever builds again and again, and in the cache folder for everybody. */
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { type BuildInputs, type FinishedPass, inputsOf, isRestSame, seeFiles } from './build-inputs.js';
import type { KnownBase, KnownBuild, RenderedPass } from './build-pass.js';
import type { Config } from './model/config.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { Renderable } from './model/page.js';
import { KeptSources, type SourceRecords } from './read/kept-sources.js';
import {
  decodeSources,
  encodeChanges,
  encodeSources,
  type StoredSources,
  withChanges,
} from './read/kept-sources-codec.js';
import type { KeptBuild, KeptEngines } from './render/kept-engines.js';
import type { RenderedSite } from './render/render-site.js';
import { inMemory, storeOf } from './render/turn-stores.js';
import { readingVariantOf, variantOf, wholeVariantOf } from './render/variant.js';
import * as messages from './report/messages.js';
import {
  changesPath,
  freshPack,
  loadTurns,
  type MoreRecords,
  type StorePlace,
  saveTurnChanges,
  saveTurns,
  storePath,
} from './reuse/disk-store.js';
import type { FreshPack } from './reuse/fresh-pack.js';
import { loadTree, saveTree } from './reuse/inputs-file.js';
import type { SeenFiles } from './reuse/seen-files.js';
import type { TurnStore } from './reuse/turn-store.js';
import { isTruthy } from './ruby/value.js';
import { latestChange } from './site/latest-change.js';
import { allDocuments } from './site/site-files.js';
import { openCache } from './write/cache.js';
import { withLock } from './write/lock.js';
import { manifestPath } from './write/manifest.js';
import type { Placed } from './write/write-site.js';

/** A text that is another one when the program is; in tests, which run the sources, it is always the same. */
declare const PROGRAM_ID: string | undefined;

/** What stands beside a tree. */
interface StoredInputs extends Omit<BuildInputs, 'tree'> {
  /** What must be the same besides; see `wholeVariantOf`. */
  readonly variant: string;
}

/** What builds of one process know of those before. */
export class KeptTurns {
  /** To tell them, the plugins' files are read. */
  private readonly places = new Map<Config, StorePlace>();
  private readonly packs: FreshPack[] = [];
  /** What lay on the disk when `whole` was asked, where that is known. */
  seen: SeenFiles | null = null;

  constructor(
    private readonly engines: KeptEngines,
    private readonly report: (diagnostic: Diagnostic) => void,
    private readonly remembers: boolean,
  ) {}

  private placeOf(config: Config): StorePlace {
    let place = this.places.get(config);
    if (place === undefined) this.places.set(config, (place = placeOf(config)));
    return place;
  }

  /** What a pass may take over: nothing where the last one went by something else that nothing records, or there was none. */
  last(config: Config): KnownBuild {
    const place = this.placeOf(config);
    const { turns, sources, reading, base } = this.engines.kept.get(place.name) ?? load(place, config);
    const texts = isOnDisk(config) ? freshPack(place) : null;
    if (texts !== null) this.packs.push(texts);
    return {
      place,
      texts,
      turns: turns?.variant === place.variant ? turns : null,
      base: turns?.variant === place.variant ? (base as KnownBase | null) : null,
      sources: new KeptSources(
        sources as SourceRecords | null,
        reading === place.reading,
        latestChange(config),
        this.seen,
      ),
    };
  }

  /** What the last build came to, where the next would find everything as that did; else `null`. */
  whole(config: Config): (Pick<BuildInputs, 'pages' | 'leftOut'> & { readonly unchanged: number }) | null {
    const place = this.placeOf(config);
    const stored = isOnDisk(config) ? loadTree(inputsPath(place), place.root) : null;
    if (stored === null) return null;
    this.seen = seeFiles(stored.tree, config);
    const { variant, ...inputs } = stored.more as StoredInputs;
    const isKnown = inputs.isWhole && this.seen.isSame && variant === wholeVariant(config, place);
    const isSame = isKnown && isRestSame(inputs, config);
    return isSame ? { pages: inputs.pages, unchanged: inputs.outputs, leftOut: inputs.leftOut } : null;
  }

  /** Looks at the files of the last build of this process. @param changed of the source since then; `null` for whatever may have */
  see(config: Config, changed: readonly string[] | null): void {
    const tree = this.engines.kept.get(this.placeOf(config).name)?.tree ?? null;
    if (tree !== null) this.seen = seeFiles(tree, config, changed);
  }

  /** Keeps what a pass made whose outputs are in their places. What was kept of it, for `keepInputs`. */
  keep({ rendered, known }: RenderedPass, { manifest, winners }: Placed): TurnStore | null {
    const { config } = rendered.site;
    const { place, texts, sources: files, base } = known!;
    const { reading } = place;
    forgetWritten(rendered, files);
    const sources = files.kept;
    const hashOf = (file: Renderable): string | undefined =>
      winners.has(file) ? manifest.get(file.outputPath)?.hash : undefined;
    const same = rendered.reuse?.allTakenOver(hashOf) ?? null;
    const before = this.engines.kept.get(place.name);
    const tree = before?.tree ?? null;
    if (same !== null && !files.isChanged) {
      if (this.remembers) this.engines.kept.set(place.name, { turns: same, sources, reading, base, tree });
      return same;
    }
    const store = same ?? storeOf(rendered, place.variant, sources.began, hashOf);
    if (store === null) return null;
    const cache = isOnDisk(config) ? openCache(config, () => {}) : null;
    const where = { place, cache: cache!, texts, base };
    if (!this.remembers) {
      if (cache !== null) this.save(store, sources, where);
      return store;
    }
    // Somebody waits for the page, and others may follow.
    const isLater = before !== undefined && texts?.isUsed !== true;
    const turns = cache === null || isLater ? inMemory(store) : this.save(store, sources, where)();
    this.engines.kept.set(place.name, { turns, sources, reading, base, tree });
    if (cache !== null && isLater) {
      this.engines.saveLater(place.name, () => {
        const saved = this.save(turns, sources, { ...where, texts: null })();
        const now = this.engines.kept.get(place.name);
        if (now?.turns === turns) this.engines.kept.set(place.name, { ...now, turns: saved });
      });
    }
    return turns;
  }

  /**
   * Keeps all that a build went by under a configuration, as it was before generators added to it, unless parts
   * of it were taken over: another like it follows soon, and this takes a while.
   *
   * @param isQuiet whether nothing was told, which the next build would have to tell again
   */
  keepInputs(finished: Omit<FinishedPass, 'keptFiles'>, config: Config, isQuiet: boolean): void {
    const { place } = finished.pass.known!;
    const { reasons, comparable } = finished.pass.rendered.reuse!;
    const isInPart = reasons.size > 0 && reasons.size < comparable.size;
    const kept = this.engines.kept.get(place.name);
    if (isInPart || !isOnDisk(config) || (this.remembers && kept?.tree)) return;
    const { cache, destination } = config.directories;
    const keptFiles = [storePath(place), changesPath(place), manifestPath(cache, destination)];
    try {
      const { tree, ...rest } = inputsOf({ ...finished, keptFiles });
      if (this.remembers && kept) this.engines.kept.set(place.name, { ...kept, tree });
      const isWhole = rest.isWhole && isQuiet;
      const more: StoredInputs = { variant: wholeVariant(config, place), ...rest, isWhole };
      saveTree(inputsPath(place), place.root, { tree, more });
    } catch (error) {
      // Something went while it was looked at, or the disk takes no more: the next build begins at the beginning.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }

  /** Removes texts that were left for later builds and are not kept. */
  discard(): void {
    for (const pack of this.packs) pack.discard();
  }

  /** Saves turns; gives the same as they are kept in memory. */
  private save(
    store: TurnStore,
    sources: SourceRecords,
    { place, cache, texts, base }: SavePlace,
  ): () => TurnStore {
    try {
      const packed = withLock(cache, () => {
        const changes = (): MoreRecords | null => encodeChanges(sources, base!.files);
        const isChanged = base !== null && saveTurnChanges(store, changes, place, base.turns);
        return isChanged ? () => store : saveTurns(store, encodeSources(sources), place, texts);
      });
      return () => inMemory(packed());
    } catch (error) {
      // A full disk, or one that is gone: the site is built all the same.
      this.report(messages.cacheUnwritable((error as Error).message, place.folder));
      return () => inMemory(store);
    }
  }
}

interface SavePlace extends Pick<KnownBuild, 'place' | 'texts' | 'base'> {
  readonly cache: string;
}

function load(place: StorePlace, config: Config): KeptBuild {
  const { reading } = place;
  if (!isOnDisk(config)) return { turns: null, sources: null, reading, base: null, tree: null };
  const { turns, more, reading: was, base } = loadTurns(place);
  const all = more?.map(({ records, text }) => decodeSources(records as StoredSources, text)) ?? [];
  const known: KnownBase | null = base === null ? null : { turns: base, files: all[0]!.files };
  const sources = all.length === 0 ? null : all.reduce(withChanges);
  return { turns, sources, reading: was, base: known, tree: null };
}

function inputsPath({ folder, name }: StorePlace): string {
  return join(folder, `${name}.inputs`);
}

/** Front matter that hooks wrote into is not that of its file. */
function forgetWritten({ site, turns, pages }: RenderedSite, kept: KeptSources): void {
  const ids = new Set([...turns.values()].flatMap(({ effects }) => [...effects.data.keys()]));
  if (ids.size === 0) return;
  for (const file of [...allDocuments(site), ...pages]) if (ids.has(file.id)) kept.forget(file);
}

/** As under Jekyll, `safe` keeps nothing on the disk. */
export function isOnDisk({ safe, settings }: Config): boolean {
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

/** The program and what it runs on, the configuration and the clock's rules. */
function wholeVariant(config: Config, { variant }: StorePlace): string {
  return digest([variant, wholeVariantOf(config)]);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
