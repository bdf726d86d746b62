import { leftOutLine, remedyFor, whyLeftOut } from '../../report/left-out.js';
import type { Reporter } from '../../report/logger.js';
import { strftime } from '../../ruby/time/strftime.js';
import { timeFromMilliseconds } from '../../ruby/time/time.js';
import type { ExplainedSubject, Explanation, LastRendering, NextBuild } from './explanation.js';

/** So many names are shown in a line; of the rest the number. */
const SHOWN = 8;
/** Columns of the words before names. */
const LABEL_WIDTH = 16;

/**
 * Tells it to people.
 *
 * @param locate a path as the user finds it
 */
export function tellExplanation(
  { asked, found, leftOut, near }: Explanation,
  destination: string,
  { info, raw }: Reporter,
  locate: (path: string) => string,
): void {
  for (const subject of found) {
    info(`${capitalized(subject.what)}:`, locate(subject.path));
    if (subject.output !== null) info('Output:', locate(`${destination}/${subject.output}`));
    if (subject.output !== null && subject.url !== null) info('Address:', subject.url);
    if (subject.last !== null) info('Last rendered:', lastInWords(subject.last));
    if (subject.next !== null) info('Next build:', nextInWords(subject.next));
    // Columns would be lost in a message.
    for (const [index, line] of linesOfRead(subject).entries()) {
      raw('info', `${index === 0 ? 'Read:'.padStart(19) : ' '.repeat(19)} ${line}`);
    }
    if (subject.readBy.length > 0) info('Read by:', shortened(subject.readBy));
  }
  if (found.length === 0) info('Not there:', asked);
  for (const one of leftOut) {
    info('Left out:', leftOutLine(one, locate));
    info('', `→ ${remedyFor(one)}`);
  }
  for (const [index, { url, path }] of near.entries()) {
    info(index === 0 ? 'Near:' : '', `${url} (${locate(path)})`);
  }
}

/** The same for programs. */
export function explanationJson({ asked, found, leftOut, near }: Explanation): string {
  const explained = found.map(({ last, ...subject }) => ({
    ...subject,
    last: last && { ...last, at: new Date(last.at).toISOString() },
  }));
  const left = leftOut.map(({ path, reason, line }) => ({ path, reason, line }));
  const words = leftOut.map((one) => ({ why: whyLeftOut(one), remedy: remedyFor(one) }));
  const leftOutOf = left.map((one, index) => ({ ...one, ...words[index] }));
  return JSON.stringify({ asked, found: explained, leftOut: leftOutOf, near }, null, 2);
}

function nextInWords({ does, reason }: NextBuild): string {
  if (does === 'takes over') return 'takes it over: nothing that it read is another than in the last one';
  return does === 'fails' ? 'fails at it, as `utterson build` shows' : `renders it: ${reason}`;
}

function lastInWords({ at, reason }: LastRendering): string {
  return `${strftime(timeFromMilliseconds(at), '%F %T')}: ${reason}`;
}

function linesOfRead({ read, next }: ExplainedSubject): string[] {
  if (next === null || next.does === 'fails') return [];
  if (read.length === 0) return ['nothing but itself'];
  return read.map(({ label, names }) => label.padEnd(LABEL_WIDTH) + shortened(names));
}

function shortened(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return names.slice(0, SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
