import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Frame } from '../liquid/run/frame.js';
import type { TagDefinition } from '../liquid/tag.js';
import { strip } from '../ruby/string.js';
import { toS } from '../ruby/to-s.js';

/** jekyll-youtube 1.0.0: the tag `youtube`, a video's player. */
export const youtube: EnginePlugin = {
  name: 'jekyll-youtube',
  isSafe: true,
  liquidTags: () => [youtubeTag],
};

const SHORT = /youtu\.be\/([^?]*)/;
const LONG = /(?<![^\n])[^\n]*(?:v\/|embed\/|watch\?)\??v?=?([^&?]*)/;

/** A site's own player, which knows the video's id as `youtube_id`, and nothing else. */
const TEMPLATE = 'youtube.html';
const HIDDEN = ['content', 'jekyll', 'layout', 'page', 'paginator', 'site', 'theme'].map(
  (name): [string, null] => [name, null],
);

/** Has no line break: it stands in Markdown. */
const STYLE =
  '<style>.embed-container { position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden; max-width: 100%; } ' +
  '.embed-container iframe, .embed-container object, .embed-container embed { position: absolute; top: 0; left: 0; width: 100%; height: 100%; }</style>';

/** `{% youtube "https://youtu.be/ID" %}`, or a variable. */
const youtubeTag: TagDefinition = {
  name: 'youtube',
  parse(markup, parser) {
    const { evaluate } = parser.expression(strip(markup));
    return {
      isBlank: false,
      encoding: 'told',
      write: (frame) => writePlayer(frame, idIn(toS(evaluate(frame)))),
    };
  },
};

function idIn(url: string): string | null {
  return (SHORT.exec(url) ?? LONG.exec(url))?.[1] ?? null;
}

function writePlayer(frame: Frame, id: string | null): void {
  frame.render.depend(`source:_includes/${TEMPLATE}`);
  const { root } = frame.config?.directories ?? { root: '' };
  if (existsSync(join(root, '_includes', TEMPLATE))) {
    const { path, text } = frame.render.readInclude(TEMPLATE);
    const inner = frame.isolated(new Map([...HIDDEN, ['youtube_id', id]]));
    const player = inner.runtime.template(path, text, frame.render);
    inner.runtime.withOwnCounters(() => player.renderInto(inner));
    frame.write(inner.text);
    frame.isAscii = inner.isAscii;
    return;
  }
  frame.isAscii = false;
  frame.write(
    `${STYLE}<div class='embed-container'>    <iframe title="YouTube video player" width="640" height="390" ` +
      `src="//www.youtube.com/embed/${id ?? ''}" frameborder="0" allowfullscreen></iframe></div>`,
  );
}
