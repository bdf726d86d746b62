/** The last part of a path: `a.md` of `docs/a.md`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const DOT = 0x2e;

/** Ruby's `File.extname`: from the last dot of the file name on; `''` for `.htaccess`, `name` and `name.d/file`. */
export function extensionOf(path: string): string {
  let start = path.lastIndexOf('/') + 1;
  while (path.charCodeAt(start) === DOT) start++;
  const dot = path.lastIndexOf('.');
  return dot < start ? '' : path.slice(dot);
}

/** File name without its extension and without dots at its end, e.g. `etc` of `notes/etc...md`. */
export function basenameOf(path: string): string {
  const name = fileNameOf(path);
  const extension = extensionOf(name);
  return withoutTrailingDots(extension === '' ? name : name.slice(0, -extension.length));
}

/** Jekyll's `gsub(/\.*\z/, '')`. */
export function withoutTrailingDots(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === DOT) end--;
  return text.slice(0, end);
}

/** Ruby's `File.dirname` for paths with `/`: `.` without a slash, `/` at the root. */
export function dirnameOf(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  if (trimmed === '') return path === '' ? '.' : '/';
  const slash = trimmed.lastIndexOf('/');
  if (slash === -1) return '.';
  return trimmed.slice(0, slash).replace(/\/+$/, '') || '/';
}

const HTML_EXTENSIONS: ReadonlySet<string> = new Set(['.html', '.xhtml', '.htm']);

/** Whether an output with this extension is a page for people (Jekyll 4.4.1, `Page::HTML_EXTENSIONS`). */
export function isHtml(extension: string): boolean {
  return HTML_EXTENSIONS.has(extension);
}

/** Whether a collection's document with this extension is data as a whole (Jekyll 4.4.1, `Document#yaml_file?`). */
export function isYaml(extension: string): boolean {
  return extension === '.yml' || extension === '.yaml';
}
