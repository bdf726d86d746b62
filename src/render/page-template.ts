/** A page's or document's text as a template: whether it is one, and under which name Jekyll keeps it. */

import { lookup, type Page, type Renderable } from '../model/page.js';
import { hasLiquid } from '../site/has-liquid.js';
import { isYaml } from '../url/extension.js';

/** The name Jekyll keeps a page's or document's template under. */
export function templateKey(file: Renderable): string {
  return file.kind === 'page' ? pageTemplateKey(ownPath(file)) : file.path;
}

/** A page's front matter may give another path (Jekyll 4.4.1, `Page#path`). */
export function ownPath(page: Page): string {
  const path = page.frontMatter.get('path');
  return typeof path === 'string' ? path : page.path;
}

/**
 * The name Jekyll keeps a page's template under. It takes `…/gems/` in a path for a gem's folder, and `…/lib` for a folder inside one, so
 * `en/docs/lib/a.html` and `fr/docs/lib/a.html` are one template to it: the text of the first (Jekyll 4.4.1, `LiquidRenderer#normalize_path`).
 */
export function pageTemplateKey(path: string): string {
  const gem = path.lastIndexOf('/gems/');
  if (gem >= 0 && /^[^/]/.test(path.slice(gem + 6))) return path.slice(gem + 6);
  const inGem = /[^/]+\/lib/.exec(path);
  return inGem ? path.slice(inGem.index) : path.replace(/^\//, '');
}

/** Whether the text goes through Liquid; a document that is data as a whole, or CoffeeScript, never does. */
export function rendersLiquid(file: Renderable, text: string): boolean {
  if (file.isLiquid === false || lookup(file, 'render_with_liquid') === false) return false;
  if (file.kind === 'document' && (file.extension === '.coffee' || isYaml(file.extension))) {
    return false;
  }
  return hasLiquid(text);
}
