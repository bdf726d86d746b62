/**
 * Compiles `src/` into `lib/`: one bundle per entry point with shared chunks, and types beside it.
 *
 *   node esbuild.config.js                  bundles
 *   node esbuild.config.js --types          bundles and declarations (what npm's `prepare` runs)
 *   node esbuild.config.js --if-newer       does nothing when no source is newer than the last bundle
 *   node esbuild.config.js --run FILE ARGS  compiles a TypeScript program (a benchmark, the conformance table) and runs it
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const [mode, ...rest] = process.argv.slice(2);

if (mode === '--run') await run(rest[0], rest.slice(1));
else if (mode !== '--if-newer' || isStale()) await compile();
if (mode === '--types') declareTypes();

async function compile() {
  const { metafile } = await build({
    ...shared(),
    entryPoints: {
      cli: 'src/cli.ts',
      index: 'src/index.ts',
      markdown: 'src/markdown/index.ts',
      liquid: 'src/liquid/index.ts',
    },
    outdir: 'lib',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    // Left to Node: loaded only when used.
    external: ['sass', 'sass-embedded', 'chokidar', 'esbuild', 'highlight.js', 'highlight.js/*'],
    metafile: true,
  });
  removeStale(metafile.outputs);
}

/** Chunks carry a hash in their names: those of the bundle before go. */
function removeStale(outputs) {
  for (const name of readdirSync(join(root, 'lib/chunks'))) {
    if (!(`lib/chunks/${name}` in outputs)) rmSync(join(root, 'lib/chunks', name), { force: true });
  }
}

/** Runs a program of the project's own against the sources, the packages left to Node. */
async function run(file, args) {
  if (isStale()) await compile();
  const outfile = join(root, 'node_modules/.cache/utterson', `${basename(file, '.ts')}.js`);
  await build({ ...shared(), entryPoints: [file], outfile, packages: 'external' });
  process.argv = [process.execPath, join(root, file), ...args];
  await import(pathToFileURL(outfile).href);
}

function shared() {
  return {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    // CommonJS dependencies ask for Node's modules through `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  };
}

function declareTypes() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(
    process.execPath,
    [compiler, '-p', 'tsconfig.build.json', '--declaration', '--emitDeclarationOnly'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
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
