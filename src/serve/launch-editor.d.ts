/** The parts of launch-editor that know editors: which one runs, and how it is told a line. */
declare module 'launch-editor/guess.js' {
  const guessEditor: (specified?: string) => [editor: string | null, ...args: string[]];
  export default guessEditor;
}

declare module 'launch-editor/get-args.js' {
  const argumentsFor: (editor: string, file: string, line: string, column: string) => string[];
  export default argumentsFor;
}
