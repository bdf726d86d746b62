/** The last stage: removes what is obsolete, writes what differs, and remembers what was written. */
import { statSync } from 'node:fs';
import type { Config } from '../model/config.js';
import type { Hooks } from '../model/hooks.js';
import { type Output, wholeText } from '../model/output.js';
import type { Page, SiteFile } from '../model/page.js';
import type { HookItem } from '../model/plugin.js';
import type { Site } from '../model/site.js';
import type { Turn } from '../model/turn.js';
import type { Reporter } from '../report/logger.js';
import { stampOf } from '../reuse/file-stamp.js';
import type { SeenFiles } from '../reuse/seen-files.js';
import { latestChange } from '../site/latest-change.js';
import { writtenDocuments } from '../site/site-files.js';
import { openCache } from './cache.js';
import { type Cleaned, cleanOutput } from './clean.js';
import { listExisting } from './existing.js';
import { refuseForeignFolder } from './foreign-folder.js';
import { KnownManifest } from './known-manifest.js';
import { withLock } from './lock.js';
import { type Manifest, manifestPath, saveManifest, UNWRITTEN, type Written } from './manifest.js';
import { winners } from './outputs.js';
import { writeOutput } from './write.js';

/** Which files came and went. */
export interface WrittenSite {
  readonly written: number;
  readonly unchanged: number;
  /** Files of earlier builds that are gone. */
  readonly removed: number;
  /** What was written or removed, relative to the destination. */
  readonly changedPaths: readonly string[];
}

/** What stands in the destination now. */
export interface Placed extends Pick<Cleaned, 'shared'> {
  readonly manifest: Manifest;
  /** The files of whose outputs it is: of several with one path the last. */
  readonly winners: ReadonlySet<SiteFile>;
}

/** The same, with what stands in the destination now. */
export interface WrittenOutputs extends WrittenSite {
  readonly placed: Placed;
}

/** What writing needs of the build. */
export interface WriteTools {
  readonly hooks: Hooks;
  readonly reporter: Reporter;
  /** Told whenever something in the destination has changed. */
  readonly onChange: () => void;
  /** Told when what is obsolete has been removed. */
  readonly onCleaned?: (() => void) | undefined;
  /** Whether what is written is remembered in memory, whatever there is of a cache. */
  readonly remembers?: boolean | undefined;
  /** What earlier builds wrote. */
  readonly known?: KnownManifest | undefined;
  /** What lay on the disk when the build began, as far as that is known. */
  readonly seen?: SeenFiles | null | undefined;
}

/**
 * Brings the destination up to date.
 *
 * @throws SiteError for a destination that is not ours, is locked, or cannot be written to
 */
export function writeSite(config: Config, outputs: readonly Output[], tools: WriteTools): WrittenOutputs {
  const { hooks, reporter, onChange, onCleaned, known, seen = null, remembers = false } = tools;
  const { destination } = config.directories;
  const cache = openCache(config, reporter.report);
  return withLock(cache, () => {
    const existing = listExisting(destination, isAlone(config, seen) ? seen : null);
    // What earlier builds remembered counts, whether or not this one may remember anything.
    const manifest = (known ?? new KnownManifest(config.directories)).read();
    const remember = (written: Iterable<readonly [string, Written]>): void => {
      if (cache !== null) saveManifest(cache, destination, written);
    };
    const byPath = winners(outputs);
    const names = new Set(byPath.keys());
    const inputs = { config, existing, outputs: names, manifest, remembers: cache !== null, hooks, onChange };
    refuseForeignFolder(inputs);
    const { removed, shared } = cleanOutput(inputs);
    onCleaned?.();
    claim(byPath, manifest, remember);
    const onProgress = (done: number, total: number): void => reporter.progress.step('Writing', done, total);
    const latest = latestChange(config);
    const result = writeOutput({
      destination,
      outputs: byPath,
      existing,
      manifest,
      remembers: remembers || cache !== null,
      latest,
      onProgress,
      onChange,
    });
    if (cache !== null && !isSame(result.manifest, manifest)) remember(result.manifest);
    return {
      written: result.written.length,
      unchanged: result.unchanged,
      removed: removed.length,
      changedPaths: [...removed, ...result.written],
      placed: {
        manifest: result.manifest,
        winners: new Set(Array.from(byPath.values(), ({ file }) => file)),
        shared,
      },
    };
  });
}

/** Whether no other build has written since something was seen. */
function isAlone({ directories: { cache, destination } }: Config, seen: SeenFiles | null): boolean {
  if (seen === null) return false;
  const path = manifestPath(cache, destination);
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && seen.isStill(path, stampOf(stats));
}

/** Whether a manifest says what is remembered already. */
function isSame(manifest: Manifest, known: Manifest | null): boolean {
  if (manifest.size !== known?.size) return false;
  return [...manifest].every(([path, written]) => known.get(path) === written);
}

/** Names new files as ours before the first is written, so that a build that is cut short leaves nothing behind for good. */
function claim(
  outputs: ReadonlyMap<string, Output>,
  manifest: Manifest | null,
  remember: (written: Iterable<readonly [string, Written]>) => void,
): void {
  const known = manifest ?? new Map<string, Written>();
  const added = [...outputs.keys()].filter((path) => !known.has(path));
  if (added.length > 0) remember(withClaims(known, added));
}

function* withClaims(manifest: Manifest, added: readonly string[]): Generator<readonly [string, Written]> {
  yield* manifest;
  for (const path of added) yield [path, UNWRITTEN];
}

/** Runs the hooks that wait for written pages and documents. */
export function runWriteHooks(
  site: Site,
  pages: readonly Page[],
  turns: ReadonlyMap<string, Turn>,
  { hooks, markdownify }: { readonly hooks: Hooks; readonly markdownify: (text: string) => string },
): void {
  if (!hooks.waitsFor('post_write')) return;
  for (const file of [...pages, ...writtenDocuments(site)]) {
    const turn = turns.get(file.id);
    // Broken, in a build that goes on.
    if (turn === undefined) continue;
    const { content, output } = turn;
    const item: HookItem = {
      file,
      content: wholeText(content),
      output: wholeText(output),
      data: file.data,
      config: site.config,
      rendering: null,
      markdownify,
      // No output is made of what a hook reads now.
      depend: () => {},
    };
    hooks.item('post_write', item);
  }
}
