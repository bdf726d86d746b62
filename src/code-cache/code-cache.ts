/**
 * Programs compiled by way of V8's code cache. Node's own (`module.enableCompileCache`, from 22.1) holds what is compiled while a module
 * is loaded; this one is made when the work is done, and holds the functions that the work takes: with Node's, a build of three pages
 * takes half as much processor time again.
 */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { isOwnFolder, makeOwnFolder } from './cache-folders.js';
import { attempt, readSealed, writeSealed } from './sealed-file.js';

/** Caches that a folder holds at most: two files of a few versions of Node, or with other flags of V8's. Each has some 2 MB. */
const KEPT = 8;

/** What is compiled in this process. */
export class CodeCache {
  /** V8's version, the processor, and flags such as `--max-old-space-size`. */
  private readonly tag = cachedDataVersionTag();
  /** What was not found, by the names to keep it under. */
  private readonly fresh = new Map<string, Script>();

  /** @param folders where code may have been kept and is kept: the first that can be used; with none all is compiled each time */
  constructor(private readonly folders: readonly string[]) {}

  /**
   * Runs a module of CommonJS, whose text is one expression and ASCII: a function of `exports, require, module, __filename, __dirname` and
   * of `import`, which has no other way there.
   *
   * @returns what it exports
   */
  load(file: string): unknown {
    const bytes = readFileSync(file);
    const name = this.nameFor(bytes);
    const cachedData = this.find(name);
    const script = new Script(bytes.toString('latin1'), {
      filename: file,
      ...(cachedData === null ? {} : { cachedData }),
    });
    if (cachedData === null || script.cachedDataRejected === true) this.fresh.set(name, script);
    const module = { exports: {} };
    const importModule = (url: string): Promise<unknown> => import(url);
    script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file), importModule);
    return module.exports;
  }

  /** Keeps for later processes what V8 has compiled until now of the files whose code was not found. */
  keep(): void {
    // With flags that were set since the start, no other start would take it.
    if (this.folders.length > 0 && this.tag === cachedDataVersionTag()) {
      for (const [name, script] of this.fresh) this.write(name, script.createCachedData());
    }
    this.fresh.clear();
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

  private write(name: string, code: Buffer): void {
    const folder = this.folders.find((one) => makeOwnFolder(one) && writeSealed(join(one, name), code));
    if (folder !== undefined) removeOldest(folder);
  }
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
