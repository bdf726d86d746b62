/**
 * Writes `src/plugins/jemoji/emoji-names.ts` from gemoji's tables: `node scripts/emoji-names.js 4.1.0.json 4.0.1.json 3.0.1.json`, each a
 * release's `db/emoji.json`. Run it when jemoji goes by another gemoji.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const WIDTH = 130;
const UNWRITTEN = new Set([0xfe0f, 0x200d]);

const [newest, ...older] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));
const [names, ...former] = [newest, ...older].map(pictures);
const [in40, in30] = former;
const namesOf = (table, has) => [...table.keys()].filter(has).map((name) => `${name} `);
const since41 = namesOf(names, (name) => !in40.has(name));
const since40 = namesOf(in40, (name) => !in30.has(name));
const until40 = [...in30]
  .filter(([name, file]) => in40.get(name) !== file)
  .map(([name, file]) => `${file} ${name},`);

writeFileSync(
  join(import.meta.dirname, '../src/plugins/jemoji/emoji-names.ts'),
  `/** gemoji's names of emoji. Made by \`scripts/emoji-names.js\`. */

/** In 4.1.0: the name of a picture's file without its ending, then the names between colons, e.g. \`1f604 smile\`. */
export const NAMES =
${text(newest.map(({ emoji: characters, aliases }) => `${[fileName(characters), ...aliases].join(' ')},`))};

/** Those that 4.1.0 was the first to have. */
export const SINCE_41 =
${text(since41)};

/** Those that 4.0.0 was the first to have. */
export const SINCE_40 =
${text(since40)};

/** What 3.0.1 has otherwise: the picture's file, and the name; files that are no code points are GitHub's own pictures. */
export const UNTIL_40 =
${text(until40)};
`,
);

/** Name → file. GitHub's own pictures are called by their first names. */
function pictures(emoji) {
  const entries = emoji.flatMap(({ emoji: characters, aliases }) =>
    aliases.map((alias) => [alias, characters === undefined ? aliases[0] : fileName(characters)]),
  );
  return new Map(entries);
}

/** A text of many parts, over lines. */
function text(parts) {
  const lines = [''];
  for (const part of parts) {
    if (lines.at(-1).length + part.length > WIDTH) lines.push('');
    lines[lines.length - 1] += part;
  }
  return lines
    .map((line) => `  '${line}'`)
    .join(' +\n')
    .replace(/[ ,]'$/, "'");
}

/** Code points in base 16; what joins them or asks for colour has no part in it. */
function fileName(characters) {
  const codePoints = [...characters].map((character) => character.codePointAt(0));
  const written = codePoints.filter((codePoint, index) => index === 0 || !UNWRITTEN.has(codePoint));
  return written.map((codePoint) => codePoint.toString(16).padStart(4, '0')).join('-');
}
