/**
 * Where outputs wait until all are rendered: a folder inside the destination, on the same disk as the places they are moved to. It is
 * there only while a build renders and writes; one that a killed build left goes at the next.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SiteError } from '../model/diagnostic.js';
import type { Directories } from '../model/directories.js';
import type { HeldText, StagedText, TextStorage } from '../model/output.js';
import type { Renderable } from '../model/page.js';
import * as messages from '../report/messages.js';
import { isGone, isLeftover, thisProcess } from '../reuse/owner.js';
import { LONGEST_UNIT, piecesOf } from '../reuse/pieces.js';
import type { SeenFiles } from '../reuse/seen-files.js';
import { utf8 } from '../ruby/encoding.js';
import { isDirectory } from '../ruby/file-test.js';
import { pathInMessages } from '../site/site-files.js';
import { HeldFile } from './held-file.js';
import { KnownManifest } from './known-manifest.js';
import { digest, isUntouched, type Manifest } from './manifest.js';
import { measure, writePieces } from './pieces.js';
import { type FileOfText, StagedFile } from './staged-file.js';

/** The name says whose it is: the machine by a digest, the process by its number. */
const FOLDER_NAME = /^\.utterson-staging-([0-9a-f]{8})-(\d+)-[^/]*$/;

/** How much is kept in memory. */
const LIMITS = {
  /** UTF-16 units of held texts; what comes after them goes to the disk. Templates ask for a page's content often, and most sites have less. */
  held: 2 ** 23,
  /** Bytes of outputs that are put aside together. */
  batch: 2 ** 22,
};

/** Bytes of one character of two units. */
const SHORTEST_BATCH = 2 * LONGEST_UNIT;

/** Whether an entry of a destination is there for the length of a build alone. */
export function isStagingFolder(name: string): boolean {
  return FOLDER_NAME.test(name);
}

/** Takes texts for later builds while a build runs; `null` for one that it has no room for. */
export interface LaterTexts {
  add(text: string): HeldText | null;
}

/** The waiting outputs of one build, and other texts that find no room in memory. */
export class Staging implements TextStorage {
  /** For whoever writes them. */
  readonly known: KnownManifest;
  private readonly destination: string;
  private readonly manifest: Manifest | null;
  private folder: string | null = null;
  /** The outermost folder that was made for it. */
  private made: string | undefined;
  private count = 0;
  private readonly waiting: [Renderable, StagedFile][] = [];
  /** The outputs that wait in memory, one behind the other: as strings they would soon be old to V8, which collects those late. */
  private batch: Buffer | null = null;
  /** Bytes of it that are taken. */
  private taken = 0;
  /** UTF-16 units of the held texts in memory. */
  private inMemory = 0;
  private held: HeldFile | null = null;
  private later: LaterTexts | null = null;

  /**
   * Removes what killed builds left.
   *
   * @param seen   what lies on the disk, as far as that is known already
   * @param limits for tests
   * @throws SiteError when that cannot be removed
   */
  constructor(
    { destination, cache }: Pick<Directories, 'destination' | 'cache'>,
    private readonly seen: SeenFiles | null = null,
    private readonly limits = LIMITS,
  ) {
    this.destination = destination;
    this.known = new KnownManifest({ destination, cache });
    this.manifest = this.known.read();
    removeAbandoned(destination);
  }

  /**
   * Puts a written output aside, at the latest when a batch of them is together. What the destination has already waits there; a text
   * that is not written, or that Node's UTF-8 cannot give back, stays in memory.
   *
   * @param encoding what it is written in, by Ruby's name
   * @throws SiteError when it cannot be written
   */
  keep(file: Renderable, output: string, encoding: string): string | StagedText {
    const isWritten = file.kind === 'page' || file.isWritten;
    if (!isWritten || encoding !== utf8.name || !output.isWellFormed()) return output;
    const most = output.length * LONGEST_UNIT;
    if (this.taken + most > this.limits.batch) this.putAside();
    if (most > this.limits.batch) return new StagedFile(this.fileOf(file, () => this.encodedPieces(output)));
    const staged = new StagedFile(this.encode(output));
    this.waiting.push([file, staged]);
    return staged;
  }

  find(path: string, hash: string): StagedText | null {
    const target = `${this.destination}/${path}`;
    const size = this.manifest?.get(path)?.size;
    if (size === undefined || !this.isInPlace(path, target, hash)) return null;
    return new StagedFile({ folder: this.destination, name: path, hash, size, isInPlace: true });
  }

  /** The text's bytes, in the batch. */
  private encode(text: string): Buffer {
    const start = this.taken;
    this.batch ??= Buffer.allocUnsafe(Math.max(this.limits.batch, SHORTEST_BATCH));
    this.taken += this.batch.write(text, start);
    return this.batch.subarray(start, this.taken);
  }

  /** The same of a text that is larger, one part after the other in the same place. */
  private *encodedPieces(text: string): Generator<Buffer> {
    for (const piece of piecesOf(text, this.limits.batch)) {
      yield this.encode(piece);
      this.taken = 0;
    }
  }

  /** Many at a time: between renderings each file would cost twice as much, since neither finds its work in the processor's caches. */
  private putAside(): void {
    for (const [file, staged] of this.waiting) staged.leave((bytes) => this.fileOf(file, () => [bytes]));
    this.waiting.length = 0;
    this.taken = 0;
  }

  private fileOf(file: Renderable, pieces: () => Iterable<Buffer>): FileOfText {
    const { destination } = this;
    const { outputPath } = file;
    const target = join(destination, outputPath);
    const { hash, size } = measure(pieces());
    if (this.isInPlace(outputPath, target, hash)) {
      return { folder: destination, name: outputPath, hash, size, isInPlace: true };
    }
    try {
      const folder = this.open();
      const name = String(this.count++);
      writePieces(join(folder, name), pieces());
      return { folder, name, hash, size, isInPlace: false };
    } catch (error) {
      throw new SiteError({
        ...messages.unwritableFile((error as Error).message, target),
        file: pathInMessages(file),
        cause: error,
      });
    }
  }

  /** Where texts for later builds go that find no room in memory; `null` for nowhere else than all others. */
  leaveTo(later: LaterTexts | null): void {
    this.later = later;
  }

  hold(text: string): string | HeldText {
    return this.takesRoom(text) ? text : this.holdOnDisk(text);
  }

  holdForLater(text: string): string | HeldText {
    return this.takesRoom(text) ? text : (this.later?.add(text) ?? this.holdOnDisk(text));
  }

  /** Takes room in memory for a text; whether there is any. */
  private takesRoom(text: string): boolean {
    const isKept = this.inMemory + text.length <= this.limits.held || !text.isWellFormed();
    if (isKept) this.inMemory += text.length;
    return isKept;
  }

  private holdOnDisk(text: string): HeldText {
    this.held ??= new HeldFile(join(this.open(), 'texts'));
    return this.held.add(text);
  }

  /** Whether an earlier build wrote the same, and nobody has touched it since. */
  private isInPlace(path: string, target: string, hash: string): boolean {
    const last = this.manifest?.get(path);
    if (last?.hash !== hash) return false;
    if (last.isSettled !== false && this.seen?.isStill(target, last)) return true;
    if (this.seen?.isGone(target)) return false;
    const stats = statSync(target, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile()) return false;
    const isSameSize = stats.size === last.size;
    return isUntouched(last, stats) || (isSameSize && digest(readFileSync(target)) === hash);
  }

  private open(): string {
    if (this.folder === null) {
      const { pid } = thisProcess();
      this.made = mkdirSync(this.destination, { recursive: true });
      this.folder = mkdtempSync(join(this.destination, `.utterson-staging-${machine()}-${pid}-`));
    }
    return this.folder;
  }

  /** Removes the folder with all that still waits in it, and a destination that was made for it and got nothing. */
  discard(): void {
    if (this.folder === null) return;
    this.held?.close();
    rmSync(this.folder, { recursive: true, force: true });
    this.folder = null;
    if (this.made !== undefined) removeEmpty(this.destination, this.made);
  }
}

function removeAbandoned(destination: string): void {
  if (!isDirectory(destination)) return;
  for (const name of readdirSync(destination)) {
    const [, host, pid] = FOLDER_NAME.exec(name) ?? [];
    if (host === undefined) continue;
    const folder = join(destination, name);
    const isOurs = host === machine();
    if (isOurs ? !isGone({ ...thisProcess(), pid: Number(pid) }) : !isLeftover(folder)) continue;
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      throw new SiteError({ ...messages.unremovableFile((error as Error).message, folder), cause: error });
    }
  }
}

/** Removes empty folders from the inner one up to the outer one. */
function removeEmpty(inner: string, outer: string): void {
  for (let folder = inner; folder.length >= outer.length; folder = dirname(folder)) {
    if (readdirSync(folder).length > 0) return;
    rmdirSync(folder);
  }
}

function machine(): string {
  return digest(thisProcess().host).slice(0, 8);
}
