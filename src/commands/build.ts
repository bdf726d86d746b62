import { build as buildSite, KeptEngines } from '../build.js';
import { prepareConfig } from '../config/load.js';
import type { Config } from '../model/config.js';
import { surprising } from '../report/left-out.js';
import type { CommandReporter } from '../report/logger.js';
import { buildOnce } from './build-once.js';
import { CommandError, type Invocation } from './line/command.js';
import { buildFlags } from './line/config-flags.js';
import { type JsonAnswer, printJson } from './line/json-output.js';
import { packageVersion } from './line/package-root.js';
import { placesFrom } from './line/places.js';
import { refuseNoSite } from './line/site-here.js';
import { runsOf } from './line/tell-runs.js';
import { verifyBuild, withHeldClock } from './verify-build.js';

/** `utterson build`: one build, or with `--watch` one after every change; the lines are Jekyll's (4.4.1, `Commands::Build`). */
export async function build(invocation: Invocation): Promise<number> {
  const { reporter, directory, environment, flags, code } = invocation;
  if (flags['json']) return await printJson(invocation, buildForJson);
  reporter.debug('Logging at level:', reporter.level);
  reporter.debug('Utterson Version:', packageVersion());
  const isVerified = flags['verify'] === true;
  const prepared = await prepareConfig({ directory, flags: buildFlags(flags), environment, reporter });
  const config = isVerified ? withHeldClock(prepared) : prepared;
  refuseNoSite(config, directory);
  const { settings, directories } = config;
  reporter.debug('Shape:', config.shapeReason);
  reporter.debug('Generation:', `Jekyll ${config.generation.number}, since ${config.generationReason}`);
  reporter.info('Source:', directories.source);
  reporter.info('Destination:', directories.destination);
  tellDevelopment(config, reporter);
  reporter.info('Generating...');
  if (settings.get('watch') === true) {
    if (isVerified) throw new CommandError('--verify checks one build: leave out --watch.');
    const { watch } = await import('./watch.js');
    return watch(config, invocation);
  }
  const engines = new KeptEngines((file) => code.load(file));
  try {
    const explains = flags['explain'] === true;
    const told = { config, reporter: placesFrom(directory, config, reporter), directory, explains };
    if (!(await buildOnce({ ...told, engines })).wentWell) return 1;
    if (isVerified && !(await verifyBuild(config, told.reporter, (file) => code.load(file)))) return 1;
    reporter.info('Auto-regeneration:', 'disabled. Use --watch to enable.');
    code.keep();
    return 0;
  } finally {
    engines.dispose();
  }
}

async function buildForJson({
  reporter,
  directory,
  environment,
  flags,
  code,
}: Invocation): Promise<JsonAnswer> {
  if (flags['watch'] || flags['verify']) {
    const other = flags['watch'] ? 'watch' : 'verify';
    throw new CommandError(`--json and --${other} exclude each other: one document tells of one build.`);
  }
  const config = await prepareConfig({ directory, flags: buildFlags(flags), environment, reporter });
  refuseNoSite(config, directory);
  const engines = new KeptEngines((file) => code.load(file));
  try {
    const start = performance.now();
    const result = await buildSite({ config, reporter: placesFrom(directory, config, reporter), engines });
    const { ok, pages, written, unchanged, removed, isOutputChanged } = result;
    const milliseconds = Math.round(performance.now() - start);
    const runs = flags['explain'] ? { runs: runsOf(result) } : {};
    const leftOut = surprising(result.leftOut).map(({ path, line, reason }) => ({ path, line, reason }));
    return { ok, isOutputChanged, pages, written, unchanged, removed, milliseconds, leftOut, ...runs };
  } finally {
    engines.dispose();
  }
}

/** What is built where sites are published, and for development, is most often built so by mistake. */
function tellDevelopment({ isEnvironmentSet, variables }: Config, reporter: CommandReporter): void {
  if (isEnvironmentSet || !isTruthyVariable(variables['CI'])) return;
  reporter.info('Environment:', 'development. What is published is built with JEKYLL_ENV=production');
}

/** Set, and not to what means no. */
function isTruthyVariable(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value);
}
