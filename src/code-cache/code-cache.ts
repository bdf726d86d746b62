/**
 * Programs compiled by way of V8's code cache. Node's own (`module.enableCompileCache`, from 22.1) holds what is compiled while a module
 * is loaded; this one is made when the work is done, and holds the functions that the work takes: with Node's, a build of three pages
 * takes half as much processor time again.
 */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag, getHeapCodeStatistics } from 'node:v8';
import { Script } from 'node:vm';
import { isOwnFolder, makeOwnFolder } from './cache-folders.js';
import { attempt, readSealed, writeSealed } from './sealed-file.js';

/** Caches that a folder holds at most: four files of a few versions of Node, or with other flags of V8's. Each has some 2 MB. */
const KEPT = 12;

/**
 * Code is kept again when a process compiled this many times as much: the first build is often one of a new site, which takes little. What
 * such a site's code lacks costs a tenth of a start.
 */
const GROWN = 1.02;

/** What a process had compiled when it kept code. V8 counts for all files together. */
interface Compiled {
  readonly files: number;
  readonly bytes: number;
}

/** Before the code: those two as doubles. */
const HEAD = 16;

interface Loaded {
  readonly script: Script;
  /** Of the process that kept its code; `null` where none was found, or V8 refused it. */
  readonly kept: Compiled | null;
}

/** Compiles and runs our own files. */
export interface ProgramCode {
  /** What a file of CommonJS exports, the same each time. */
  load(file: string): unknown;
  /** Told when a build went well: what is compiled then is worth keeping. */
  keep(): void;
}

/** What is compiled in this process, and comes from earlier ones where it can. */
export class CodeCache implements ProgramCode {
  /** V8's version, the processor, and flags such as `--max-old-space-size`. */
  private readonly tag = cachedDataVersionTag();
  /** By the names to keep it under, until it is kept. */
  private readonly loaded = new Map<string, Loaded>();
  /** What the files export. */
  private readonly modules = new Map<string, unknown>();

  /**
   * @param folders where code may have been kept and is kept: the first that can be used; with none all is compiled each time
   * @param countBytes how much this process has compiled
   */
  constructor(
    private readonly folders: readonly string[],
    private readonly countBytes = () => getHeapCodeStatistics().bytecode_and_metadata_size,
  ) {}

  /**
   * Runs a module of CommonJS the first time that it is asked for, whose text is one expression and ASCII: a function of `exports, require, module, __filename, __dirname` and
   * of `import`, which has no other way there.
   *
   * @returns what it exports
   */
  load(file: string): unknown {
    let exported = this.modules.get(file);
    if (exported === undefined) this.modules.set(file, (exported = this.run(file)));
    return exported;
  }

  private run(file: string): unknown {
    const bytes = readFileSync(file);
    const name = this.nameFor(bytes);
    const found = this.find(name);
    const script = new Script(bytes.toString('latin1'), {
      filename: file,
      ...(found === null ? {} : { cachedData: found.subarray(HEAD) }),
    });
    const isUsed = found !== null && script.cachedDataRejected !== true;
    this.loaded.set(name, { script, kept: isUsed ? readHead(found) : null });
    const module = { exports: {} };
    const importModule = (url: string): Promise<unknown> => import(url);
    script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file), importModule);
    return module.exports;
  }

  /** Keeps for later processes what V8 has compiled until now, where that is more than was found. */
  keep(): void {
    // With flags that were set since the start, no other start would take it.
    if (this.folders.length > 0 && this.tag === cachedDataVersionTag()) {
      const compiled = { files: this.loaded.size, bytes: this.countBytes() };
      for (const [name, { script, kept }] of this.loaded) {
        if (kept === null || hasGrown(compiled, kept)) this.write(name, script, compiled);
      }
    }
    this.loaded.clear();
  }

  /** With the bytes' own hash: V8 compares no more of a source than its length, and would run the code of another. */
  private nameFor(bytes: Buffer): string {
    return `${hash('sha256', bytes).slice(0, 32)}-${this.tag.toString(16)}.bin`;
  }

  private find(name: string): Buffer | null {
    for (const folder of this.folders) {
      const code = isOwnFolder(folder) ? readSealed(join(folder, name)) : null;
      if (code !== null) return code;
    }
    return null;
  }

  private write(name: string, script: Script, compiled: Compiled): void {
    const bytes = Buffer.concat([headOf(compiled), script.createCachedData()]);
    const folder = this.folders.find((one) => makeOwnFolder(one) && writeSealed(join(one, name), bytes));
    if (folder !== undefined) removeOldest(folder);
  }
}

function hasGrown(now: Compiled, kept: Compiled): boolean {
  return now.files === kept.files ? now.bytes > kept.bytes * GROWN : now.files > kept.files;
}

function headOf({ files, bytes }: Compiled): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeDoubleLE(files, 0);
  head.writeDoubleLE(bytes, 8);
  return head;
}

function readHead(found: Buffer): Compiled {
  return { files: found.readDoubleLE(0), bytes: found.readDoubleLE(8) };
}

/** Another process may do the same at this moment. */
function removeOldest(folder: string): void {
  const names = attempt(() => readdirSync(folder)) ?? [];
  const dated = names
    .flatMap((name) => {
      const stat = attempt(() => statSync(join(folder, name)));
      return stat === null ? [] : [{ name, time: stat.mtimeMs }];
    })
    .sort((a, b) => b.time - a.time);
  for (const { name } of dated.slice(KEPT)) attempt(() => rmSync(join(folder, name), { force: true }));
}
