import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Cluster, type Comparison, compareFolders, meansTheSame } from '../compare/compare-folders.js';
import type { CommandReporter } from '../report/logger.js';
import { slashed } from '../ruby/file-path.js';
import { isDirectory } from '../ruby/file-test.js';
import { CommandError, type Invocation } from './line/command.js';

/** So many clusters of one kind, and paths, are shown; `--json` has all. */
const SHOWN = 10;
/** So much of what was replaced is shown, in characters. */
const SHOWN_TEXT = 100;

/** `utterson diff OLD NEW`: compares two outputs by what they mean; fails when a reader would see a difference. */
export async function diff({ args, flags, reporter, directory }: Invocation): Promise<number> {
  const [old, now] = args;
  if (old === undefined || now === undefined) {
    throw new CommandError('You must name two folders, e.g. `utterson diff _site.jekyll _site`.');
  }
  const folders = [old, now].map((folder) => resolve(directory, folder)) as [string, string];
  for (const folder of folders) {
    if (!isDirectory(folder)) throw new CommandError(`${folder} is not a folder.`);
  }
  const comparison = compareFolders(...folders, filesIn);
  const isSame = meansTheSame(comparison);
  if (flags['json']) process.stdout.write(`${JSON.stringify({ ok: isSame, ...comparison }, null, 2)}\n`);
  else tell(comparison, isSame, reporter);
  return isSame ? 0 : 1;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => slashed(relative(folder, join(entry.parentPath, entry.name))));
}

function tell(comparison: Comparison, isSame: boolean, reporter: CommandReporter): void {
  const { same, onlyInOld, onlyInNew, clusters } = comparison;
  reporter.info('Same bytes:', files(same));
  for (const kind of new Set(clusters.map((cluster) => cluster.kind))) {
    const ofKind = clusters.filter((cluster) => cluster.kind === kind);
    tellKind(kind, ofKind, reporter);
  }
  tellPaths('Only in OLD:', onlyInOld, reporter);
  tellPaths('Only in NEW:', onlyInNew, reporter);
  if (clusters.length + onlyInOld.length + onlyInNew.length === 0) {
    reporter.info('Verdict:', 'The folders are the same, byte for byte.');
  } else if (isSame) {
    reporter.info('Verdict:', 'The folders mean the same: what differs, nobody sees.');
  } else {
    reporter.info('Verdict:', 'The folders differ.');
  }
}

function tellKind(kind: Cluster['kind'], clusters: readonly Cluster[], reporter: CommandReporter): void {
  const count = new Set(clusters.flatMap((cluster) => cluster.files)).size;
  const topic = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}:`;
  const ways = clusters.length > 1 ? `, in ${clusters.length} ways` : '';
  reporter.info(topic, files(count) + ways);
  for (const cluster of clusters.slice(0, SHOWN)) tellCluster(cluster, reporter);
  if (clusters.length > SHOWN) reporter.info('', `and ${clusters.length - SHOWN} more ways`);
}

function tellCluster(
  { files: paths, count, example }: Cluster,
  { info, raw, colors }: CommandReporter,
): void {
  const times = count === 1 ? 'once' : `${count} times`;
  const line = example === null ? '' : `:${example.line}`;
  info('', `${times} in ${files(paths.length)}, e.g. ${paths[0]}${line}`);
  if (example === null) return;
  raw('info', `${' '.repeat(20)}${colors.out.red(`- ${shown(example.old)}`)}`);
  raw('info', `${' '.repeat(20)}${colors.out.cyan(`+ ${shown(example.now)}`)}`);
}

function tellPaths(topic: string, paths: readonly string[], reporter: CommandReporter): void {
  if (paths.length === 0) return;
  reporter.info(topic, files(paths.length));
  for (const path of paths.slice(0, SHOWN)) reporter.info('', path);
  if (paths.length > SHOWN) reporter.info('', `and ${paths.length - SHOWN} more`);
}

/** White space as one sees it. */
function shown(text: string): string {
  const visible = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return visible.length > SHOWN_TEXT ? `${visible.slice(0, SHOWN_TEXT)}…` : visible;
}

function files(count: number): string {
  return `${count} ${count === 1 ? 'file' : 'files'}`;
}
