/** What Ruby's regular expressions write differently. */
const DIFFERENT =
  /\\A|\\z|\\Z|\\h|\\H|\[\[:(\w+):\]\]|\\[\s\S]|\(\?[a-z-]*[imx][a-z-]*[:)]|\(\?>|[*+?}]\+|\(\?#/g;
const SAME: Readonly<Record<string, string>> = {
  '\\A': '(?<![\\s\\S])',
  '\\z': '(?![\\s\\S])',
  '\\Z': '(?=\\n?(?![\\s\\S]))',
  '\\h': '[\\da-fA-F]',
  '\\H': '[^\\da-fA-F]',
};
const CLASSES: Readonly<Record<string, string>> = {
  alpha: '[a-zA-Z]',
  digit: '[0-9]',
  alnum: '[a-zA-Z0-9]',
  space: '\\s',
  upper: '[A-Z]',
  lower: '[a-z]',
};

/**
 * A text of the user's as the regular expression that Ruby reads it as: `^` and `$` stand for every line.
 *
 * @returns `null` for one that is none, or that JavaScript has no like of, e.g. with options in it
 */
export function compilePattern(source: string): RegExp | null {
  let isKnown = true;
  const translated = source.replace(DIFFERENT, (found, name?: string) => {
    const own = name === undefined ? SAME[found] : CLASSES[name];
    if (own === undefined && !found.startsWith('\\')) isKnown = false;
    return own ?? found;
  });
  if (!isKnown) return null;
  try {
    return new RegExp(translated, 'm');
  } catch {
    // Its one way to say that the text is no regular expression.
    return null;
  }
}
