/**
 * Compiles `src/` into `lib/`: one bundle per entry point with shared chunks, and types beside it.
 *
 *   node esbuild.config.js             bundles
 *   node esbuild.config.js --types     bundles and declarations (what npm's `prepare` runs)
 *   node esbuild.config.js --if-newer  does nothing when no source is newer than the last bundle
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const entry = {
  cli: 'src/cli.ts',
  index: 'src/index.ts',
  markdown: 'src/markdown/index.ts',
  liquid: 'src/liquid/index.ts',
};
/** Left to Node: loaded only when used, or too large to parse at every start. */
const external = ['sass', 'sass-embedded', 'chokidar', 'esbuild', 'ws', 'highlight.js'];

if (!process.argv.includes('--if-newer') || isStale()) await compile();

async function compile() {
  rmSync(join(root, 'lib'), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: entry,
    outdir: 'lib',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    chunkNames: 'chunks/[name]-[hash]',
    external,
    // CommonJS dependencies ask for Node's modules through `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  if (process.argv.includes('--types')) {
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/typescript/bin/tsc'),
        '--declaration',
        '--emitDeclarationOnly',
        '--rootDir',
        'src',
        '-p',
        'tsconfig.build.json',
      ],
      { cwd: root, stdio: 'inherit' },
    );
  }
}

function isStale() {
  const compiled = modified(join(root, 'lib/cli.js'));
  return ['src', 'package.json', 'esbuild.config.js', 'tsconfig.json'].some(
    (name) => newest(join(root, name)) > compiled,
  );
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
