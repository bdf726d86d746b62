import { SiteError } from '../model/diagnostic.js';
import type { HookFailure } from '../model/hooks.js';
import * as messages from '../report/messages.js';
import { placeInPlugin } from '../report/plugin-place.js';
import { placeInMessages } from '../site/site-files.js';

/** What a hook threw as an error for the user, with plugin, event and place; one that was for the user already stays as it is. */
export function hookFailure(failure: HookFailure, root: string): Error {
  const { plugin, hook, thrown, item, caller } = failure;
  if (thrown instanceof SiteError) return thrown;
  const place = placeInPlugin(thrown, caller, root);
  const page = item === null ? null : placeInMessages(item.file);
  return new SiteError(messages.hookFailed(`${hook.owner}:${hook.event}`, plugin, thrown, place, page));
}
