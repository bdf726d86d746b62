/**
 * Compiles `src/` into `lib/`:
 *
 *   launch.cjs cli.cjs highlight.cjs        the command line, with the packages it uses: what starts at once, the rest, lexers
 *   ahead.cjs convert-ahead.cjs             a thread that converts Markdown: what starts at once, the rest
 *   index.js markdown.js liquid.js, library/   the library, which imports the packages that are installed
 *   serve-client.js                         what pages get while serving
 *   ruby/                                   what runs beside a build whose plugins are in Ruby: threads, and the shim in Ruby itself
 *   vendor/                                 what is used of packages too heavy to install: Sass, iconv-lite
 *   index.d.ts markdown.d.ts liquid.d.ts    types, one file an entry (scripts/declarations.js)
 *
 *   node esbuild.config.js                  bundles
 *   node esbuild.config.js --types          bundles and declarations (what npm's `prepare` runs, by bin/prepare.js)
 *   node esbuild.config.js --if-newer       does nothing when no source is newer than the last bundle
 *   node esbuild.config.js --run FILE ARGS  compiles a TypeScript program (a benchmark, the conformance table) and runs it
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { asciiSources } from './scripts/ascii-sources.js';
import { rubyParts } from './scripts/ruby-parts.js';
import { thirdPartyNotices } from './scripts/third-party-notices.js';

const root = dirname(fileURLToPath(import.meta.url));
/** How a script begins that has no `import.meta`. */
const SCRIPT_HEAD = "'use strict'; const __address = require('node:url').pathToFileURL(__filename).href;";

const [mode, ...rest] = process.argv.slice(2);

if (mode === '--run') await run(rest[0], rest.slice(1));
else if (mode === '--types') await Promise.all([compile(), declareTypes()]);
else if (mode !== '--if-newer' || isStale()) await compile();

async function compile() {
  const results = await Promise.all([
    launch(),
    commandLine(),
    library(),
    vendor(),
    sass(),
    serveClient(),
    ruby(),
  ]);
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(join(root, 'lib/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, inputs));
  removeStale(results.flatMap(({ metafile }) => Object.keys(metafile.outputs)));
}

function launch() {
  return build({
    ...program(),
    ...asScript(),
    entryPoints: { launch: 'src/launch.ts', ahead: 'src/render/ahead/worker.ts' },
    banner: { js: SCRIPT_HEAD },
  });
}

/** A file whose parts run when they are first used, and one for the lexers. */
async function commandLine() {
  const result = await build({
    ...program(),
    ...asScript(),
    ...asFunction(SCRIPT_HEAD),
    entryPoints: {
      cli: 'src/cli.ts',
      highlight: 'src/highlight/create-lexer-by-lexer.ts',
      'convert-ahead': 'src/render/ahead/convert-ahead.ts',
    },
    alias: { 'js-yaml': './src/read/js-yaml.ts' },
    // Statements stay as they are written: coverage is counted by them.
    minifyWhitespace: true,
    minifyIdentifiers: false,
    // Node shows the line on which an error is thrown that nobody catches.
    lineLimit: 120,
  });
  for (const name of ['cli', 'highlight', 'convert-ahead']) refuseBeyondAscii(`lib/${name}.cjs`);
  return result;
}

/**
 * For `src/code-cache`: a function of CommonJS's five values and `import`; where Node loads it by itself, that function's call. ASCII is
 * kept and read as single bytes.
 */
function asFunction(head = '') {
  const values = 'exports, require, module, __filename, __dirname';
  const ownCall = `run(${values}, (url) => import(url))`;
  return {
    banner: {
      js: `(function (run) { return typeof module === 'undefined' ? run : ${ownCall}; })((function (${values}, __import) {\n${head}`,
    },
    footer: { js: '}));' },
    charset: 'ascii',
    plugins: [asciiSources],
  };
}

function refuseBeyondAscii(path) {
  const [found] = readFileSync(join(root, path), 'utf8').match(/.{0,30}[^\0-\x7f].{0,30}/) ?? [];
  if (found !== undefined) throw new Error(`${path} must be ASCII: ${found}`);
}

/** Packages that users have, too, are theirs: a markdown-it plugin must extend the classes of the caller's markdown-it. */
function library() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return build({
    ...program(),
    ...asModule(),
    splitting: true,
    entryPoints: {
      index: 'src/index.ts',
      markdown: 'src/markdown/index.ts',
      liquid: 'src/liquid/index.ts',
    },
    chunkNames: 'library/[name]-[hash]',
    external: Object.keys(dependencies),
  });
}

/**
 * Installed, Sass is 6 MB in several packages. Names are kept: with shorter ones, Sass takes a quarter longer to start.
 */
function vendor() {
  const packages = { 'iconv-lite': 'node_modules/iconv-lite/lib/index.js' };
  return build({ ...vendored(), entryPoints: packages });
}

/** The script that pages get while serving: for browsers of the last years. */
function serveClient() {
  return build({
    ...shared(),
    entryPoints: { 'serve-client': 'src/serve/client/main.ts' },
    outdir: 'lib',
    platform: 'browser',
    format: 'iife',
    target: ['chrome105', 'firefox110', 'safari16.4'],
    minifyWhitespace: true,
    minifySyntax: false,
    metafile: true,
  });
}

/** Threads have files of their own, and Ruby reads its own. */
function ruby() {
  return build({
    ...shared(),
    ...asScript(),
    entryPoints: {
      worker: 'src/ruby-host/wasm/worker.ts',
      watchdog: 'src/ruby-host/system/watchdog.ts',
      http: 'src/ruby-host/services/http-child.ts',
      shim: 'src/ruby-host/shim/main.rb',
    },
    loader: { '.rb': 'copy' },
    plugins: [rubyParts],
    banner: { js: SCRIPT_HEAD },
    outdir: 'lib/ruby',
    minifyWhitespace: true,
    metafile: true,
  });
}

async function sass() {
  const result = await build({
    ...vendored(),
    ...asFunction(),
    entryPoints: { sass: 'node_modules/sass/sass.node.js' },
  });
  refuseBeyondAscii('lib/vendor/sass.cjs');
  return result;
}

function vendored() {
  return {
    ...shared(),
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    outdir: 'lib/vendor',
    minifyWhitespace: true,
    metafile: true,
  };
}

/** Chunks carry a hash in their names: those of the bundle before go, and whatever else lies in folders of an earlier layout. */
function removeStale(outputs) {
  const kept = new Set(outputs.map((path) => join(root, path)));
  const lib = join(root, 'lib');
  for (const entry of readdirSync(lib, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const isOurs = entry.parentPath !== lib || /\.c?js(?:\.map)?$/.test(entry.name);
    if (entry.isFile() && isOurs && !kept.has(path)) rmSync(path, { force: true });
  }
}

/** Runs a program of the project's own against the sources, the packages left to Node. */
async function run(file, args) {
  if (isStale()) await compile();
  // Not below node_modules, from where the `imports` of package.json aren't seen.
  const outfile = join(root, 'lib/work', `${basename(file, '.ts')}.js`);
  await build({ ...shared(), ...asModule(), entryPoints: [file], outfile, packages: 'external' });
  process.argv = [process.execPath, join(root, file), ...args];
  await import(pathToFileURL(outfile).href);
}

/** With the maps that lead a stack (`--trace`) back to `src/`. */
function program() {
  return {
    ...shared(),
    outdir: 'lib',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
  };
}

function asModule() {
  return {
    format: 'esm',
    // CommonJS dependencies ask for Node's modules through `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  };
}

function asScript() {
  return {
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    define: { ...defined(true), 'import.meta.url': '__address' },
  };
}

function shared() {
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    define: defined(false),
    logLevel: 'warning',
  };
}

/** What the sources ask: whether all modules are in one file, and which program they are, for what it keeps of a build counts for no other. */
function defined(isOneFile) {
  return { __ONE_FILE__: String(isOneFile), PROGRAM_ID: JSON.stringify(programId()) };
}

/** Another one when any of the sources is. */
function programId() {
  const hash = createHash('sha256');
  for (const path of ['package-lock.json', ...sourcesIn('src')]) hash.update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 16);
}

function sourcesIn(folder) {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .sort();
}

/** With a library that is loaded for this alone. */
async function declareTypes() {
  const { writeDeclarations } = await import('./scripts/declarations.js');
  writeDeclarations({ folder: join(root, 'lib') });
}

function isStale() {
  const compiled = statSync(join(root, 'lib/cli.cjs'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return ['src', 'package.json', 'package-lock.json', 'esbuild.config.js'].some(
    (name) => newest(join(root, name)) > compiled,
  );
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
