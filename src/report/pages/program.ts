/** U19: the program itself. */
import { type ErrorPage, page } from './error-page.js';

export const PROGRAM_PAGES: readonly ErrorPage[] = [
  page(
    'U1901',
    'unexpected-error',
    'An error that nobody foresaw: a bug of ours or of a plugin.',
    '—',
    'Run the command with --trace, and report what it prints together with `utterson info`.',
  ),
  page(
    'U1902',
    'serve-setting',
    'A setting of the server, changed while it runs, is one with which it would not have started.',
    'port: many',
    'Correct it: the server goes on as it was.',
  ),
  page(
    'U1903',
    'served-output',
    'What lies in the output folder was written by `serve`, which puts its own address where the address of the site belongs.',
    'url: https://example.org, and then `utterson serve`',
    'Build before you deploy.',
  ),
  page(
    'U1904',
    'source-date-hides-posts',
    'SOURCE_DATE_EPOCH says what time it is, and posts of a later date wait for it.',
    'SOURCE_DATE_EPOCH=0 utterson build',
    'Set it to a later second, such as that of the last commit, or build with --future.',
  ),
  page(
    'U1905',
    'source-date-invalid',
    'SOURCE_DATE_EPOCH is no number of seconds since 1970.',
    'SOURCE_DATE_EPOCH=yesterday utterson build',
    'Set it to what `git log -1 --format=%ct` prints, or not at all.',
  ),
];
