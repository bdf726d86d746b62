import { KeptEngines } from '../build.js';
import { prepareConfig } from '../config/load.js';
import type { Config } from '../model/config.js';
import { buildOnce } from './build-once.js';
import type { Invocation } from './line/command.js';
import { buildFlags } from './line/config-flags.js';
import { packageVersion } from './line/package-root.js';
import { placesFrom } from './line/places.js';

/** `utterson build`: one build, or with `--watch` one after every change; the lines are Jekyll's (4.4.1, `Commands::Build`). */
export async function build(invocation: Invocation): Promise<number> {
  const { reporter, directory, environment, flags, code } = invocation;
  reporter.debug('Logging at level:', reporter.level);
  reporter.debug('Utterson Version:', packageVersion());
  const config = await prepareConfig({ directory, flags: buildFlags(flags), environment, reporter });
  const { settings, directories } = config;
  reporter.debug('Shape:', config.shapeReason);
  reporter.debug('Generation:', `Jekyll ${config.generation.number}, since ${config.generationReason}`);
  reporter.info('Source:', directories.source);
  reporter.info('Destination:', directories.destination);
  reporter.info('Incremental build:', incrementalState(config));
  reporter.info('Generating...');
  if (settings.get('watch') === true) {
    const { watch } = await import('./watch.js');
    return watch(config, invocation);
  }
  const engines = new KeptEngines((file) => code.load(file));
  try {
    const tools = { config, reporter: placesFrom(directory, config, reporter), engines };
    if (!(await buildOnce(tools)).wentWell) return 1;
    reporter.info('Auto-regeneration:', 'disabled. Use --watch to enable.');
    code.keep();
    return 0;
  } finally {
    engines.dispose();
  }
}

function incrementalState({ incremental }: Config): string {
  return incremental ? 'enabled' : 'disabled. Enable with --incremental';
}
