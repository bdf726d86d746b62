import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip archive. What headers say is the truth, unless `claims` has something else. */
export interface ZipEntry {
  /** With the top folder, e.g. `minima-HEAD/_layouts/post.html`; a folder ends with `/`. */
  readonly name: string | Buffer;
  readonly content?: string | Uint8Array;
  /** The content as it lies in the archive, where that is not to be made of it. */
  readonly packed?: Buffer;
  /** As `stat` has it, e.g. 0o100755, 0o120000 for a link; 0 when nothing is said. */
  readonly mode?: number;
  readonly claims?: ZipClaims;
}

export interface ZipClaims {
  /** General purpose bits: 1 is encrypted, 0x800 (the default) a name in UTF-8. */
  readonly flags?: number;
  /** 0 is stored, 8 deflated (the default); others are only said. */
  readonly method?: number;
  readonly crc?: number;
  readonly compressedSize?: number;
  readonly size?: number;
  /** Name in the header before the content. */
  readonly localName?: string;
  /** Where that header is said to lie, in bytes. */
  readonly offset?: number;
}

/** What GitHub's archive host makes of a repository. */
export interface ZipOptions {
  /** The commit. */
  readonly comment?: string;
  readonly top?: string;
}

/**
 * A zip archive as GitHub's archive host packs: all in one folder, the commit as comment.
 *
 * @param files content by path in the repository
 */
export function makeZip(
  files: Readonly<Record<string, string | Uint8Array>>,
  { comment = '0123456789'.repeat(4), top = 'theme-HEAD' }: ZipOptions = {},
): Buffer {
  const entries = Object.entries(files).map(([path, content]) => ({ name: `${top}/${path}`, content }));
  return packZip([{ name: `${top}/` }, ...entries], comment);
}

/** A zip archive of these entries. */
export function packZip(entries: readonly ZipEntry[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = packEntry(entry, offset);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...parts, ...directory, end, Buffer.from(comment)]);
}

function packEntry(entry: ZipEntry, offset: number) {
  const { name, content = '', mode = 0, claims = {} } = entry;
  const bytes = Buffer.from(content);
  const { method = 8 } = claims;
  const packed = entry.packed ?? (method === 8 ? deflateRawSync(bytes) : bytes);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(claims.flags ?? 0x800, 2);
  shared.writeUInt16LE(method, 4);
  shared.writeUInt32LE(claims.crc ?? crc32(bytes), 10);
  shared.writeUInt32LE(claims.compressedSize ?? packed.length, 14);
  shared.writeUInt32LE(claims.size ?? bytes.length, 18);
  const nameBytes = Buffer.from(name);
  shared.writeUInt16LE(nameBytes.length, 22);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  // Made under Unix.
  central.writeUInt16LE(0x0314, 4);
  shared.copy(central, 6);
  central.writeUInt32LE(mode * 0x10000, 38);
  central.writeUInt32LE(claims.offset ?? offset, 42);
  const localName = Buffer.from(claims.localName ?? name);
  shared.writeUInt16LE(localName.length, 22);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), shared, localName, packed]),
    central: Buffer.concat([central, nameBytes]),
  };
}
