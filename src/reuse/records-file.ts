/**
 * Files of records: JSON and a text of ASCII under a line that holds a sum of them, the name of what they go with, and the length of the
 * JSON. They are replaced at one go; one that is cut short or damaged is as good as none.
 */
import { closeSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { asciiJson } from './json-codec.js';

/** Of the line before the records, in bytes. */
const LONGEST_HEAD = 128;

/** The line before the records. */
export interface RecordsHead {
  /** Of all that follows. */
  readonly sum: string;
  /** What the records go with, a word. */
  readonly partner: string;
}

/** Records with what stands beside them. */
export interface Records extends RecordsHead {
  readonly records: unknown;
  readonly text: string;
}

/** The line alone; `null` where there is none. */
export function readHead(path: string): RecordsHead | null {
  try {
    const descriptor = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(LONGEST_HEAD);
      const [line] = bytes.toString('latin1', 0, readSync(descriptor, bytes)).split('\n', 1);
      const [sum, partner] = line!.split(' ');
      return sum === undefined || partner === undefined ? null : { sum, partner };
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Not there, or not to be read: all the same.
    return null;
  }
}

/** All of it; `null` in any doubt. */
export function readRecords(path: string): Records | null {
  try {
    const bytes = readFileSync(path);
    const head = bytes.indexOf('\n') + 1;
    const [sum, partner, length] = bytes.toString('latin1', 0, head - 1).split(' ');
    if (sum !== String(crc32(bytes.subarray(head)))) return null;
    const end = head + Number(length);
    const records: unknown = JSON.parse(bytes.toString('latin1', head, end));
    return { sum, partner: partner!, records, text: bytes.toString('latin1', end) };
  } catch {
    // Not there, cut short, or of another form: all the same.
    return null;
  }
}

/**
 * @param text of ASCII alone
 * @throws what Node says of a disk that takes no more
 */
export function writeRecords(
  path: string,
  { partner, records, text }: Pick<Records, 'partner' | 'records' | 'text'>,
): void {
  const json = asciiJson(records);
  const parts = [Buffer.from(json, 'latin1'), Buffer.from(text, 'latin1')];
  const sum = parts.reduce((before, part) => crc32(part, before), 0);
  writeFileSync(`${path}.new`, Buffer.concat([Buffer.from(`${sum} ${partner} ${json.length}\n`), ...parts]));
  renameSync(`${path}.new`, path);
}
