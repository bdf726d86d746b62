import type { ErrorPage } from '../../report/pages/error-page.js';

/** The page behind a message, for a terminal. */
export function errorPageText({ number, code, when, example, remedy }: ErrorPage): string {
  return [
    `${number} -- ${code}`,
    `When:\n${indented(when)}`,
    `Example:\n${indented(example)}`,
    `Remedy:\n${indented(remedy)}`,
  ].join('\n\n');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
