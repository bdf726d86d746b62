import { type Lexer, moreWords } from '../lexer.js';
import { type OpenString, pythonBuiltinNames, pythonKeywords, pythonStates } from './python.js';

const keywords = moreWords(
  pythonKeywords,
  'alias case fn in match mut out owned raises read ref self struct trait var with',
);
const builtins = moreWords(
  pythonBuiltinNames,
  '__mlir_attr __mlir_op __mlir_type alwaysinline parameter register_passable',
);

/** Mojo: Python with words of its own. */
export const mojo: Lexer<OpenString[]> = {
  detect: (source) => source.hasShebang('mojow?(?:[23](?:\\.\\d+)?)?'),
  start: () => [],
  states: () => pythonStates(keywords, builtins),
};
