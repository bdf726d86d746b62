/** What gems that work on written pages have in common. */
import { lookup } from '../../model/page.js';
import type { HookItem, ItemHook } from '../../model/plugin.js';
import { toS } from '../../ruby/to-s.js';
import { isMarkdown } from '../../site/site-files.js';
import { extensionOf, isHtml } from '../../url/extension.js';

/** `<body>` with what is in it and the white space behind it. */
const BODY_START = /<body(?:[\s\S]*?)>\s*/;
/** Older releases of gems pass over pages whose `<body>` goes over lines. */
export const BODY_START_OF_ONE_LINE = /<body[^\n]*?>\s*/;
const BODY_END = '</body>';

/** Hooks that change the output of pages and documents once their layouts are around it. */
export function outputHooks(run: (item: HookItem) => void): readonly ItemHook[] {
  return ['pages', 'documents'].map((owner) => ({
    owner,
    event: 'post_render',
    priority: 'normal',
    run: (item) => {
      if (isWrittenHtml(item)) run(item);
    },
  }));
}

/** Whether the output is a page: its file ends in `.html`, or its permalink in a slash. */
function isWrittenHtml(item: HookItem): boolean {
  const { file } = item;
  if (file.kind === 'document' && !file.isWritten) return false;
  const permalink = lookup(file, 'permalink');
  return (typeof permalink === 'string' && permalink.endsWith('/')) || hasHtmlExtension(item);
}

/** Whether the output's extension is `.html`, written or not. */
export function hasHtmlExtension(item: HookItem): boolean {
  return outputExtensionOf(item) === '.html';
}

/** The output's extension, written or not (Jekyll's `output_ext`), e.g. `.html`. */
export function outputExtensionOf({ file, config }: HookItem): string {
  const extension = extensionOf(file.outputPath);
  if (isNamedByItsAddress(file)) return '';
  if (extension !== '.html' || !file.url.endsWith('/')) return extension;
  // A collection's permalink may end in a slash, too: then the file's own kind counts.
  return isHtml(file.extension) || isMarkdown(file, config) ? extension : file.extension;
}

/** Whether a generator gave it an address, and nothing says what its text becomes (pages of jekyll-paginate-v2 without a permalink). */
function isNamedByItsAddress(file: HookItem['file']): boolean {
  if (file.givenUrl === undefined || file.extension !== '') return false;
  return extensionOf(toS(lookup(file, 'permalink'))) === '';
}

/**
 * Changes what stands in the page's body, or all of it where there is none.
 *
 * @param bodyStart the start tag, with the white space behind it
 * @param change    the HTML in the body's place; `null` for no change
 */
export function changeBody(
  output: string,
  change: (html: string) => string | null,
  bodyStart = BODY_START,
): string {
  if (!output.includes('<body')) return change(output) ?? output;
  const start = bodyStart.exec(output);
  if (start === null) return output;
  const from = start.index + start[0].length;
  const end = output.indexOf(BODY_END, from);
  const to = end < 0 ? output.length : end;
  const changed = change(output.slice(from, to));
  return changed === null ? output : output.slice(0, from) + changed + output.slice(to);
}
