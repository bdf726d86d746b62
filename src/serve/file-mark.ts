/** What tells whether a file is still the one that a build has read: cheap where its times can be trusted, its bytes where not. */
import { createHash } from 'node:crypto';
import { type BigIntStats, readFileSync, statSync } from 'node:fs';

/** A file, or its absence, at one moment. */
export interface FileMark {
  /** Inode, size and times; `null` when there is no such file. */
  readonly stamp: string | null;
  /** Milliseconds since the epoch: when it last changed, by the clock of its disk. */
  readonly changedAt: number;
  /** Of the bytes, where another save might leave the same stamp; else `null`. */
  readonly hash: string | null;
}

/** Two saves so close may get one time stamp: a disk's clock ticks every few milliseconds, FAT's every two seconds. */
const TICK = 50;
const COARSE_TICK = 2500;
/** Larger files are not read for it, in bytes; to write one takes longer than a tick. */
const LARGEST = 2 ** 25;

const ABSENT: FileMark = { stamp: null, changedAt: 0, hash: null };

/** The mark of what is there now. @param isHashed read the bytes even where the times tell enough */
export function markOf(path: string, isHashed = false): FileMark {
  const stats = statsOf(path);
  if (stats === undefined) return ABSENT;
  const { ino, size, mtimeNs, ctimeNs } = stats;
  const changedAt = Number((mtimeNs > ctimeNs ? mtimeNs : ctimeNs) / 1_000_000n);
  const isRead = stats.isFile() && size <= LARGEST && (isHashed || isInDoubt(stats, changedAt));
  return { stamp: `${ino} ${size} ${mtimeNs} ${ctimeNs}`, changedAt, hash: isRead ? hashOf(path) : null };
}

/** Whether a file is as it was. */
export function isAsMarked(path: string, mark: FileMark): boolean {
  const now = markOf(path, mark.hash !== null);
  return now.stamp === mark.stamp && (mark.hash === null || now.hash === mark.hash);
}

/** A clock that runs behind that of the disk puts every file in doubt, which costs time and nothing else. */
function isInDoubt({ mtimeNs, ctimeNs }: BigIntStats, changedAt: number): boolean {
  const isCoarse = mtimeNs % 1_000_000_000n === 0n && ctimeNs % 1_000_000_000n === 0n;
  return Date.now() - changedAt < (isCoarse ? COARSE_TICK : TICK);
}

function statsOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    // What cannot be looked at (`ENOTDIR`, `EACCES`, `ELOOP`) is as good as not there; a build that needs it says why.
    return undefined;
  }
}

function hashOf(path: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('base64');
  } catch {
    // Gone, or not to be read: its stamp has to do.
    return null;
  }
}
