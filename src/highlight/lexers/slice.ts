import { type Lexer, wordSet } from '../lexer.js';
import { type CWords, cStates, cWords, startC } from './c.js';

const sliceWords: CWords = {
  ...cWords,
  keywords: wordSet(`
    LocalObject Object Value class const dictionary enum exception extends idempotent implements interface local
    module optional out sequence struct throws
  `),
  types: wordSet('bool byte double float int long short string void'),
};

/** Slice, in which Ice describes interfaces. */
export const slice: Lexer = {
  start: startC,
  states: () => cStates(sliceWords),
};
