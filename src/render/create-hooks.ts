import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { SiteError } from '../model/diagnostic.js';
import { type HookFailure, Hooks } from '../model/hooks.js';
import * as messages from '../report/messages.js';
import { placeInPlugin } from '../report/plugin-place.js';
import { placeInMessages } from '../site/site-files.js';

/**
 * The hooks of a build's plugins.
 *
 * @param root absolute path of the site's folder, from which places are told
 * @throws SiteError for a hook that waits for what never happens
 */
export function createHooks(plugins: readonly EnginePlugin[], root: string): Hooks {
  const own = plugins.map(({ name, hooks = [], hooksOfBuild }) => ({
    name,
    hooks: [...hooks, ...(hooksOfBuild?.() ?? [])],
  }));
  return new Hooks(own, (failure) => hookFailure(failure, root));
}

/** What a hook threw as an error for the user, with plugin, event and place; one that was for the user already stays as it is. */
function hookFailure(failure: HookFailure, root: string): Error {
  const { plugin, hook, thrown, item, caller } = failure;
  if (thrown instanceof SiteError) return thrown;
  const place = placeInPlugin(thrown, caller, root);
  const page = item === null ? null : placeInMessages(item.file);
  return new SiteError(messages.hookFailed(`${hook.owner}:${hook.event}`, plugin, thrown, place, page));
}
