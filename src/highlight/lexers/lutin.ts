import { type Lexer, wordSet } from '../lexer.js';
import { type LustreWords, lustreStates } from './lustre.js';

const words: LustreWords = {
  keywords: wordSet(`
    assert catch do erun exception exist extern false in include let node raise ref returns run strong system trap true
    try type weak
  `),
  operators: wordSet('and div else if mod nor not or pre then xor'),
  types: wordSet('bool fby int loop real trace'),
};

/** Lutin, the relative of Lustre that describes environments. */
export const lutin: Lexer = { states: () => lustreStates(words) };
