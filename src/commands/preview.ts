import { existsSync } from 'node:fs';
import { prepareConfig } from '../config/load.js';
import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { openSiteServer } from '../serve/site-server.js';
import { isServedOutput } from '../write/served-mark.js';
import { localAddress, tellAddresses } from './addresses.js';
import { CommandError, type Invocation } from './line/command.js';
import { buildFlags } from './line/config-flags.js';
import { untilInterrupted } from './line/until-interrupted.js';
import { openBrowser } from './open-browser.js';
import { startedServer } from './started-server.js';

/**
 * `utterson preview`: serves what was built, as a host would, and builds nothing. Fails for what `serve` wrote: that is not what visitors
 * would get.
 */
export async function preview(invocation: Invocation): Promise<number> {
  const { directory, environment, flags, reporter } = invocation;
  const own = buildFlags(flags);
  const server = await startedServer(() =>
    openSiteServer({
      chosen: new Set(Object.keys(own)),
      reporter,
      workshop: null,
      loadConfig: async (_, told) => {
        const config = await prepareConfig({ directory, flags: own, environment, reporter: told });
        refuse(config);
        return config;
      },
    }),
  );
  reporter.info('Serving:', server.config.directories.destination);
  tellAddresses(server.url, reporter, process.stdout.isTTY);
  reporter.info('Server running...', 'press ctrl-c to stop.');
  if (server.options.openBrowser) openBrowser(localAddress(server.url), reporter);
  await untilInterrupted();
  await server.close();
  return 0;
}

/** @throws CommandError where nothing was built, SiteError for what `serve` wrote */
function refuse(config: Config): void {
  const { destination } = config.directories;
  if (!existsSync(destination))
    throw new CommandError(`There is nothing in ${destination}.\nBuild the site first: utterson build`);
  if (isServedOutput(config)) throw new SiteError(messages.servedOutput(destination));
}
