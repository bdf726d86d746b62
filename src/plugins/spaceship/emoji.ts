/** `:smile:` as a picture that gives way to the character (`EmojiProcessor`), by the names of jemoji's table. */

import { parseDocument, writeDocument } from '../../html/document.js';
import { descendants, type HtmlElement } from '../../html/node.js';
import { compileSelector, selectAll } from '../../html/selector.js';
import { writeChildren } from '../../html/write-html.js';
import { toS } from '../../ruby/to-s.js';
import type { RubyHash } from '../../ruby/value.js';
import { emojiPictures } from '../jemoji/emoji-pictures.js';
import { dig } from '../shared/template-values.js';
import { setInner } from './inner-html.js';

const NAME = /(?<!\\):([\w+-]+?)(?<!\\):/g;
const HELD = /\\:([\w+-]+?)\\:/g;

/** GitHub's own, which are no characters; `squirrel` is another name of `shipit`. */
const OWN =
  'basecamp basecampy bowtie feelsgood finnadie goberserk godmode hurtrealbad neckbeard octocat rage1 rage2 rage3 rage4 shipit suspect trollface';
/** Their pictures, and those of characters, by name. */
const files: ReadonlyMap<string, string> = new Map([
  ...emojiPictures('4.1.0'),
  ...OWN.split(' ').map((name) => [name, name] as const),
  ['squirrel', 'shipit'],
]);
/** The first name of each picture, which alone is replaced. */
const firstNames: ReadonlyMap<string, string> = new Map(
  [...files].reverse().map(([name, file]) => [file, name]),
);

/** Replaces names in the page's body but for what `exclude` means. */
export function showEmoji(html: string, settings: RubyHash): string {
  const document = parseDocument(html);
  const body = descendants(document.content).find(
    (node) => node.kind === 'element' && node.name === 'body',
  ) as HtmlElement | undefined;
  if (body === undefined) return html;
  const excluded = compileSelector(toS(settings.get('exclude') ?? null)) ?? (() => false);
  let isHeld = false;
  for (const node of selectAll(body, excluded)) {
    const inner = writeChildren(node);
    const held = inner.replace(NAME, '\\:$1\\:');
    if (held === inner) continue;
    isHeld = true;
    setInner(node, held);
  }
  setInner(body, withPictures(writeChildren(body), settings));
  if (isHeld) {
    for (const node of selectAll(body, excluded)) setInner(node, writeChildren(node).replace(HELD, ':$1:'));
  }
  return writeDocument(document);
}

function withPictures(html: string, settings: RubyHash): string {
  const css = toS(dig(settings, 'css', 'class'));
  const source = toS(settings.get('src') ?? null);
  let result = html;
  for (const [, alias] of html.matchAll(NAME)) {
    const file = files.get(alias!);
    if (file === undefined) continue;
    const name = firstNames.get(file)!;
    const picture =
      `<img class="${css}" title=":${name}:" alt=":${name}:" raw="${characterOf(file)}" src="${source}${file}.png"` +
      ' style="vertical-align: middle; display: inline; max-width: 1em; visibility: hidden;"' +
      ` onload="this.style.visibility='visible'" onerror="this.replaceWith(this.getAttribute('raw'))"></img>`;
    const written = new RegExp(`(?<!="):${name.replaceAll('+', '\\+')}:(?!"[ \\t\\r\\n\\f\\v])`, 'g');
    result = result.replace(written, () => picture);
  }
  return result;
}

const JOINER = '\u200d';
const AS_PICTURE = '\ufe0f';

/** The character as gemoji 3.0.1 writes it: a lone old one is marked as a picture, flags and keys are not joined. */
function characterOf(file: string): string {
  const [, codes] = file.split('unicode/');
  if (codes === undefined) return '';
  const parts = codes.split('-').map((code) => String.fromCodePoint(Number.parseInt(code, 16)));
  const [first = '', second] = parts;
  if (second === '\u20e3') return `${first}${AS_PICTURE}${second}`;
  if (/^[\u{1f1e6}-\u{1f1ff}]|^\u{1f3f4}$/u.test(first) && second !== undefined && !/^[\u2620]/.test(second))
    return parts.join('');
  if (second !== undefined) return parts.join(JOINER);
  const isOld = first.codePointAt(0)! < 0x1f300;
  return isOld && !/\p{Emoji_Presentation}/u.test(first) ? first + AS_PICTURE : first;
}
