import { relative } from 'node:path';
import { loadConfig } from '../config/load.js';
import type { Config } from '../model/config.js';
import type { Reporter } from '../report/logger.js';
import { slashed } from '../ruby/file-path.js';
import type { Invocation } from './line/command.js';
import { configFlags } from './line/config-flags.js';
import { packageVersion } from './line/package-root.js';
import { isSite } from './line/site-here.js';

/** `utterson info`: what a report of a bug should say. Nothing of it is secret, and no path leads out of the site. */
export async function info(invocation: Invocation): Promise<number> {
  const { directory, environment, flags, reporter } = invocation;
  reporter.info('Utterson:', packageVersion());
  reporter.info('Node:', process.version);
  reporter.info('Platform:', `${process.platform} ${process.arch}`);
  const config = loadConfig({
    directory,
    flags: configFlags(flags),
    environment,
    reporter: quietly(reporter),
    ignoresMissingTheme: true,
  });
  if (isSite(config)) tellSite(config, reporter);
  else reporter.info('Site:', 'none in this folder');
  return 0;
}

function tellSite(config: Config, reporter: Reporter): void {
  const { configFiles, directories, generation, generationReason, plugins, bundle, settings } = config;
  const files = configFiles.map((file) => slashed(relative(directories.root, file)));
  const gems = new Set([...bundle.gems.map(({ name }) => name), ...plugins]);
  const theme = settings.get('remote_theme') ?? settings.get('theme');
  reporter.info('Shape:', config.shapeReason);
  reporter.info('Generation:', `Jekyll ${generation.number}, since ${generationReason}`);
  reporter.info('Environment:', config.environment);
  reporter.info('Configuration:', files.join(', ') || 'none');
  reporter.info('Theme:', typeof theme === 'string' ? withVersion(theme, config) : 'none');
  reporter.info('Plugins:', [...gems].map((name) => withVersion(name, config)).join(', ') || 'none');
}

function withVersion(name: string, config: Config): string {
  const version = config.lockedVersion(name);
  return version === null ? name : `${name} ${version}`;
}

/** Where the file is, the list says; what is wrong with it is told. */
function quietly(reporter: Reporter): Reporter {
  return { ...reporter, info: () => {}, warn: () => {} };
}
