import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { RubyHash } from '../../ruby/value.js';
import { collectMenus } from './collect-menus.js';
import { MenusDrop } from './menu-drops.js';

/** jekyll-menus 0.6.0: `site.menus`, of `_data/menus` and of what pages and documents say under `menus` or `menu`. */
export const menus: EnginePlugin = {
  name: 'jekyll-menus',
  isSafe: true,
  generators: [
    {
      // The gem looks right before rendering: addresses are settled, and what other generators made is there.
      name: 'Jekyll::Menus',
      priority: 'lowest',
      generate(site, tools) {
        const menus: RubyHash = new Map([['menus', new MenusDrop(collectMenus(site, tools))]]);
        return { site: menus };
      },
    },
  ],
};
