/**
 * The table of `npm run coverage`: how much of each room the tests execute. Vitest measures what runs in its own processes; added to
 * that is what the programs executed that tests start (`bin/utterson.js`, the packed library).
 *
 *   npm run coverage                                        a line a room
 *   npm run coverage -- serve                               a line a file of a room, with the lines that nothing executes
 *   node esbuild.config.js --run test/coverage/main.ts serve    the same of the last run
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { align } from '../conformance/table.js';
import { readChildCoverage } from './child-coverage.js';
import { addCounts, type Counts, type FileCounts, linesOf, type Share, shareOf } from './counts.js';

/** One file as vitest measured it, and with the started programs. */
interface Measured {
  /** From `src/`, with `/`. */
  readonly path: string;
  readonly alone: FileCounts;
  readonly all: FileCounts;
}

const files = await readFiles();
const room = process.argv[2];
console.log(room === undefined ? formatRooms() : formatFiles(room));

async function readFiles(): Promise<Measured[]> {
  const counts = JSON.parse(readFileSync('coverage/coverage-final.json', 'utf8')) as Counts;
  const children = await readChildCoverage();
  return Object.entries(counts).map(([path, alone]) => {
    const others = children.flatMap((part) => part[path] ?? []);
    const name = relative(join(process.cwd(), 'src'), path).replaceAll('\\', '/');
    return { path: name, alone, all: addCounts(alone, others) };
  });
}

function formatRooms(): string {
  const roomOf = ({ path }: Measured): string => path.replace(/\/.*/, '');
  const rooms = [...new Set(files.map(roomOf))].sort();
  const rows = rooms.map((name) =>
    rowOf(
      name,
      files.filter((file) => roomOf(file) === name),
    ),
  );
  const head = ['room', 'lines', '% in vitest', '% in all', 'branches', '% in vitest', '% in all'];
  return align([head, ...rows, rowOf('all', files)], 1);
}

function rowOf(name: string, own: readonly Measured[]): string[] {
  const alone = shareOf(own.map((file) => file.alone));
  const all = shareOf(own.map((file) => file.all));
  return [
    name,
    `${all.lines}`,
    percent(alone, 'lines'),
    percent(all, 'lines'),
    `${all.branches}`,
    percent(alone, 'branches'),
    percent(all, 'branches'),
  ];
}

function formatFiles(start: string): string {
  const own = files.filter(({ path }) => path.startsWith(start)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const rows = own.map(({ path, all }) => {
    const share = shareOf([all]);
    const missed = [...linesOf(all)].filter(([, isHit]) => !isHit).map(([line]) => line);
    return [path, missed.join(' '), percent(share, 'lines'), percent(share, 'branches')];
  });
  return align([['file', 'lines not executed', '% of lines', '% of branches'], ...rows]);
}

function percent(share: Share, what: 'lines' | 'branches'): string {
  return share[what] === 0 ? '–' : ((100 * share[`${what}Hit`]) / share[what]).toFixed(1);
}
