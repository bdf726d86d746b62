import { strip } from '../../ruby/string.js';
import { toText } from '../../ruby/to-s.js';
import { LiquidError } from '../errors.js';
import type { Frame } from '../run/frame.js';
import type { TagDefinition } from '../tag.js';

/** `{% link path %}` (Jekyll 4.4.1, `Tags::Link`): the URL of a page, document or static file; the path may hold Liquid. */
export const link: TagDefinition = {
  name: 'link',
  parse(markup) {
    const path = strip(markup);
    const isPlain = !path.includes('{{') && !path.includes('{%');
    return {
      isBlank: false,
      write: (frame) => {
        const wanted = isPlain ? path : frame.capture(frame.runtime.inline(path));
        const target = frame.render.findLink(wanted);
        if (target === null) throw notFound(wanted, frame.render.nearLink?.('file', wanted) ?? null);
        frame.write(siteUrl(frame, target.url));
      },
    };
  },
};

/** With the site's `baseurl`, as the `relative_url` filter puts it; as it is for sites of Jekyll 3. */
export function siteUrl(frame: Frame, url: string): string {
  if (frame.render.config?.generation.linksHaveBaseurl === false) return url;
  const relativeUrl = frame.runtime.options.filters.get('relative_url');
  return relativeUrl === undefined ? url : toText(relativeUrl.apply(frame, url));
}

function notFound(path: string, hint: string | null): LiquidError {
  return new LiquidError(
    'ruby',
    `Could not find document '${path}' in tag 'link'.\n\nMake sure the document exists and the path is correct.\n`,
    { hint },
  );
}
