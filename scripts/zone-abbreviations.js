// Writes src/ruby/zone-abbreviations.ts from the machine's tz database: for every zone whose time has a name in letters,
// which name goes with which offset (the newest where one offset had several names). Run: node scripts/zone-abbreviations.js
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/usr/share/zoneinfo';
const SINCE = 0; // 1970
const SKIPPED = new Set(['posix', 'right', 'posixrules', 'localtime', 'Factory', 'SystemV']);

function* zones(folder = '') {
  for (const name of readdirSync(join(ROOT, folder)).sort()) {
    const path = join(folder, name);
    if (SKIPPED.has(name)) continue;
    if (statSync(join(ROOT, path)).isDirectory()) yield* zones(path);
    else if (readFileSync(join(ROOT, path)).toString('latin1', 0, 4) === 'TZif') yield path;
  }
}

/** The names in use since 1970, by offset in seconds; the second block of the file has 64-bit times. */
function namesByOffset(path) {
  const data = readFileSync(join(ROOT, path));
  const counts = (at) => [0, 1, 2, 3, 4, 5].map((i) => data.readUInt32BE(at + 20 + 4 * i));
  const [utc, std, leap, times, types, chars] = counts(0);
  let at = 44 + times * 5 + types * 6 + chars + leap * 8 + std + utc;
  const [, , , times2, types2] = counts(at);
  at += 44;
  const typeAt = at + times2 * 9;
  const charAt = typeAt + types2 * 6;
  const entry = (i) => {
    const start = charAt + data[typeAt + i * 6 + 5];
    return [data.readInt32BE(typeAt + i * 6), data.toString('latin1', start, data.indexOf(0, start))];
  };
  const found = new Map();
  let before = entry(0);
  for (let i = 0; i < times2; i++) {
    const next = entry(data[at + times2 * 8 + i]);
    if (Number(data.readBigInt64BE(at + i * 8)) >= SINCE)
      found.set(before[0], before[1]).set(next[0], next[1]);
    before = next;
  }
  return found.set(before[0], before[1]);
}

const groups = new Map();
for (const zone of zones()) {
  const names = [...namesByOffset(zone)].filter(
    ([offset, name]) => /^[A-Z]/.test(name) && !(offset === 0 && name === 'UTC'),
  );
  if (names.length === 0) continue;
  const key = names
    .sort((a, b) => a[0] - b[0])
    .map(([offset, name]) => `${name}=${offset}`)
    .join(' ');
  groups.set(key, [...(groups.get(key) ?? []), zone]);
}

const lines = [...groups].sort().map(([names, members]) => `  ['${names}', '${members.join(' ')}'],`);
writeFileSync(
  new URL('../src/ruby/time/zone-abbreviations.ts', import.meta.url),
  `// Written by scripts/zone-abbreviations.js from the tz database.

/** Names of zone time and their offsets in seconds east of UTC, with the zones that use them, blank separated. */
const GROUPS: readonly (readonly [names: string, zones: string])[] = [
${lines.join('\n')}
];

/** Each zone's names. */
const NAMES: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap(([names, zones]) => zones.split(' ').map((zone): [string, string] => [zone, names])),
);

/** What \`%Z\` prints in a zone (\`Europe/Berlin\`) at an offset; \`undefined\` where the name is the offset itself. */
export function zoneAbbreviation(zone: string, offset: number): string | undefined {
  return NAMES.get(zone)
    ?.split(' ')
    .find((name) => name.endsWith(\`=\${offset}\`))
    ?.replace(/=.*/, '');
}
`,
);
