/**
 * What was made of the files of a site at the last build, so that those that are the same need not be read again. A file counts as the same
 * by its stamp; where that may be deceptive, by its bytes.
 */
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { HeldText } from '../model/output.js';
import type { Document, Page, SiteFile } from '../model/page.js';
import type { FileStamp, SourceFile } from '../model/source-file.js';
import { isEqualStamp, isSettled, isStampOf, stampOf } from '../reuse/file-stamp.js';
import { LostStateError } from '../reuse/lost-state.js';
import type { SeenFiles } from '../reuse/seen-files.js';
import { valueText } from '../reuse/value-text.js';
import { decodeText } from '../ruby/encoding.js';
import type { RubyTime } from '../ruby/time/time.js';
import type { RubyHash } from '../ruby/value.js';
import type { ReadSource } from './file-reader.js';
import { splitFrontMatter } from './front-matter.js';

/** A file as it was read. */
export interface KeptFile {
  readonly stamp: FileStamp;
  /** Of its bytes; `null` for one of which the stamp alone counts. */
  readonly sum: string | null;
  readonly made: MadeFile;
}

/** What a file was. */
export type MadeFile = { readonly kind: 'static' } | MadeText;

/** A page or document without what each build settles: whether it waits for its date, and its neighbours. */
export interface MadeText {
  readonly kind: 'page' | 'document';
  /** Of a document its data, of a page its own front matter. */
  readonly data: KeptData;
  readonly bodyLine: number;
  /** Whether there may be Liquid in its text. */
  readonly mayHoldLiquid: boolean;
  /** The defaults under its front matter, as a text to compare. */
  readonly defaults: string;
  /** Where it went, where it was told nothing about that; else `null`, as before that is known. */
  address: Address | null;
  readonly document: MadeDocument | null;
}

/** What is a document's alone. */
export interface MadeDocument
  extends Pick<Document, 'extension' | 'isDated' | 'isDraft' | 'slug' | 'hasExcerpt'> {
  /** Its own date; `null` for that of the draft's file, or of the build. */
  readonly date: RubyTime | null;
}

/** Where a page or document goes. */
export type Address = Pick<SiteFile, 'url' | 'outputPath'>;

/** Front matter that is read from a record when somebody asks. */
export interface KeptData {
  value(): RubyHash;
  /** Whether a key that begins so may be in it, without reading it for that. */
  mayHold(start: string): boolean;
}

/** The files of one build, by what they are for and their paths. */
export interface SourceRecords {
  /** When reading began, in milliseconds since 1970. */
  readonly began: number;
  readonly files: ReadonlyMap<string, KeptFile>;
}

/** A file that is the same. */
export interface FoundFile {
  readonly file: SourceFile;
  readonly stamp: FileStamp;
  readonly made: MadeFile;
}

/** The last build's files, and those of the one that runs. */
export class KeptSources {
  private readonly began = Date.now();
  private readonly files = new Map<string, KeptFile>();
  /** What was made of records, by which it is known later. */
  private readonly madeNow = new Map<SiteFile, MadeNow>();
  private isAnyNew = false;

  private readonly last: SourceRecords | null;

  /**
   * @param before those of the last build, `null` where nobody knows them
   * @param isSame whether what decides on pages and documents besides their files is the same
   * @param latest the latest moment at which a file counts as changed; milliseconds since 1970
   * @param seen   what lies on the disk, as far as that is known already
   */
  constructor(
    private readonly before: SourceRecords | null,
    isSame: boolean,
    private readonly latest = Number.POSITIVE_INFINITY,
    private readonly seen: SeenFiles | null = null,
  ) {
    this.last = isSame ? before : null;
  }

  /** A file that is as it was. @param role what it is read for, e.g. the label of a collection */
  find(role: string, path: string, absolutePath: string): FoundFile | null {
    const key = keyOf(role, path);
    const kept = this.last?.files.get(key);
    if (kept === undefined) return null;
    const stamp = this.stampNow(absolutePath, kept.stamp);
    if (stamp === null) return null;
    const isEqual = isEqualStamp(kept.stamp, stamp);
    if (!isEqual || !isSettled(stamp, this.last!.began)) {
      if (kept.sum === null || kept.sum !== sumOf(readFileSync(absolutePath))) return null;
      this.isAnyNew = true;
    }
    this.files.set(key, isEqual ? kept : { stamp, sum: kept.sum, made: kept.made });
    const modifiedAt = Math.min(stamp.modifiedAt, this.latest);
    return { file: { path, absolutePath, modifiedAt, size: stamp.size, stamp }, stamp, made: kept.made };
  }

  private stampNow(path: string, kept: FileStamp): FileStamp | null {
    if (this.seen?.isStill(path, kept)) return kept;
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stampOf(stats) : null;
  }

  /** Notes the page or document that was made of a file that was read, and its record. */
  note(role: string, { stamp, bytes }: ReadSource, file: Page | Document, record: MadeText): void {
    const key = keyOf(role, file.source!.path);
    this.isAnyNew = true;
    this.files.set(key, { stamp, sum: sumOf(bytes), made: record });
    this.madeNow.set(file, { key, record, isNew: true, isUnchanged: false });
  }

  /** Notes a file without front matter. So much as tells that is read again where the stamp does not. */
  noteStatic(role: string, { file, stamp }: Omit<ReadSource, 'bytes'>): void {
    if (!isSettled(stamp, this.began)) return;
    this.isAnyNew = true;
    this.files.set(keyOf(role, file.path), { stamp, sum: null, made: STATIC });
  }

  /** A digest of the file of a page or document that is as it was read now; `null` for any other. */
  digestOf(file: SiteFile): string | null {
    return this.keptOf(file)?.sum ?? null;
  }

  /** Says of which record of the last build a page or document was made. */
  made(file: Page | Document, role: string, record: MadeText): void {
    const key = keyOf(role, file.source!.path);
    const modifiedAt = (files: ReadonlyMap<string, KeptFile>): number => files.get(key)!.stamp.modifiedAt;
    const isUnchanged = modifiedAt(this.files) === modifiedAt(this.last!.files);
    this.madeNow.set(file, { key, record, isNew: false, isUnchanged });
  }

  /** The record of a page or document that is as the last build read it; `null` for any other. */
  recordOf(file: SiteFile): MadeText | null {
    return this.madeNow.get(file)?.record ?? null;
  }

  /** Whether a document's data may have a key that begins so, as far as that is known without reading them. */
  mayHold(file: SiteFile, start: string): boolean {
    const record = this.recordOf(file);
    return record?.kind !== 'document' || record.data.mayHold(start);
  }

  /** Where a page or document went that is as it was; `null` where that is not known. */
  addressOf(file: SiteFile): Address | null {
    return this.madeNow.get(file)?.record.address ?? null;
  }

  /** Notes where a page or document goes. */
  settle(file: SiteFile, { url, outputPath }: Address): void {
    const now = this.madeNow.get(file);
    if (now === undefined) return;
    const address: Address = { url, outputPath };
    if (now.isNew) {
      now.record.address = address;
      return;
    }
    // What the last build knew is still asked for.
    const kept = this.files.get(now.key);
    if (kept !== undefined) this.files.set(now.key, { ...kept, made: { ...now.record, address } });
  }

  /** Lets go of a page or document whose data somebody wrote into. */
  forget(file: SiteFile): void {
    const now = this.madeNow.get(file);
    if (now !== undefined) this.files.delete(now.key);
  }

  /** The text of a page or document, which is read from its file when somebody asks; `null` where nothing is known of that. */
  bodyOf(file: SiteFile, encoding: string): HeldText | null {
    const kept = this.keptOf(file);
    if (kept === undefined || kept.made.kind === 'static') return null;
    return new KeptBody(file.source!.absolutePath, kept.stamp, encoding, kept.made.mayHoldLiquid);
  }

  /** Whether any file is another one than at the last build, or has come or gone. */
  get isChanged(): boolean {
    return this.isAnyNew || this.files.size !== this.last?.files.size;
  }

  /** Whether a page or document is as the last build had read it. */
  isUnchanged(file: SiteFile): boolean {
    return this.madeNow.get(file)?.isUnchanged === true;
  }

  /** Whether a page or document is as the last build or this one read it: nothing has changed it since. */
  isAsRead(file: SiteFile): boolean {
    return this.madeNow.has(file);
  }

  /**
   * A page or document that is as its file has it, as it was at the last build and as it is now, to compare what is of front matter, name,
   * address and date; `null` where that is not known.
   */
  thenAndNow(file: Page | Document): readonly [then: SiteFile, now: SiteFile] | null {
    const now = this.madeNow.get(file);
    const made = now && this.before?.files.get(now.key)?.made;
    if (!made || made.kind === 'static' || made.address === null) return null;
    // Front matter of a page stands without its defaults.
    if (made.kind !== file.kind || made.defaults !== now.record.defaults) return null;
    const then = { ...made.address, data: made.data.value(), date: made.document?.date ?? null };
    if (file.kind === 'document') return [withValues(file, then), file];
    return [withValues(file, then), withValues(file, { data: file.frontMatter })];
  }

  /** Whether a page or document is as its file has it, and that is what the last build had read, though it may have been read again. */
  isItself(file: Page | Document): boolean {
    const now = this.madeNow.get(file);
    const before = now && this.before?.files.get(now.key);
    const kept = now && this.files.get(now.key);
    if (!before || !kept || before.sum === null || before.sum !== kept.sum) return false;
    return textOfMade(before.made) === textOfMade(kept.made);
  }

  private keptOf(file: SiteFile): KeptFile | undefined {
    const now = this.madeNow.get(file);
    return now && this.files.get(now.key);
  }

  /** For the next build. */
  get kept(): SourceRecords {
    return { began: this.began, files: this.files };
  }
}

function keyOf(role: string, path: string): string {
  return `${role}\0${path}`;
}

function sumOf(bytes: Buffer): string {
  return hash('sha256', bytes, 'base64url');
}

/** What is known by itself of a page or document of this build. */
interface MadeNow {
  /** Of its file. */
  readonly key: string;
  readonly record: MadeText;
  /** Whether it was made by this build. */
  readonly isNew: boolean;
  /** Whether the last build had read the same. */
  readonly isUnchanged: boolean;
}

/** A text that is another one when anything but the text of a file is. */
function textOfMade(made: MadeFile): string {
  if (made.kind === 'static') return '';
  const { kind, data, bodyLine, defaults, address, document } = made;
  const { extension, slug, isDated, isDraft, hasExcerpt, date = null } = document ?? {};
  const ofDocument = [extension, slug, isDated, isDraft, hasExcerpt, valueText(date)];
  const { url, outputPath } = address ?? {};
  return JSON.stringify([kind, bodyLine, defaults, url, outputPath, ...ofDocument, valueText(data.value())]);
}

function withValues(file: SiteFile, values: object): SiteFile {
  return Object.create(file, Object.getOwnPropertyDescriptors(values)) as SiteFile;
}

const STATIC: MadeFile = { kind: 'static' };

/** Whether front matter has a key that begins so. */
export function hasKeyFrom(data: RubyHash, start: string): boolean {
  return [...data.keys()].some((key) => typeof key === 'string' && key.startsWith(start));
}

/** Front matter that is there. */
export function dataOf(value: RubyHash): KeptData {
  return { value: () => value, mayHold: (start) => hasKeyFrom(value, start) };
}

/** The text after front matter in a file that is as it was, which is read when somebody asks. */
export class KeptBody implements HeldText {
  constructor(
    private readonly path: string,
    private readonly stamp: FileStamp,
    private readonly encoding: string,
    readonly mayHoldLiquid: boolean,
  ) {}

  /** @throws LostStateError when the file was saved meanwhile */
  read(): string {
    const stats = statSync(this.path, { throwIfNoEntry: false });
    if (stats === undefined || !isStampOf(this.stamp, stats)) throw new LostStateError();
    const text = decodeText(readFileSync(this.path), this.encoding);
    return splitFrontMatter(text).body;
  }
}
