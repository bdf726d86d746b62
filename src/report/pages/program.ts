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
];
