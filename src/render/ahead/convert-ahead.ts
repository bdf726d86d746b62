/** The thread's program: it converts what it is sent, unless the other thread was quicker. */
import type { Highlighter } from '../../highlight/highlighter.js';
import { createLateHighlighter } from '../../highlight/late-highlighter.js';
import { firstKeptByte } from '../../ruby/kept-bytes.js';
import { createProcessor } from '../converters/processor.js';
import { Claims } from './claims.js';
import type { Order, PlacedText, Result, ThreadData } from './thread-messages.js';

/** Results that are handed over together. */
const TOGETHER = 16;

/**
 * Converts what comes by the port.
 *
 * @param runFile gives what a file of CommonJS exports
 * @param onEnd   told when nothing more comes
 */
export async function convertAhead(
  data: ThreadData,
  runFile: (file: string) => unknown,
  onEnd: () => void,
): Promise<void> {
  const { port } = data;
  const highlighter = data.hasHighlighter ? await createLateHighlighter(undefined, runFile) : null;
  const convert = converterOf(data, highlighter);
  let claims: Claims | null = null;
  port.on('message', (order: Order) => {
    if (order === null) onEnd();
    else if (order instanceof SharedArrayBuffer) claims = new Claims(order);
    else for (const results of resultsOf(order, claims!, convert)) port.postMessage(results);
  });
}

function* resultsOf(
  texts: readonly PlacedText[],
  claims: Claims,
  convert: (text: string) => string | null,
): Generator<readonly Result[]> {
  let results: Result[] = [];
  for (const [index, text] of texts) {
    if (!claims.claim(index)) continue;
    results.push([index, convert(text)]);
    const mayBeAwaited = index - claims.position < TOGETHER;
    if (results.length < TOGETHER && !mayBeAwaited) continue;
    yield results;
    results = [];
  }
  if (results.length > 0) yield results;
}

/** Makes HTML of a text, or `null` where something has to be told of it. */
function converterOf(
  { processor: setup, showsWarnings }: ThreadData,
  highlighter: Highlighter | null,
): (text: string) => string | null {
  const processor = createProcessor(setup, highlighter);
  return (text) => {
    if (firstKeptByte(text) !== null) return null;
    try {
      const { html, warnings } = processor.render(text);
      return showsWarnings && warnings.length > 0 ? null : html;
    } catch {
      return null;
    }
  };
}
