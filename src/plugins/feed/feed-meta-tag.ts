import type { Frame } from '../../liquid/run/frame.js';
import type { TagDefinition } from '../../liquid/tag.js';
import { isTruthy } from '../../ruby/value.js';
import { FilterTable } from '../shared/template-values.js';
import { feedReleaseOf } from './release.js';
import { readFeedSettings } from './settings.js';

/** `{% feed_meta %}`: the link by which browsers find the posts' feed. */
export function feedMetaTag(): TagDefinition {
  const filters = new FilterTable();
  return {
    name: 'feed_meta',
    parse: () => ({ isBlank: false, write: (frame) => frame.write(feedLink(frame, filters)) }),
  };
}

function feedLink(frame: Frame, filters: FilterTable): string {
  const settings = frame.config?.settings ?? new Map();
  for (const key of ['feed', 'title', 'name'] as const) frame.render.depend(`config:${key}`);
  const release = feedReleaseOf(frame.config);
  const escapes = release.hasTags ? ['xml_escape'] : [];
  const { path, ownPath, isOffInDevelopment } = readFeedSettings(settings, release);
  // What collections say of their paths is found out only where feeds are made.
  const isOff = isOffInDevelopment && frame.config?.environment === 'development';
  const href = filters.text(frame, (isOff ? ownPath : path) ?? 'feed.xml', 'absolute_url', ...escapes);
  const title = [settings.get('title'), settings.get('name')].find((value) => isTruthy(value ?? null));
  const attribute = title === undefined ? '' : ` title="${filters.text(frame, title, ...escapes)}"`;
  return `<link type="application/atom+xml" rel="alternate" href="${href}"${attribute} />`;
}
