/**
 * All that a build went by, so that the next need not begin where none of it has changed: the files of the site and the folders they lie
 * in, what stands in the destination, what outputs read of the clock and the environment. The configuration is read anyway.
 */
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RenderedPass } from './build-pass.js';
import type { Config } from './model/config.js';
import { type DependencyKey, kindOf, splitKey } from './model/dependency.js';
import type { Directories } from './model/directories.js';
import type { LeftOut } from './model/left-out.js';
import type { FileStamp } from './model/source-file.js';
import { emptySite } from './read/empty-site.js';
import { printOfEnvironment, printOfTime, sassFile } from './render/fingerprints.js';
import { isSettled, stampOf } from './reuse/file-stamp.js';
import { type FileTree, namesIn, readTree } from './reuse/file-tree.js';
import type { KeyShape } from './reuse/read-keys.js';
import { SeenFiles } from './reuse/seen-files.js';
import type { TurnStore } from './reuse/turn-store.js';
import { isWithin } from './ruby/file-path.js';
import { isDirectory } from './ruby/file-test.js';
import { withTimeZone } from './ruby/time/time-zone.js';
import { gitFiles } from './site/git-files.js';
import { inputFiles, inputFolders } from './site/input-folders.js';
import { allDocuments } from './site/site-files.js';
import { foldersAboveAll } from './write/existing.js';
import type { Placed } from './write/write-site.js';

/** What a build went by, and what came of it. */
export interface BuildInputs {
  readonly tree: FileTree;
  /** Whether the build is known by all this: else there is more that it went by. */
  readonly isWhole: boolean;
  /** Keys that are not in files, with what they were. */
  readonly others: readonly (readonly [DependencyKey, string])[];
  /** The site's moment, in seconds since 1970: files that count later counted then. */
  readonly time: number;
  readonly pages: number;
  readonly outputs: number;
  /** What was left out, and will be again. */
  readonly leftOut: readonly LeftOut[];
}

/** Names in the folders that a build makes folders in, by absolute path; taken at its beginning. */
export type Surroundings = ReadonlyMap<string, string>;

/** What the inputs are put together from. */
export interface FinishedPass {
  readonly pass: RenderedPass;
  readonly store: TurnStore;
  readonly placed: Placed;
  readonly before: Surroundings;
  /** Files of what builds keep, by which it is known that no other build has been there. */
  readonly keptFiles: readonly string[];
}

/** The names around the destination and the cache, to be asked before anything is written. */
export function surroundingsOf({ directories }: Config): Surroundings {
  const folders = [dirname(directories.destination), dirname(directories.cache)];
  return new Map(folders.filter(isDirectory).map((folder) => [folder, namesIn(folder, madeBy(directories))]));
}

/** What a build went by, as far as anybody can tell. */
export function inputsOf(finished: FinishedPass): BuildInputs {
  const { pass, store, placed } = finished;
  const { site, turns } = pass.rendered;
  const shapes = new Set([...store.turns.values()].map(({ shape }) => shape));
  const isWaiting = allDocuments(site).some(({ date }) => date.seconds > site.time.seconds);
  const isCounted = store.turns.size === store.order.length && (!isWaiting || site.config.future);
  const others = othersIn(shapes, pass);
  const sources = sourceTree(finished, shapes);
  const outputs = outputTree(finished);
  const leftOut = site.leftOut.map(({ file, ...rest }) => rest);
  const tree = new Map(sources ?? []);
  for (const [path, was] of outputs.tree) tree.set(path, was);
  return {
    tree,
    isWhole: isCounted && others !== null && sources !== null && outputs.isWhole,
    others: others ?? [],
    time: site.time.seconds,
    pages: turns.size,
    outputs: placed.manifest.size,
    leftOut,
  };
}

/** What is read of clock and environment; `null` where it is never the same again. */
function othersIn(shapes: ReadonlySet<KeyShape>, { rendered }: RenderedPass): BuildInputs['others'] | null {
  const { config, time, generatedFrom = [], collections } = rendered.site;
  const others = new Map<DependencyKey, string>();
  const attributes = new Set([...shapes].flatMap(({ members }) => members.map(({ attribute }) => attribute)));
  for (const key of new Set([...generatedFrom, ...[...shapes].flatMap(({ keys }) => keys)])) {
    const { of, attribute } = splitKey(key);
    if (attribute !== null) attributes.add(attribute);
    if (key === 'random' || key === 'unseen' || key === 'time') return null;
    if (kindOf(key) === 'env') others.set(key, printOfEnvironment(of, config));
    if (kindOf(key) !== 'time') continue;
    const print = printOfTime(of, time, config);
    // The clock may have gone on from turn to turn.
    if (print !== printOfTime(of, time, config, time) && config.time === null) return null;
    others.set(key, print);
  }
  const all = [...collections.values()].flatMap(({ documents }) => documents);
  const takesBuildsTime = all.some(({ isDated, isDraft }) => !isDated && !isDraft);
  return takesBuildsTime && attributes.has('date') ? null : [...others];
}

/** What builds fill. */
function madeBy({ destination, cache }: Directories): readonly string[] {
  return [destination, cache];
}

/** Never part of a site, and large. */
const LARGE_FOLDER = /\/(?:node_modules|\.git|\.svn|\.hg)$/;

function leavesOut(directories: Directories): (path: string) => boolean {
  const made = madeBy(directories);
  const inMade = made.map((folder) => `${folder}/`);
  return (path) =>
    made.includes(path) || inMade.some((start) => path.startsWith(start)) || LARGE_FOLDER.test(path);
}

function sourceTree({ pass, before }: FinishedPass, shapes: ReadonlySet<KeyShape>): FileTree | null {
  const { config } = pass.rendered.site;
  const { directories } = config;
  const { began, files } = pass.known!.sources.kept;
  const stamps = new Map<string, FileStamp>();
  for (const [key, { stamp }] of files) {
    stamps.set(key.slice(key.indexOf('\0') + 1), stamp);
  }
  const inSource = `${directories.source}/`;
  const keys = [...shapes].flatMap((shape) => shape.keys.filter((key) => kindOf(key).startsWith('sass')));
  const sass = new Set(keys.map((key) => sassFile(splitKey(key).of, directories)));
  const starts = [
    ...inputFolders(directories),
    ...inputFiles(config),
    ...sass,
    ...gitFiles(directories.root),
  ];
  return readTree(starts, {
    moment: began,
    made: madeBy(directories),
    isLeftOut: leavesOut(directories),
    known: (path) => (path.startsWith(inSource) ? stamps.get(path.slice(inSource.length)) : undefined),
    holdsTheSame: (folder) => before.get(folder) === namesIn(folder, madeBy(directories)),
  });
}

/** Of what was changed so lately that its stamp tells nothing: no file has this one. */
const UNKNOWN: FileStamp = { size: -1, modifiedAt: -1, changedAt: -1, inode: -1 };

/** The outputs, and the folders they lie in: what else comes into them is to be removed. */
function outputTree({ pass, placed: { manifest, shared }, keptFiles }: FinishedPass): {
  readonly tree: FileTree;
  readonly isWhole: boolean;
} {
  const { destination } = pass.rendered.site.config.directories;
  const now = Date.now();
  const tree = new Map<string, FileStamp | string | null>();
  let isSettledAll = true;
  const add = (path: string, stamp: FileStamp): void => {
    const isOld = isSettled(stamp, now);
    tree.set(`${destination}/${path}`, isOld ? stamp : UNKNOWN);
    isSettledAll &&= isOld;
  };
  const expected = new Set<string>();
  for (const [path, written] of manifest) {
    add(path, written);
    const slash = path.indexOf('/');
    expected.add(slash < 0 ? path : path.slice(0, slash));
  }
  for (const folder of foldersAboveAll(manifest.keys())) {
    const path = `${destination}/${folder}`;
    // What else is in it has to be listed: it goes when nothing keeps it any more.
    if (shared.has(folder)) tree.set(path, namesIn(path, []));
    else add(folder, stampOf(statSync(path)));
  }
  // Each time they are saved they are other files.
  for (const path of keptFiles) {
    const stats = statSync(path, { throwIfNoEntry: false });
    tree.set(path, stats === undefined ? null : stampOf(stats));
  }
  // Outputs waited there until a moment ago.
  const names = namesIn(destination, []);
  const isWhole = isSettledAll && names === [...expected].sort().join('\0');
  return { tree: tree.set(destination, names), isWhole };
}

/**
 * What lies where the files of a build lay.
 *
 * @param changed of the source, since the build before; `null` for whatever may have changed
 */
export function seeFiles(
  tree: FileTree,
  { directories }: Config,
  changed: readonly string[] | null = null,
): SeenFiles {
  const made = madeBy(directories);
  if (changed === null) return new SeenFiles(tree, made);
  const isMade = (path: string): boolean => made.some((folder) => isWithin(folder, path));
  const some = new Set(changed);
  const isKnown = (path: string): boolean =>
    isWithin(directories.source, path) && !isMade(path) && !some.has(path);
  return new SeenFiles(tree, made, isKnown);
}

/** Whether what is not in files is as it was. */
export function isRestSame(
  { others, time: last }: Pick<BuildInputs, 'others' | 'time'>,
  config: Config,
): boolean {
  return withTimeZone(config.timezone, () => {
    const { time } = emptySite(config);
    const isSame = ([key, print]: readonly [DependencyKey, string]): boolean => {
      const { of } = splitKey(key);
      return (
        print === (kindOf(key) === 'env' ? printOfEnvironment(of, config) : printOfTime(of, time, config))
      );
    };
    const isForward = time.seconds >= last;
    return isForward && others.every(isSame);
  });
}
