/** What plugins raise in Ruby, told as what a template, a page or a build fails with. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { LiquidError } from '../liquid/errors.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import { isWithin, pathWithin } from '../ruby/file-path.js';
import { RubyError } from './ruby-error.js';

const FRAME = /^(.*?):(\d+)(?::in .*)?$/;

/** Where in the site's own files a plugin raised; `null` when it was not in one of them. */
export function placeOf(error: RubyError, root: string): messages.Place | null {
  for (const frame of error.backtrace) {
    const [, path = '', line] = FRAME.exec(frame) ?? [];
    const absolutePath = resolve(root, path);
    if (line === undefined || !isWithin(root, absolutePath)) continue;
    return { file: pathWithin(root, absolutePath), line: Number(line), text: textOf(absolutePath) };
  }
  return null;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Runs what belongs to a template: Liquid adds the template's place. */
export function inLiquid<T>(what: string, root: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RubyError)) throw error;
    const kind = !error.isLiquid ? 'ruby' : error.className === 'Liquid::SyntaxError' ? 'syntax' : 'runtime';
    throw new LiquidError(kind, error.message, { cause: error, hint: hintOf(error, what, root) });
  }
}

function hintOf(error: RubyError, what: string, root: string): string {
  const place = placeOf(error, root);
  const where = place === null ? '' : ` in ${place.file}:${place.line}`;
  return `Raised${where} (${error.className}) by ${what}.`;
}

/** Runs what belongs to the build, or to one of its pages. */
export function inBuild<T>(what: string, root: string, page: string | null, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RubyError)) throw error;
    throw new SiteError(failureOf(error, what, root, page));
  }
}

/** What is told of an exception. */
export function failureOf(error: RubyError, what: string, root: string, page: string | null): Diagnostic {
  return messages.rubyRaised(what, error.className, error.message, placeOf(error, root), page, error);
}
