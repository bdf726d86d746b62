/** Pictures that are no pictures: sound, films, and players of other sites (`MediaProcessor`). */

import { parseDocument, writeDocument } from '../../html/document.js';
import { descendants, type HtmlElement, replaceNode } from '../../html/node.js';
import { parseFragment } from '../../html/parse-fragment.js';
import { decodeForm, encodeForm } from '../../ruby/form.js';
import { toBytes } from '../../ruby/percent.js';
import { parseStandardUri, standardUriToText } from '../../ruby/standard-uri.js';
import { toS } from '../../ruby/to-s.js';
import { isTruthy, type RubyHash, type Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';

/** Who plays what. */
interface Player {
  readonly element: 'audio' | 'video' | 'iframe';
  /** Finds the name of the thing in an address, as its second group. */
  readonly pattern: RegExp;
  /** What stands before the name in the player's address; `null` for the address as it is. */
  readonly base: string | null;
  /** In pixels; `null` for that of the settings. */
  readonly height: number | null;
}

function player(
  element: Player['element'],
  pattern: RegExp,
  base: string | null = null,
  height: number | null = null,
): Player {
  return { element, pattern, base, height };
}

/** The first that knows an address has it. SoundCloud's name of a track is on its page, which nobody asks for here: it stays empty. */
const PLAYERS: readonly Player[] = [
  player('audio', /(https?:\/\/)?.*\/(.+?\.(?:mp3|wav|ogg|mid|midi|aac|wma))/),
  player('video', /(https?:\/\/)?.*\/(.+?\.(?:avi|mp4|webm|ogg|ogv|flv|mkv|mov|wmv|3gp|rmvb|asf))/),
  player(
    'iframe',
    /(https?:)?\/\/.*youtu.*(?<=\?v=|embed\/|\.be\/)([a-zA-Z0-9_-]+)/,
    'https://www.youtube.com/embed/',
  ),
  player('iframe', /(https?:)?\/\/vimeo\.com\/([0-9]+)/, 'https://player.vimeo.com/video/'),
  player(
    'iframe',
    /(https?:)?\/\/(?:www\.)?dai\.?ly(?:motion\.com\/video)?\/([a-zA-Z0-9_-]+)/,
    'https://www.dailymotion.com/embed/video/',
  ),
  player(
    'iframe',
    /(https?:)?\/\/open\.spotify\.com\/track\/([a-zA-Z0-9_-]+)/,
    'https://open.spotify.com/embed/track/',
    80,
  ),
  player(
    'iframe',
    /(https?:)?\/\/open\.spotify\.com\/episode\/([a-zA-Z0-9_-]+)/,
    'https://open.spotify.com/embed/episode/',
    152,
  ),
  player(
    'iframe',
    /(https?:)?\/\/soundcloud\.com\/.+\/[^?]+()/,
    'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/',
    125,
  ),
];

/** Puts players into the places of pictures. */
export function playMedia(html: string, settings: RubyHash): string {
  const document = parseDocument(html);
  for (const node of descendants(document.content)) {
    if (node.kind === 'element' && node.name === 'img') play(node, settings);
  }
  return writeDocument(document);
}

function play(picture: HtmlElement, settings: RubyHash): void {
  const source = picture.attributes.get('src') ?? '';
  for (const one of PLAYERS) {
    const name = one.pattern.exec(source)?.[2];
    const html = name === undefined ? null : playerHtml(one, name, source, picture, settings);
    const element = html === null ? undefined : parseFragment(html).children[0];
    if (element === undefined) continue;
    replaceNode(picture, [element]);
    return;
  }
}

/** `null` for an address that is none. */
function playerHtml(
  { element, base, height }: Player,
  name: string,
  source: string,
  picture: HtmlElement,
  settings: RubyHash,
): string | null {
  const query = queryOf(source, name);
  const asked = (key: string): string | undefined => query.get(key);
  const set = (key: string): Value => dig(settings, 'default', key);
  const chosen = (key: string, own: Value = null): string => asked(key) ?? toS(own ?? set(key));
  const withName = (key: string): string => chosen(key).replaceAll('{id}', () => name);
  const address = addressOf(base === null ? source : base + name, query);
  if (address === null) return null;
  const id = ` id="${withName('id')}" class="${withName('class')}"`;
  const style = chosen('style');
  if (element === 'iframe') {
    const sizes = ` width="${chosen('width')}" height="${chosen('height', height)}"`;
    const title = picture.attributes.get('title') ?? '';
    return (
      `<iframe${id} src="${address}" title="${title}"${sizes} style="${style}" allow="${toS(set('allow'))}"` +
      ` frameborder="${chosen('frameborder')}" allowfullscreen></iframe>`
    );
  }
  const switches = ['autoplay', 'loop']
    .map((key) => ` ${asked(key) !== undefined || isTruthy(set(key)) ? key : ''}`)
    .join('');
  const link = `<a href="${address}">link to download the ${element}</a> instead.`;
  const text = ` Your browser doesn't support HTML5 ${element}. Here is a ${link}`;
  if (element === 'video')
    return `<video${id} style="${style}"${switches} controls> <source src="${address}">${text}</video>`;
  const shown = asked('hidden') === undefined ? style : `${style};display: none;`;
  return `<audio${id}${switches} src="${address}" style="${shown}" controls>${text}</audio>`;
}

/** What stands behind the first `?`, without what is empty or the name itself. */
function queryOf(source: string, name: string): Map<string, string> {
  const found = /(?<=\?)([^ \t\r\n\f\v]*?)$/m.exec(source)?.[0] ?? '';
  const fields = [...decodeForm(found)].map(([key, value]) => [fromBytes(key), fromBytes(value)] as const);
  return new Map(fields.filter(([, value]) => value !== '' && value !== name));
}

function addressOf(text: string, query: ReadonlyMap<string, string>): string | null {
  const uri = parseStandardUri(text);
  if (uri === null) return null;
  const fields = [...query].map(([key, value]) => [toBytes(key), toBytes(value)] as const);
  return standardUriToText(query.size > 0 ? { ...uri, query: encodeForm(fields) } : uri);
}

function fromBytes(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
