import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import * as messages from '../../report/messages.js';
import { dig } from '../shared/template-values.js';
import { svgTag } from './svg-tag.js';

/** jekyll-inline-svg 1.1.5: the tag `svg`, a picture's own text in the page. What `optimize` leaves out is left in, with a warning. */
export const inlineSvg: EnginePlugin = {
  name: 'jekyll-inline-svg',
  isSafe: true,
  generators: [
    {
      name: 'Jekyll::Tags::JekyllInlineSvg',
      priority: 'normal',
      generate({ config }, tools) {
        const isOptimized = dig(config.settings, 'svg', 'optimize') === true;
        if (isOptimized)
          tools.report(messages.svgNotOptimized(config.placeOf(['svg', 'optimize']) ?? undefined));
        return {};
      },
    },
  ],
  liquidTags: () => [svgTag()],
};
