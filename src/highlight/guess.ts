import { type Language, languages } from './languages.js';
import type { LexerTable } from './lexers.js';
import { readSource, type Source } from './source.js';

/** Lines at either end of the code in which an editor's mode line counts. */
const modelineReach = 5;

const emacsModeline =
  /-\*-\s*(?:(?!mode)[\w-]+\s*:\s*[\w+-]+\s*;?\s*)*(?:mode\s*:)?\s*([\w+-]+)\s*(?:;\s*(?!mode)[\w-]+\s*:\s*[\w+-]+\s*)*;?\s*-\*-/i;
const vimModeline = /(?:vim|vi|ex):\s*(?:ft|filetype|syntax)=(\w+)\s?/i;
const vimSetModeline = /(?:vim|vi|ex):\s*set?.*\s(?:ft|filetype|syntax)=(\w+)\s?.*:/i;

/**
 * The language Rouge guesses from the code alone (`Rouge::Lexer.guess_by_source`): a mode line for an editor, else the
 * languages that find a sign of themselves in it.
 *
 * @param table gives the lexers, all of which are asked
 * @returns `null` when nothing tells, or when more than one language claims the code (Rouge raises an error there)
 */
export function guessLanguage(code: string, table: LexerTable): string | null {
  const source = readSource(code);
  const claimed = claimedByModeline(source);
  if (claimed.length === 1) return claimed[0]!.name;
  const candidates = claimed.length > 0 ? claimed : languages;
  const detected = candidates.filter((language) => table[language.name]!().detect?.(source));
  return detected.length === 1 ? detected[0]!.name : null;
}

function claimedByModeline(source: Source): Language[] {
  const lines = source.text.split('\n');
  const reach = [...lines.slice(0, modelineReach), ...lines.slice(-modelineReach)].join('\n');
  const names = [emacsModeline, vimModeline, vimSetModeline].map((form) => form.exec(reach)?.[1]);
  return languages.filter(({ name, aliases }) => [name, ...aliases].some((each) => names.includes(each)));
}
