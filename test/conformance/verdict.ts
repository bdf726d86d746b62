import type { Expected } from './cases.js';

/** What building a page gave. */
export interface Actual {
  /** `null` when the build failed. */
  readonly output: string | null;
  /** Printed lines, white space as printed. */
  readonly log: string;
}

export interface Verdict {
  /** `spans`: equal but for the highlighter's token spans inside code. */
  readonly grade: 'exact' | 'spans' | 'different';
  /** What was expected and what came, for reading. */
  readonly expected: string;
  readonly actual: string;
}

/** Ruby's own words for a wrong type: there only the failure counts. */
const rubysOwn =
  /^(undefined method|no implicit conversion|stack level too deep|comparison of |can't |wrong |invalid value|bad value|nil can't|String can't|.* can't be coerced)/;

/** Compares bytes, and for failures and warnings the text, runs of white space taken as one space. */
export function judge(expected: Expected, actual: Actual): Verdict {
  if (expected.output === null) return judgeFailure(expected, actual);
  if (actual.output === null) return different(expected.output, `(failed) ${actual.log}`);
  if (actual.output !== expected.output) {
    const grade = withoutSpans(actual.output) === withoutSpans(expected.output) ? 'spans' : 'different';
    return { grade, expected: expected.output, actual: actual.output };
  }
  if (expected.warning === undefined) return exact(actual.output);
  const said = squeeze(actual.log);
  const warning = squeeze(expected.warning);
  return said === warning ? exact(actual.output) : different(`(log) ${warning}`, `(log) ${said}`);
}

function judgeFailure(expected: Expected, actual: Actual): Verdict {
  const log = squeeze(expected.log ?? '');
  if (actual.output !== null) return different(`(must fail) ${log}`, actual.output);
  if (rubysOwn.test(expected.message ?? '')) return exact(actual.log);
  const said = squeeze(actual.log);
  return said.includes(log) ? exact(said) : different(log, said);
}

function exact(text: string): Verdict {
  return { grade: 'exact', expected: text, actual: text };
}

function different(expected: string, actual: string): Verdict {
  return { grade: 'different', expected, actual };
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The page with the token spans inside code taken out. */
export function withoutSpans(html: string): string {
  return html.replace(/<span class="[a-z0-9]{1,3}">|<\/span>/g, '');
}
