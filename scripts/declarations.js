/**
 * Writes the types of the package, one file for each of its entries, with nothing in them but what the entry can reach.
 *
 *   node scripts/declarations.js                  into lib/
 *   node scripts/declarations.js --report FOLDER  into lib/, and the API reports into FOLDER (`npm run api`)
 *
 * A report lists what an entry exports, without comments and in alphabetical order: a difference in it is a change of the interface.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Not below node_modules: what lies there counts as others' and is left out. */
const work = join(root, 'lib/work');
const compiled = join(work, 'types');

/** The entries of package.json's `exports`, and what the compiler makes of them. */
const entries = [
  { name: 'index', source: 'index.d.ts' },
  { name: 'markdown', source: 'markdown/index.d.ts' },
  { name: 'liquid', source: 'liquid/index.d.ts' },
];

/** Our comments are ours, not TSDoc's, and the compiler has had its say before. */
const messages = {
  compilerMessageReporting: { default: { logLevel: 'error' } },
  extractorMessageReporting: {
    default: { logLevel: 'error' },
    'ae-forgotten-export': { logLevel: 'none' },
    'ae-missing-release-tag': { logLevel: 'none' },
    'ae-undocumented': { logLevel: 'none' },
  },
  tsdocMessageReporting: { default: { logLevel: 'none' } },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [option, report] = process.argv.slice(2);
  writeDeclarations({
    folder: join(root, 'lib'),
    ...(option === '--report' ? { reportFolder: resolve(report) } : {}),
  });
}

/** Writes `NAME.d.ts` for each entry into a folder, and `NAME.api.md` into another if one is given. */
export function writeDeclarations({ folder, reportFolder }) {
  rmSync(compiled, { recursive: true, force: true });
  compile();
  if (reportFolder !== undefined) mkdirSync(reportFolder, { recursive: true });
  const configs = entries.map((entry) => extractorConfig(entry, folder, reportFolder));
  // Read once for all.
  const compilerState = CompilerState.create(configs[0], {
    additionalEntryPoints: configs.map((config) => config.mainEntryPointFilePath),
  });
  for (const config of configs) rollUp(config, compilerState);
}

function compile() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
}

function extractorConfig({ name, source }, folder, reportFolder) {
  const file = join(compiled, source);
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: file,
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { extends: './tsconfig.json', files: [file], include: [] } },
      apiReport: report(name, reportFolder),
      docModel: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: join(folder, `${name}.d.ts`) },
      tsdocMetadata: { enabled: false },
      messages,
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  });
}

function rollUp(config, compilerState) {
  const { errorCount } = Extractor.invoke(config, {
    compilerState,
    localBuild: true,
    messageCallback: (message) => {
      // Which version of TypeScript it reads declarations with.
      if (message.messageId === 'console-preamble') message.logLevel = 'none';
    },
  });
  if (errorCount > 0) throw new Error(`${config.mainEntryPointFilePath} could not be rolled up.`);
}

/** Types that are reachable, but not exported, stand in the report, too: who uses the interface depends on them. */
function report(name, reportFolder) {
  if (reportFolder === undefined) return { enabled: false };
  return {
    enabled: true,
    reportFolder,
    reportTempFolder: join(work, 'reports'),
    reportFileName: `${name}.api.md`,
    includeForgottenExports: true,
  };
}
