/**
 * Writes `src/plugins/jemoji/emoji-names.ts` from gemoji's table: `node scripts/emoji-names.js PATH/db/emoji.json`. Run it when jemoji goes
 * by another gemoji.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WIDTH = 130;
const UNWRITTEN = new Set([0xfe0f, 0x200d]);

const emoji = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const lines = [''];
for (const { emoji: characters, aliases } of emoji) {
  const entry = `${[fileName(characters), ...aliases].join(' ')},`;
  if (lines.at(-1).length + entry.length > WIDTH) lines.push('');
  lines[lines.length - 1] += entry;
}
const table = lines
  .map((line) => `  '${line}'`)
  .join(' +\n')
  .replace(/,'$/, "'");

writeFileSync(
  join(import.meta.dirname, '../src/plugins/jemoji/emoji-names.ts'),
  `/** gemoji 4.1.0's names of emoji. Made by \`scripts/emoji-names.js\`. */

/** The name of a picture's file without its ending, then the names between colons, e.g. \`1f604 smile\`. */
const names =
${table};

/** The name of the picture's file for each name, e.g. \`1f604\` for \`smile\`. */
export function readEmojiNames(): ReadonlyMap<string, string> {
  return new Map(
    names.split(',').flatMap((entry) => {
      const [file = '', ...aliases] = entry.split(' ');
      return aliases.map((alias) => [alias, file] as const);
    }),
  );
}
`,
);

/** Code points in base 16; what joins them or asks for colour has no part in it. */
function fileName(characters) {
  const codePoints = [...characters].map((character) => character.codePointAt(0));
  const written = codePoints.filter((codePoint, index) => index === 0 || !UNWRITTEN.has(codePoint));
  return written.map((codePoint) => codePoint.toString(16).padStart(4, '0')).join('-');
}
