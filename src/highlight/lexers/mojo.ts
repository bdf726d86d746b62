import { moreWords } from '../lexer.js';
import { type PythonLexer, type PythonWords, pythonStates, pythonWords } from './python.js';

const words: PythonWords = {
  keywords: moreWords(
    pythonWords.keywords,
    'alias case fn in match mut out owned raises read ref self struct trait var with',
  ),
  builtins: moreWords(
    pythonWords.builtins,
    '__mlir_attr __mlir_op __mlir_type alwaysinline parameter register_passable',
  ),
};

/** Mojo: Python with words of its own. */
export const mojo: PythonLexer = {
  detect: (source) => source.hasShebang('mojow?(?:[23](?:\\.\\d+)?)?'),
  start: () => [],
  states: () => pythonStates(words),
};
