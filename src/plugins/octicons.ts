import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EnginePlugin } from '../liquid/engine-plugin.js';
import { FilterError } from '../liquid/filter.js';
import type { Frame } from '../liquid/run/frame.js';
import type { TagDefinition } from '../liquid/tag.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy } from '../ruby/value.js';
import { dig } from './shared/template-values.js';

/** jekyll-octicons 19.33.0: the tag `octicon`, one of GitHub's pictures. They are those of npm's `@primer/octicons` in the site's `node_modules`. */
export const octicons: EnginePlugin = {
  name: 'jekyll-octicons',
  isSafe: true,
  liquidTags: () => [octiconTag()],
};

/** A picture as the package has it, by its natural heights in pixels. */
interface Picture {
  readonly heights: Readonly<Record<string, { readonly width: number; readonly path: string }>>;
}

const DEFAULT_HEIGHT = 16;
const NAME = /^(?:\(?[\w\-.[\]]\)?)+/;
const VARIABLE = /\{\{\s*(\w+\.?\w*)\s*\}\}/;
const ATTRIBUTE = /([\w-]+)\s*:\s*("[^"]*"|'[^']*'|(?:[^\s,|'"]|"[^"]*"|'[^']*')+)/g;

/** `{% octicon alert height:32 class:"left" aria-label:hi %}`; variables are written `{{ page.icon }}`. */
function octiconTag(): TagDefinition {
  let pictures: Readonly<Record<string, Picture>> | null = null;
  return {
    name: 'octicon',
    parse: (markup) => ({
      isBlank: false,
      write(frame) {
        const text = withVariables(markup, frame);
        const name = NAME.exec(text)?.[0];
        if (name === undefined) return;
        pictures ??= readPictures(frame.config?.directories.root ?? '');
        const picture = Object.hasOwn(pictures, name) ? pictures[name] : undefined;
        frame.write(svg(name, picture, attributesIn(text)));
      },
    }),
  };
}

/** As in the gem, a variable without value stands for its name, and the first variable's value stands for all. */
function withVariables(markup: string, frame: Frame): string {
  const [, variable] = VARIABLE.exec(markup) ?? [];
  if (variable === undefined) return markup;
  const [first = '', ...keys] = variable.split('.');
  const found = dig(frame.lookup(first), ...keys);
  const value = isTruthy(found) ? toS(found) : variable;
  return markup.replaceAll(new RegExp(VARIABLE, 'g'), () => value);
}

function attributesIn(text: string): Map<string, string> {
  return new Map([...text.matchAll(ATTRIBUTE)].map(([, key, value]) => [key!, value!.replace(/^"|"$/g, '')]));
}

function readPictures(root: string): Readonly<Record<string, Picture>> {
  const file = join(root, 'node_modules/@primer/octicons/build/data.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  throw new FilterError(
    'The pictures of jekyll-octicons are missing. Install them with `npm install @primer/octicons` in the site.',
    false,
  );
}

function svg(name: string, picture: Picture | undefined, own: ReadonlyMap<string, string>): string {
  if (picture === undefined) throw new FilterError(`Couldn't find octicon symbol for "${name}"`, false);
  const natural = naturalHeight(picture, own);
  const { width: naturalWidth, path } = picture.heights[natural]!;
  const width = own.get('width');
  const height = own.get('height');
  const attributes = new Map<string, string | number>([
    ['data-component', 'Octicon'],
    ...own,
    ['class', `octicon octicon-${name} ${own.get('class') ?? ''}`.trim()],
    ['viewBox', `0 0 ${naturalWidth} ${natural}`],
    ['version', '1.1'],
    ['width', width ?? (height === undefined ? naturalWidth : scaled(height, naturalWidth, natural))],
    ['height', height ?? (width === undefined ? natural : scaled(width, natural, naturalWidth))],
    own.has('aria-label') ? ['role', 'img'] : ['aria-hidden', 'true'],
  ]);
  const written = [...attributes].map(([key, value]) => `${key}="${value}"`).join(' ');
  return `<svg ${written}>${path}</svg>`;
}

/** The largest that is not above what is asked for, else the smallest. */
function naturalHeight({ heights }: Picture, own: ReadonlyMap<string, string>): number {
  const wanted = wholeNumber(own.get('height') ?? own.get('width') ?? String(DEFAULT_HEIGHT));
  const [first = 0, ...others] = Object.keys(heights).map(Number);
  return others.reduce((best, height) => (height <= wanted ? height : best), first);
}

function scaled(size: string, to: number, from: number): number {
  return Math.floor((wholeNumber(size) * to) / from);
}

/** Ruby's `to_i`. */
function wholeNumber(text: string): number {
  return Number(/^\s*[+-]?\d+/.exec(text)?.[0] ?? 0);
}
