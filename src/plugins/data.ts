import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Site } from '../model/site.js';
import type { Value } from '../ruby/value.js';

/**
 * jekyll-data 1.1.1: in templates `theme` is the section of the configuration that has the theme's name. Data and configuration of themes
 * are read without it (Jekyll 4.3 and later).
 */
export const data: EnginePlugin = {
  name: 'jekyll-data',
  isSafe: true,
  hooks: [{ owner: 'site', event: 'pre_render', priority: 'normal', run: setTheme }],
};

function setTheme({ config }: Site, payload: Map<string, Value> | null): void {
  payload?.set('theme', config.settings.get(config.settings.get('theme') ?? null) ?? null);
}
