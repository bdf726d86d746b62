/** An entry of a tar archive. What its header says is the truth, unless `claims` has something else. */
export interface TarEntry {
  /** At most 100 bytes. */
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** `0` (the default) is a file, `1` a hard link, `2` a symbolic one, `3` to `6` devices, folder and FIFO, `x` a pax header. */
  readonly type?: string;
  /** Permissions; default 0o644. */
  readonly mode?: number;
  readonly link?: string;
  readonly claims?: { readonly size?: number; readonly checksum?: number; readonly magic?: string };
}

const BLOCK = 512;

/** A tar archive of these entries, with the two empty blocks that end it. */
export function makeTar(entries: readonly TarEntry[]): Buffer {
  return Buffer.concat([...entries.flatMap(packEntry), Buffer.alloc(2 * BLOCK)]);
}

/** The record of a pax header: its own length, key and value, e.g. `12 path=a/b` and a line feed. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(rest) + 1;
  while (Buffer.byteLength(`${length}${rest}`) !== length) length += 1;
  return `${length}${rest}`;
}

function packEntry({ name, content = '', type = '0', mode = 0o644, link = '', claims = {} }: TarEntry) {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100);
  header.write(octal(mode, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(claims.size ?? bytes.length, 11), 124);
  header.write(octal(0, 11), 136);
  header.write(' '.repeat(8), 148);
  header.write(type, 156);
  header.write(link, 157, 100);
  header.write(claims.magic ?? 'ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(claims.checksum ?? sum, 6)}\0 `, 148);
  return [header, bytes, Buffer.alloc(-bytes.length & (BLOCK - 1))];
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}
