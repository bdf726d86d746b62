/**
 * Compiles `src/` into `lib/`:
 *
 *   cli.js, cli/                            the command line, one bundle with the packages it uses, for a quick start
 *   index.js markdown.js liquid.js, library/   the library, which imports the packages that are installed
 *   vendor/                                 what is used of packages too heavy to install: Sass, iconv-lite, highlight.js's grammars
 *   index.d.ts markdown.d.ts liquid.d.ts    types, one file an entry (scripts/declarations.js)
 *
 *   node esbuild.config.js                  bundles
 *   node esbuild.config.js --types          bundles and declarations (what npm's `prepare` runs)
 *   node esbuild.config.js --if-newer       does nothing when no source is newer than the last bundle
 *   node esbuild.config.js --run FILE ARGS  compiles a TypeScript program (a benchmark, the conformance table) and runs it
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { thirdPartyNotices } from './scripts/third-party-notices.js';

const root = dirname(fileURLToPath(import.meta.url));
const [mode, ...rest] = process.argv.slice(2);

if (mode === '--run') await run(rest[0], rest.slice(1));
else if (mode === '--types') await Promise.all([compile(), declareTypes()]);
else if (mode !== '--if-newer' || isStale()) await compile();

async function compile() {
  const results = await Promise.all([commandLine(), library(), vendor()]);
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(join(root, 'lib/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, inputs));
  removeStale(results.flatMap(({ metafile }) => Object.keys(metafile.outputs)));
}

function commandLine() {
  return build({
    ...program(),
    entryPoints: { cli: 'src/cli.ts' },
    chunkNames: 'cli/[name]-[hash]',
    // Left to Node: loaded only by commands that watch.
    external: ['chokidar'],
  });
}

/** Packages that users have, too, are theirs: a markdown-it plugin must extend the classes of the caller's markdown-it. */
function library() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return build({
    ...program(),
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
 * Installed, Sass and highlight.js are 18 MB in nine packages. Names are kept: with shorter ones, Sass takes a quarter longer to
 * start.
 */
function vendor() {
  const languages = 'node_modules/highlight.js/lib/languages';
  const grammars = grammarNames().map((name) => [
    `highlight.js/languages/${name}`,
    `${languages}/${name}.js`,
  ]);
  return build({
    ...shared(),
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    outdir: 'lib/vendor',
    entryPoints: {
      sass: 'node_modules/sass/sass.node.js',
      'iconv-lite': 'node_modules/iconv-lite/lib/index.js',
      'highlight.js/core': 'node_modules/highlight.js/lib/core.js',
      ...Object.fromEntries(grammars),
    },
    minifyWhitespace: true,
    metafile: true,
  });
}

/** highlight.js's names of the grammars that `src/highlight` uses. */
function grammarNames() {
  const table = readFileSync(join(root, 'src/highlight/fallback-grammars.ts'), 'utf8');
  return [...new Set(Array.from(table.matchAll(/: grammar\('([^']+)'/g), ([, name]) => name))];
}

/** Chunks carry a hash in their names: those of the bundle before go, and whatever else lies in folders of an earlier layout. */
function removeStale(outputs) {
  const kept = new Set(outputs.map((path) => join(root, path)));
  const lib = join(root, 'lib');
  for (const entry of readdirSync(lib, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.parentPath !== lib && !kept.has(path)) rmSync(path, { force: true });
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

/** Entries with shared chunks, and the maps that lead a stack (`--trace`) back to `src/`. */
function program() {
  return {
    ...shared(),
    ...asModule(),
    outdir: 'lib',
    splitting: true,
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

function shared() {
  return {
    absWorkingDir: root,
    // What another program has kept of a build counts for nothing.
    define: { PROGRAM_ID: JSON.stringify(programId()) },
    bundle: true,
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  };
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
  const compiled = statSync(join(root, 'lib/cli.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return ['src', 'package.json', 'package-lock.json', 'esbuild.config.js'].some(
    (name) => newest(join(root, name)) > compiled,
  );
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
