import type { FilterContext } from '../../liquid/filter.js';
import { toS } from '../../ruby/to-s.js';
import { isAbsoluteUri, UriError } from '../../ruby/uri.js';
import type { Value } from '../../ruby/value.js';
import type { FilterTable } from '../shared/template-values.js';

/** How values become text in meta elements. */
export class SeoText {
  constructor(
    private readonly context: FilterContext,
    private readonly filters: FilterTable,
  ) {}

  /** Markdown as one line of plain text; `null` when nothing is left (`Drop#format_string`). */
  plain(value: Value): string | null {
    if (value === null) return null;
    const text = this.through(value, 'markdownify', 'strip_html', 'normalize_whitespace', 'escape_once');
    return text === '' ? null : text;
  }

  /** The same for a text of the site's, which every page asks for. */
  plainOfSite(value: Value): string | null {
    return this.context.render.keep(`seo text\0${toS(value)}`, () => this.plain(value));
  }

  absoluteUrl(path: Value): string {
    return this.through(path, 'absolute_url');
  }

  /** The address of a file: a relative one in full, anything else as it is. @param folder see `seoImage` */
  fileUrl(path: Value, folder = ''): Value {
    const isPath = typeof path === 'string' && isRelative(path);
    const url = isPath ? this.absoluteUrl(path.startsWith('/') ? path : folder + path) : path;
    return this.filters.apply(this.context, 'uri_escape', url);
  }

  date(value: Value): string {
    return this.through(value, 'date_to_xmlschema');
  }

  firstOf(...values: Value[]): Value {
    return this.filters.firstOf(this.context, ...values);
  }

  private through(value: Value, ...names: string[]): string {
    return this.filters.text(this.context, value, ...names);
  }
}

/** What is no address at all is not relative either. */
function isRelative(text: string): boolean {
  try {
    return !isAbsoluteUri(text);
  } catch (error) {
    if (error instanceof UriError) return false;
    throw error;
  }
}
