/**
 * Writes what the reference makes of the cases of plugins in Ruby into their files, in the place of what stands there:
 *
 *   node scripts/ruby-cases.js COMMAND [TOPIC …]     COMMAND runs Jekyll 4.4.1 with folders in order and the clock of `SOURCE_DATE_EPOCH`
 */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseDocument } from 'yaml';

/** 2024-01-02T03:04:05Z, the time of all files and of the clock. */
const NOW = 1_704_164_645;
const folder = 'test/ruby-host/cases';

const [command, ...topics] = process.argv.slice(2);
if (command === undefined) throw new Error('usage: node scripts/ruby-cases.js COMMAND [TOPIC …]');
for (const file of readdirSync(folder)) {
  if (topics.length === 0 || topics.includes(basename(file, '.yml'))) fill(join(folder, file));
}

function fill(path) {
  const document = parseDocument(readFileSync(path, 'utf8'));
  document.contents.items.forEach((item, index) => {
    const { name, files } = document.toJS()[index];
    const outputs = build(files);
    if (outputs === null) console.log(`${path}: the reference fails at '${name}'`);
    else item.set('outputs', document.createNode(outputs));
  });
  writeFileSync(path, document.toString({ lineWidth: 140 }));
}

function build(files) {
  const site = mkdtempSync(join(tmpdir(), 'utterson-case-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), text);
      utimesSync(join(site, path), NOW, NOW);
    }
    const env = { ...process.env, STILL: '1', SOURCE_DATE_EPOCH: String(NOW), TZ: 'UTC', BUNDLE_GEMFILE: '' };
    const { status, stdout, stderr } = spawnSync(command, ['build', '--disable-disk-cache'], {
      cwd: site,
      env,
      encoding: 'utf8',
    });
    if (status !== 0) {
      console.log(stdout + stderr);
      return null;
    }
    return textsOf(join(site, '_site'));
  } finally {
    rmSync(site, { recursive: true });
  }
}

function textsOf(root) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
