const POLYNOMIAL = 0xedb88320;

/** The checksum of the text's UTF-8 bytes, as `Zlib.crc32` answers it (Node has one from 20.15 on only). */
export function crc32(text: string): number {
  let sum = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
