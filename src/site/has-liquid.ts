/** Whether a text holds any Liquid at all. */
export function hasLiquid(text: string): boolean {
  return text.includes('{%') || text.includes('{{');
}

const [BRACE, PERCENT] = [0x7b, 0x25];

/** The same of a text's bytes in an encoding that has ASCII in it. */
export function hasLiquidBytes(bytes: Buffer): boolean {
  // Looking for one byte takes a sixth of the time that looking for a text takes.
  for (let at = bytes.indexOf(BRACE); at >= 0; at = bytes.indexOf(BRACE, at + 1)) {
    const next = bytes[at + 1];
    if (next === PERCENT || next === BRACE) return true;
  }
  return false;
}
