/** How generated pages are written: Markdown, in which words of a table stand as HTML, so that none of them is markup. */

/** A page of the documentation. */
export interface DocsPage {
  /** From the documentation's folder on, e.g. `content/errors/u1203.md`. */
  readonly path: string;
  readonly text: string;
}

/** What its front matter says; all but the title may be left out. */
export interface PageHead {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: string;
  /** The file of the repository to edit instead, e.g. `src/config/keys.ts`. */
  readonly made_from?: string;
  /** Address of the list that the page is an entry of. */
  readonly list?: string;
  readonly before?: PageLink;
  readonly after?: PageLink;
}

/** A neighbour of a page that is an entry of a list. */
export interface PageLink {
  readonly title: string;
  /** From the documentation's root on, e.g. `/errors/u1203/`. */
  readonly url: string;
}

/** A generated page: YAML is JSON, too. */
export function docsPage(path: string, head: PageHead, body: string): DocsPage {
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return { path, text: `---\n${lines.join('\n')}\n---\n\n${body.trim()}\n` };
}

/** A sentence in which `code` stands between backticks and **bold** between stars. */
export function inline(text: string): string {
  return text
    .split(/(`+)(.+?)\1/s)
    .map((part, index) => (index % 3 === 0 ? bold(escapeHtml(part)) : index % 3 === 2 ? code(part) : ''))
    .join('');
}

function bold(text: string): string {
  return text.replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
}

/** Something a user types. */
export function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** Text as HTML that Markdown leaves alone. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A long name, which may go on in the next line behind a dot or an underscore. */
export function longName(text: string): string {
  return code(text).replace(/[._](?=\w)/g, '$&<wbr>');
}

/** A paragraph of the same. */
export function paragraph(text: string): string {
  return `<p>${inline(text)}</p>`;
}

/** @param rows cells as HTML */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], name: string): string =>
    `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`;
  return [
    '<table>',
    `<thead>${row(head, 'th')}</thead>`,
    '<tbody>',
    ...rows.map((cells) => row(cells, 'td')),
    '</tbody>',
    '</table>',
  ].join('\n');
}

/** A fenced block, with a fence that the text does not have. */
export function fence(text: string, language = ''): string {
  const tildes = '~'.repeat(3 + Math.max(0, ...[...text.matchAll(/^~+/gm)].map(([run]) => run.length)));
  return `${tildes}${language === '' ? '' : ` ${language}`}\n${text.replace(/\n$/, '')}\n${tildes}`;
}

/** What an example prints, as it stands in the output. */
export function result(text: string, language = ''): string {
  return `<div class="result" markdown="1">\n\n${fence(text === '' ? ' ' : text, language)}\n\n</div>`;
}

/** @param id as links name it */
export function heading(level: 2 | 3, title: string, id: string): string {
  return `<h${level} id="${id}">${title}</h${level}>`;
}

/** The entries of a list around one. */
export type Neighbours = Pick<PageHead, 'before' | 'after'>;

/** Those of the entry at that place. */
export function neighbours(links: readonly PageLink[], index: number): Neighbours {
  const before = links[index - 1];
  const after = links[index + 1];
  return { ...(before && { before }), ...(after && { after }) };
}
