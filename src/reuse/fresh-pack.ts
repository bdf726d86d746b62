/** The texts of a build that runs, in a pack of their own: where the build is kept they need not be written again. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type PackedText, TextPack } from './text-pack.js';

/** A pack that is made with its first text, and goes unless somebody takes it. */
export class FreshPack {
  private pack: TextPack | null = null;
  private isFull = false;
  private isTaken = false;

  /** @param path absolute; nothing is there */
  constructor(private readonly path: string) {}

  /** Whether it has any text. */
  get isUsed(): boolean {
    return this.pack !== null;
  }

  /** Takes a text of whole characters; `null` where the disk does not. */
  add(text: string): PackedText | null {
    if (this.isFull) return null;
    try {
      this.pack ??= openPack(this.path);
      return this.pack.add(text);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      // Whoever keeps the build meets the same then, and tells of it.
      this.isFull = true;
      return null;
    }
  }

  /** The pack for good, unless there is none, or it is not what it was. */
  take(): TextPack | null {
    if (this.isFull || this.pack === null || !existsSync(this.pack.path)) return null;
    this.isTaken = true;
    return this.pack;
  }

  /** Removes what nobody took; its texts can be read no more. */
  discard(): void {
    if (this.isTaken || this.pack === null) return;
    this.pack.close();
    rmSync(this.pack.path, { force: true });
    this.pack = null;
    this.isFull = true;
  }
}

/** A pack, in a folder that is made where it is missing. */
function openPack(path: string): TextPack {
  mkdirSync(dirname(path), { recursive: true });
  return new TextPack(path);
}
