import { downcase, upcase } from '../ruby/string.js';
import { BOUNDARY, LINE_END, LINE_START, pattern } from './characters.js';

/** Words that stay small within a title (citeproc-ruby 2.1). */
const STOP_WORDS = new Set(
  `a about above across afore after against along alongside amid amidst among amongst an and anenst apropos apud around as
  aside astride at athwart atop barring before behind below beneath beside besides between beyond but by circa d despite down
  during except for forenenst from given in inside into lest like modulo near next nor notwithstanding of off on onto or out
  over per plus pro qua sans since so than the through thru throughout thruout till to toward towards under underneath until
  unto up upon v versus via vis-à-vis vs with within without`.split(/\s+/),
);

const FIRST_SMALL = pattern('', LINE_START, '([^\\p{Alphabetic}\\p{Nd}]*)(\\p{Ll})');
const FIRST_LETTER_SMALL = pattern('', LINE_START, '([^\\p{L}]*)(\\p{Ll})');
const ANY_SMALL = pattern('g', BOUNDARY, '(\\p{Ll})');
const CAPITAL_WORD = pattern('g', BOUNDARY, '(\\p{Lu})(\\p{Lu}+)', BOUNDARY);
const TITLE_WORD = pattern('g', BOUNDARY, '(\\p{L})([\\p{L}.]+)', BOUNDARY);
const LAST_WORD = pattern('g', `(\\.|${BOUNDARY})`, '(\\p{Ll})([\\p{L}.]+)', BOUNDARY, LINE_END);

/** A text in one of CSL's cases; titles have one of their own in English only. */
export function changeCase(text: string, textCase: string, language: string): string {
  switch (textCase) {
    case 'lowercase':
      return downcase(text);
    case 'uppercase':
      return upcase(text);
    case 'capitalize-first':
      return raiseFirst(text, FIRST_SMALL);
    case 'capitalize-all':
      return text.replace(ANY_SMALL, upcase);
    case 'sentence':
      return raiseFirst(text, FIRST_LETTER_SMALL).replace(
        CAPITAL_WORD,
        (_, first: string, rest: string) => first + downcase(rest),
      );
    case 'title':
      return language === 'en' ? titleCase(text) : text;
    default:
      return text;
  }
}

function raiseFirst(text: string, first: RegExp): string {
  return text.replace(first, (_, before: string, letter: string) => before + upcase(letter));
}

/** The first word and the last are raised always, others unless they are small words; capitals stay. */
function titleCase(text: string): string {
  let isFirst = true;
  return text
    .replace(TITLE_WORD, (word: string, first: string, rest: string) => {
      const isRaised = /^\p{Ll}/u.test(first) && (isFirst || !STOP_WORDS.has(downcase(word)));
      isFirst = false;
      return isRaised ? upcase(first) + rest : word;
    })
    .replace(LAST_WORD, (word: string, before: string, first: string, rest: string) =>
      before === '.' ? word : upcase(first) + rest,
    );
}
