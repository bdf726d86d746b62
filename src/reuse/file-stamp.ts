/** What the file system says of a file, by which it is known to be the same without reading it. */
import type { Stats } from 'node:fs';
import type { FileStamp } from '../model/source-file.js';

/** The stamp in what `stat` says. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): FileStamp {
  return { size, modifiedAt: mtimeMs, changedAt: ctimeMs, inode: ino };
}

/** Whether a stamp is that of a file as it is. */
export function isStampOf(stamp: FileStamp, { size, mtimeMs, ctimeMs, ino }: Stats): boolean {
  return (
    stamp.size === size && stamp.modifiedAt === mtimeMs && stamp.changedAt === ctimeMs && stamp.inode === ino
  );
}

/** Whether two stamps are of one file, which nobody has changed from the one to the other. */
export function isEqualStamp(one: FileStamp, other: FileStamp): boolean {
  return (
    one.size === other.size &&
    one.modifiedAt === other.modifiedAt &&
    one.changedAt === other.changedAt &&
    one.inode === other.inode
  );
}

/** Milliseconds within which a file can be saved twice under one stamp: */
const GRAIN = {
  /** on most file systems, */
  fine: 50,
  /** and where times are whole seconds: some count two at a time. */
  coarse: 2_000,
};

/** Whether a stamp that was taken after a moment tells for sure that nobody saved the file since. @param moment in milliseconds since 1970 */
export function isSettled({ modifiedAt, changedAt }: FileStamp, moment: number): boolean {
  const isCoarse = changedAt % 1000 === 0;
  return Math.max(modifiedAt, changedAt) < moment - (isCoarse ? GRAIN.coarse : GRAIN.fine);
}
