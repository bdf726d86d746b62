/** Calls of plain code while they run: what they ask for is recorded where it is answered, or nobody sees it. */
import type { Ask } from './asks/ask.js';
import type { Answer, Asks } from './conversation.js';

/** Asks that leave nothing behind and whose answers go by their arguments, or by what is recorded as they are made. */
const RECORDED: ReadonlySet<string> = new Set([
  ...['filter', 'own_filter', 'render', 'find', 'set', 'assign', 'push', 'pop', 'global', 'body', 'built_in'],
  ...[
    'token',
    'output_ext',
    'drop_get',
    'drop_has',
    'drop_keys',
    'drop_text',
    'content',
    'output',
    'excerpt',
    'markdownify',
  ],
  ...['slugify', 'transliterate', 'escape_path', 'unescape_path', 'yaml', 'zone_offset', 'zone_seconds'],
  // Copies: whoever looks at them is noted.
  ...['files', 'file', 'data', 'site_data', 'defaults'],
]);

/** Asks whose answers go by their arguments alone. */
const PURE: ReadonlySet<string> = new Set([
  ...['token', 'slugify', 'transliterate', 'escape_path', 'unescape_path', 'yaml', 'zone_offset'],
  'zone_seconds',
]);

/** Whether an ask's answer is the same whoever asks. */
function isPure(ask: string): boolean {
  return PURE.has(ask);
}

/** Whether what an ask answers is known to the page in hand. */
function isRecorded(ask: string): boolean {
  return RECORDED.has(ask);
}

/** A call that runs. */
interface OpenCall {
  isUnseen: boolean;
  hasAsked: boolean;
}

/** Those of one session. */
export class PlainCalls {
  /** The innermost last. */
  private readonly open: OpenCall[] = [];

  /** Asks as they are, noted for the call that they are made by. */
  watched(asks: readonly Ask[]): Asks {
    const noted = ([name, answer]: Ask): Ask => {
      if (isPure(name)) return [name, answer];
      const noting: Ask[1] = (...args) => {
        const call = this.open.at(-1);
        if (call !== undefined) call.hasAsked = true;
        if (!isRecorded(name)) this.noteUnseen();
        return answer(...args);
      };
      return [name, noting];
    };
    return new Map(asks.map(noted));
  }

  /** Notes that the call that runs looks at what nobody sees. */
  noteUnseen(): void {
    const call = this.open.at(-1);
    if (call !== undefined) call.isUnseen = true;
  }

  /** Runs a call. @param onUnseen told where nobody saw what it read, also when it fails */
  during(run: () => Answer, onUnseen: () => void): Answer & { readonly hasAsked: boolean } {
    const call: OpenCall = { isUnseen: false, hasAsked: false };
    this.open.push(call);
    let isDone = false;
    try {
      const answer = run();
      isDone = true;
      return { ...answer, hasAsked: call.hasAsked };
    } finally {
      this.open.pop();
      if (!isDone || call.isUnseen) onUnseen();
    }
  }
}
