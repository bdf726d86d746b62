/**
 * Files that are whole or count as absent: their bytes stand behind their own SHA-256, and they appear under their name all at once.
 * V8 must not see a damaged code cache: it checks little, and what it misses ends the process.
 */
import { hash, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Bytes of a SHA-256. */
const SEAL = 32;

/** The bytes as they were written; `null` for a file that is missing, unreadable or not what was written. */
export function readSealed(file: string): Buffer | null {
  const sealed = attempt(() => readFileSync(file));
  if (sealed === null || sealed.length < SEAL) return null;
  const bytes = sealed.subarray(SEAL);
  return sealOf(bytes).equals(sealed.subarray(0, SEAL)) ? bytes : null;
}

/**
 * Whether the bytes could be written. Written under a name of its own and then moved, so that nobody reads half of it, and of two that
 * write at once the later wins.
 */
export function writeSealed(file: string, bytes: Buffer): boolean {
  const temporary = `${file}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  const isWritten = attempt(() => {
    writeFileSync(temporary, Buffer.concat([sealOf(bytes), bytes]), { flag: 'wx', mode: 0o600 });
    renameSync(temporary, file);
    return true;
  });
  if (isWritten === null) attempt(() => rmSync(temporary, { force: true }));
  return isWritten ?? false;
}

/** `null` where the file system refuses: a disk that is full, read-only or somebody else's costs speed and nothing else. */
export function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return null;
  }
}

function sealOf(bytes: Buffer): Buffer {
  return hash('sha256', bytes, 'buffer');
}
