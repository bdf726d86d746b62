/** Code whose language is being guessed, with the questions that `Rouge::TextAnalyzer` answers. */
export interface Source {
  readonly text: string;
  /** Whether the first line runs one of these programs: `#!/bin/bash`, `#!/usr/bin/env bash`, `#!/bin/bash -x`. */
  hasShebang(program: string): boolean;
  /** The inside of the `<!DOCTYPE …>` at the start, an XML declaration before it allowed; `null` without one. */
  readonly doctype: string | null;
}

const byteOrderMark = /^\uFEFF/;
const shebangLine = /^[ \t-\r]*#!([^\n]*)/;
const doctypeStart = /^[ \t-\r]*(?:<\?.*?\?>[ \t-\r]*)?<!DOCTYPE[ \t-\r]+(.+?)>/s;

/** Reads what there is to know about the code, line ends and byte order mark normalised as Rouge does for guessing. */
export function readSource(code: string): Source {
  const text = code.replace(byteOrderMark, '').replaceAll('\r\n', '\n');
  const shebang = shebangLine.exec(text)?.[1] ?? null;
  return {
    text,
    hasShebang: (program) => shebang !== null && new RegExp(`\\b${program}(?:\\s|$)`).test(shebang),
    doctype: doctypeStart.exec(text)?.[1] ?? null,
  };
}
