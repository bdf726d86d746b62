import { readdirSync } from 'node:fs';
import { isHidden } from './find-file.js';
import { escapeHtml } from './findings-html.js';

/** A page that lists a folder's files, for `--show-dir-listing`. */
export function listingPage(folder: string, pathname: string): string {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isHidden(name))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort();
  const title = `Index of ${escapeHtml(pathname)}`;
  const items = [...(pathname === '/' ? [] : ['../']), ...entries].map(
    (name) => `<li><a href="${escapeHtml(linkTo(name))}">${escapeHtml(name)}</a></li>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1>
<ul>
${items.join('\n')}
</ul></body>
</html>
`;
}

function linkTo(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}
