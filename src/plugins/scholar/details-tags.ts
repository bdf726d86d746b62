/** `{% cite_details %}` and `{% details_link %}`: links to the pages of entries, and their addresses (jekyll-scholar 7.3.0). */
import { LiquidError } from '../../liquid/errors.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy } from '../../ruby/value.js';
import type { Citations } from './citations.js';
import { detailsLink } from './details-address.js';
import { link } from './html.js';
import { scholarTag } from './scholar-tag.js';

/** Links, one a line. */
export function citeDetailsTag(citations: Citations): TagDefinition {
  return scholarTag({ name: 'cite_details', hasKeys: true }, citations, (scope, keys) =>
    keys
      .map((key) => {
        const entry = scope.entryOf(key);
        if (entry === null) return scope.missingReference;
        const { settings, config, options } = scope;
        const address = detailsLink(entry, settings, config);
        const label = settings.get('details_link');
        return link(address, options.text ?? (isTruthy(label) ? toS(label) : address));
      })
      .join('\n'),
  );
}

/** The address alone; there must be one. */
export function detailsLinkTag(citations: Citations): TagDefinition {
  return scholarTag({ name: 'details_link', hasKeys: true }, citations, (scope, [key = null]) => {
    const entry = scope.entryOf(key);
    if (entry !== null) return detailsLink(entry, scope.settings, scope.config);
    throw new LiquidError('ruby', `Could not find entry for key '${toS(key)}'`);
  });
}
