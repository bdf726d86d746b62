/** The date of a document as its header gives it (jekyll-asciidoc 3.0.1, `Integrator#integrate`). */
import { SiteError } from '../../model/diagnostic.js';
import type { Document } from '../../model/page.js';
import type { Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import { RubyDate } from '../../ruby/time/date.js';
import { localTime, localTimeAt, presentTime, RubyTime } from '../../ruby/time/time.js';
import { parseTime } from '../../ruby/time/time-parse.js';
import { toS } from '../../ruby/to-s.js';
import type { RubyHash } from '../../ruby/value.js';
import type { ParsedDocument } from './processor.js';

/**
 * The header's date of revision; `null` without one.
 *
 * @throws SiteError for a date that is none
 */
export function revisionDate(parsed: ParsedDocument, document: Document, site: Site): RubyTime | null {
  const { revdate } = parsed.getAttributes();
  return revdate === undefined || revdate === null ? null : dateIn(String(revdate), document, site);
}

/** What `page-date` says, a time in its own zone. Where that is no time to YAML the gem ends with an error of Ruby's. */
export function attributeDate(attributes: RubyHash, document: Document, site: Site): RubyTime | null {
  const date = attributes.get('date') ?? null;
  if (date === null || date instanceof RubyTime) return date;
  if (date instanceof RubyDate) return localTime(date.year, date.month, date.day);
  return dateIn(toS(date), document, site);
}

function dateIn(text: string, { path }: Document, { config }: Site): RubyTime {
  const time = parseTime(text, () => presentTime(config.sourceDate));
  if (time !== null) return localTimeAt(time.seconds, time.nanoseconds);
  throw new SiteError(messages.asciidocDateInvalid(text, path));
}
