import type { Config } from '../model/config.js';
import { SiteError } from '../model/diagnostic.js';

/**
 * Called where a key of the configuration is used that nobody looks at before.
 *
 * @throws SiteError when it, or what stands below it, has the wrong type
 */
export function refuseWrongSetting(key: string, { errorsOnUse }: Config): void {
  const error = errorsOnUse.get(key);
  if (error) throw new SiteError(error);
}
