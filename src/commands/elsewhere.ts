/** Commands of Jekyll's that are programs of their own there, and whose work is found elsewhere. */
import type { Invocation } from './line/command.js';
import { packageHomepage } from './line/package-root.js';

/** Can be read where the site is not to be had. */
const DOCS_SOURCE = 'https://github.com/utterson/utterson/tree/main/docs/content';

/** `utterson docs`: Jekyll serves a copy of its documentation. */
export async function docs({ reporter }: Invocation): Promise<number> {
  reporter.info('Documentation:', packageHomepage());
  reporter.info('', `Its source: ${DOCS_SOURCE}`);
  reporter.info('', 'Of Jekyll, whose sites are built here: https://jekyllrb.com/docs/');
  return 0;
}

/** `utterson import`: nothing is done, so it fails. */
export async function importBlog({ reporter }: Invocation): Promise<number> {
  reporter.error('Error:', 'Blogs of other systems are not taken over here.');
  reporter.error(
    '',
    "→ Jekyll's importers do it once, and what they write is built here: https://import.jekyllrb.com/",
  );
  return 1;
}
