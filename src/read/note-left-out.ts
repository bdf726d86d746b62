/** Why a file that was read is not in the output, or is not what its author wrote: what Jekyll passes over in silence. */
import type { LeftOut, LeftOutReason } from '../model/left-out.js';
import { wholeText } from '../model/output.js';
import type { Document, Renderable } from '../model/page.js';
import type { SourceFile } from '../model/source-file.js';
import { isSpace } from '../ruby/string.js';
import { daysInMonth } from '../ruby/time/civil.js';
import { strftime } from '../ruby/time/strftime.js';
import { clockFields } from '../ruby/time/time.js';
import { extensionOf, isHtml } from '../url/extension.js';
import { datedName } from './document-data.js';
import { splitFrontMatter } from './front-matter.js';
import { isHiddenInFuture, isPublishable } from './publish.js';
import type { ReadContext } from './read-context.js';

/** Bytes in which front matter that comes late begins, if at all: a licence may stand before it. */
const LOOKED_THROUGH = 1024;

/** Notes front matter that is text, since it never ends or does not come first. */
export function noteLostHeader(file: Renderable, { leftOut }: ReadContext): void {
  if (file.bodyLine !== 1 || file.source === null) return;
  const reason = lostHeaderIn(wholeText(file.body));
  if (reason !== null) leftOut.push({ path: file.source.path, reason, line: 1, file });
}

/**
 * Notes a file without front matter that looks as if it should have some.
 *
 * @param start how it begins
 */
export function noteBareText({ path }: SourceFile, start: Buffer, { config, leftOut }: ReadContext): void {
  if (mayBeginLate(start)) {
    const reason = lostHeaderIn(start.toString('utf8', 0, LOOKED_THROUGH));
    if (reason !== null) {
      leftOut.push({ path, reason, line: 1 });
      return;
    }
  }
  if (config.markdownExtensions.has(extensionOf(path).toLowerCase()))
    leftOut.push({ path, reason: 'no-front-matter' });
}

/** Notes a file among posts that has no date in its name; one without an extension is never one. */
export function noteUndated(path: string, { config, leftOut }: ReadContext): void {
  const extension = extensionOf(path).toLowerCase();
  if (extension === '') return;
  const isText = config.markdownExtensions.has(extension) || isHtml(extension);
  leftOut.push({ path, reason: isText ? 'no-date' : 'no-post' });
}

/** Notes a document that is not written although its collection is, or not at the day in its name. */
export function noteDocument(document: Document, { config, time, leftOut }: ReadContext): void {
  const path = document.source?.path ?? document.path;
  const note = (reason: LeftOutReason, detail?: string): void => {
    const noted: LeftOut = { path, reason, file: document };
    leftOut.push(detail === undefined ? noted : { ...noted, detail });
  };
  if (isHiddenInFuture(document.date, time, config))
    note('future', strftime(document.date, '%Y-%m-%d %H:%M'));
  else if (!isPublishable(document.data, config)) note('unpublished');
  else if (document.collection === 'posts' && isOverrun(document))
    note('impossible-date', strftime(document.date, '%Y-%m-%d'));
}

/** Whether the day in the name was one too many for its month, so that Ruby counted on into the next. */
function isOverrun({ path, date }: Document): boolean {
  const named = datedName(path);
  if (named === null) return false;
  const [year = 0, month = 0, day = 0] = named.date!.split('-').map(Number);
  const over = day - (daysInMonth(year, month) ?? day);
  if (over <= 0) return false;
  const fields = clockFields(date);
  return fields.month === (month % 12) + 1 && fields.day === over;
}

/** Whether a text begins with front matter that is none; `null` where it seems to mean none. */
function lostHeaderIn(text: string): 'unclosed' | 'late' | null {
  if (/^---\s*?\n/.test(text)) return splitFrontMatter(text).header === null ? 'unclosed' : null;
  // A key must follow: three dashes may be a rule.
  return /^[\uFEFF\s]*-{3,}[ \t\r]*\n[\p{L}_][\p{L}\p{N}_ -]*:/u.test(text) ? 'late' : null;
}

/** Whether a file begins with white space, a byte order mark or dashes. */
function mayBeginLate(start: Buffer): boolean {
  const [first] = start;
  return first !== undefined && (isSpace(first) || first === 0xef || first === 0x2d);
}
