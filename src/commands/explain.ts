import { build, KeptEngines } from '../build.js';
import { prepareConfig } from '../config/load.js';
import type { Reporter } from '../report/logger.js';
import { explain as explanationOf } from './explain/explanation.js';
import { explanationJson, tellExplanation } from './explain/tell-explanation.js';
import { CommandError, type Invocation } from './line/command.js';
import { buildFlags } from './line/config-flags.js';
import { locateFrom, placesFrom } from './line/places.js';
import { silenced } from './line/silenced.js';

/**
 * `utterson explain PATH|URL`: what it is, what it is made of, whether the next build renders it and why, or why it is not there. The
 * site is built for that, but nothing is written. Fails when there is nothing of that name.
 */
export async function explain(invocation: Invocation): Promise<number> {
  const { args, directory, environment, flags, reporter, code } = invocation;
  const [asked, ...others] = args;
  if (asked === undefined || others.length > 0) {
    throw new CommandError('utterson explain takes one path or address, e.g. `utterson explain about.md`.');
  }
  const isJson = flags['json'] === true;
  const told: Reporter = isJson ? { ...reporter, info: () => {} } : reporter;
  const config = await prepareConfig({ directory, flags: buildFlags(flags), environment, reporter: told });
  const engines = new KeptEngines((file) => code.load(file));
  try {
    const result = await build({ config, reporter: silenced(reporter), engines, isDry: true });
    reporter.progress.clear();
    const placed = placesFrom(directory, config, reporter);
    for (const diagnostic of result.diagnostics) {
      if (diagnostic.severity === 'error') placed.report(diagnostic);
    }
    if (result.rendered.length === 0) {
      throw new CommandError('Before that is mended nothing is known of the site: not a page was rendered.');
    }
    const explanation = explanationOf(asked, directory, config, result);
    const locate = (path: string): string => locateFrom(directory, path, config);
    if (isJson) process.stdout.write(`${explanationJson(explanation)}\n`);
    else tellExplanation(explanation, config.directories.destination, reporter, locate);
    return explanation.found.length + explanation.leftOut.length > 0 ? 0 : 1;
  } finally {
    engines.dispose();
  }
}
