import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { Frame } from '../liquid/run/frame.js';
import type { TagDefinition } from '../liquid/tag.js';
import { strip } from '../ruby/string.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy } from '../ruby/value.js';
import { crc32 } from './shared/crc32.js';
import { dig } from './shared/template-values.js';

/** jekyll-avatar 0.8.0: the tag `avatar`, a GitHub user's picture. */
export const avatar: EnginePlugin = {
  name: 'jekyll-avatar',
  isSafe: true,
  liquidTags: () => [avatarTag],
};

/** The variable of the environment with the address of another server's pictures; GitHub's own serves them when it is empty. */
const HOST_VARIABLE = 'PAGES_AVATARS_URL';
const DEFAULT_SIZE = '40';
/** From this size on a picture is not small. */
const LARGE = 48;
const SERVERS = 4;
const SCALES = [1, 2, 3, 4];

/** `{% avatar NAME size=80 lazy=true %}`, or `user=page.author` for a name in a variable; size and variable are read as written. */
const avatarTag: TagDefinition = {
  name: 'avatar',
  parse(markup) {
    const text = strip(markup);
    const size = /\bsize=(\d+)\b/i.exec(text)?.[1] ?? DEFAULT_SIZE;
    const variable = /\buser=([\w.]+)\b/.exec(text)?.[1];
    return {
      isBlank: false,
      write(frame) {
        const rendered = frame.capture(frame.runtime.inline(text));
        const user = variable === undefined ? userIn(rendered) : lookUp(variable, frame);
        frame.render.depend(`env:${HOST_VARIABLE}`);
        const host = frame.config?.variables[HOST_VARIABLE] ?? '';
        frame.write(image({ user, size, isLazy: rendered.includes('lazy=true'), host }));
      },
    };
  },
};

function userIn(text: string): string {
  const first = text.includes(' ') ? (/[^\s]+/.exec(text)?.[0] ?? '') : text;
  return first.replace(/^@/, '');
}

/** The variable's value, its name if there is none. */
function lookUp(variable: string, frame: Frame): string {
  const [first = '', ...keys] = variable.split('.');
  const value = dig(frame.lookup(first), ...keys);
  return isTruthy(value) ? toS(value) : variable;
}

interface Picture {
  readonly user: string;
  /** In pixels, as written. */
  readonly size: string;
  readonly isLazy: boolean;
  /** Address of the server that has it, `''` for GitHub's. */
  readonly host: string;
}

function image({ user, size, isLazy, host }: Picture): string {
  const path = (scale: number): string =>
    `${user}?v=3&s=${scale === 1 ? size : BigInt(size) * BigInt(scale)}`;
  const server = host === '' ? `https://avatars${crc32(path(1)) % SERVERS}.githubusercontent.com` : host;
  const folder = server.replace(/[?#].*$/s, '').replace(/\/?$/, '/');
  const url = (scale: number): string => folder + path(scale);
  const sources = SCALES.map((scale) => `${url(scale)} ${scale}x`).join(', ');
  const source = isLazy
    ? `src="" data-src="${url(1)}" data-srcset="${sources}"`
    : `src="${url(1)}" srcset="${sources}"`;
  const classes = Number(size) < LARGE ? 'avatar avatar-small' : 'avatar';
  return `<img class="${classes}" alt="${user}" width="${size}" height="${size}" data-proofer-ignore="true" ${source} />`;
}
