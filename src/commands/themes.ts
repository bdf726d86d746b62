import { type KeptTheme, listThemes, updateThemes, vendorThemes } from '../config/keep-themes.js';
import type { LoadOptions } from '../config/load.js';
import { CommandError, type Invocation } from './line/command.js';
import { configFlags } from './line/config-flags.js';

/** `utterson themes`: what a site fetches, listed, updated (`update [NAME…]`) or copied into the site (`vendor`). */
export async function themes(invocation: Invocation): Promise<number> {
  const [action = 'list', ...names] = invocation.args;
  const { directory, environment, flags, reporter } = invocation;
  const options: LoadOptions = { directory, environment, flags: configFlags(flags), reporter };
  if (action === 'list') tellAll(listThemes(options), invocation, describe);
  else if (action === 'update') tellAll(await updateThemes(options, names), invocation, describeUpdate);
  else if (action === 'vendor') await vendor(options, invocation);
  else throw new CommandError(`utterson themes takes list, update or vendor, not '${action}'.`);
  return 0;
}

function tellAll(
  themes: readonly KeptTheme[],
  { reporter }: Invocation,
  describe: (theme: KeptTheme) => string,
): void {
  if (themes.length === 0) reporter.info('Theme:', 'none that is fetched');
  for (const theme of themes) reporter.info('Theme:', `${theme.name}: ${describe(theme)}`);
}

function describe({ state, vendored }: KeptTheme): string {
  if (state === null) return 'not locked';
  return vendored === null ? `${state}, locked` : `${state}, locked, in ${vendored}`;
}

/** A copy in the site stays as it is: somebody may have changed it. */
function describeUpdate({ state, before, vendored }: KeptTheme): string {
  if (state === null) return 'not fetched, so that there is nothing to update';
  const change = state === before ? `${state}, as before` : `${before ?? 'nothing'} → ${state}`;
  if (vendored === null) return change;
  return `${change}; ${vendored} is not used any more, \`utterson themes vendor\` copies anew`;
}

async function vendor(options: LoadOptions, { reporter }: Invocation): Promise<void> {
  const copied = await vendorThemes(options);
  if (copied.length === 0) reporter.info('Theme:', 'none to copy');
  for (const { name, folder } of copied) {
    const state = folder === null ? 'not fetched, so that there is nothing to copy' : `copied to ${folder}`;
    reporter.info('Theme:', `${name}: ${state}`);
  }
}
