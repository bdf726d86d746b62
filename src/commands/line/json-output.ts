import { type Diagnostic, SiteError } from '../../model/diagnostic.js';
import { inOurWords } from '../../report/in-our-words.js';
import type { CommandReporter } from '../../report/logger.js';
import type { Invocation } from './command.js';

/** What a command has to tell besides its diagnostics. */
export interface JsonAnswer {
  /** Whether it went well; decides the exit code. */
  readonly ok: boolean;
  readonly [key: string]: unknown;
}

/**
 * Runs a command with `--json`: nothing is printed but one document at the end, with all diagnostics in it, also where the configuration
 * cannot be read. What is wrong with the call itself is told on standard error, as always.
 */
export async function printJson(
  invocation: Invocation,
  run: (invocation: Invocation) => Promise<JsonAnswer>,
): Promise<number> {
  const diagnostics: Diagnostic[] = [];
  const reporter = silent(invocation.reporter, diagnostics);
  const answer = await attempt(
    () => run({ ...invocation, reporter, makeReporter: () => reporter }),
    diagnostics,
  );
  process.stdout.write(`${JSON.stringify({ ...answer, diagnostics: diagnostics.map(toJson) }, null, 2)}\n`);
  return answer.ok ? 0 : 1;
}

async function attempt(run: () => Promise<JsonAnswer>, diagnostics: Diagnostic[]): Promise<JsonAnswer> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    diagnostics.push(error.diagnostic);
    return { ok: false };
  }
}

function silent(reporter: CommandReporter, diagnostics: Diagnostic[]): CommandReporter {
  const nothing = (): void => {};
  return {
    ...reporter,
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    raw: nothing,
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
}

/** Absent members are unknown, or there is nothing to say; paths are relative to the working directory where they lie in it. */
function toJson(diagnostic: Diagnostic): Readonly<Record<string, unknown>> {
  const { severity, code, topic, message, file, line, column, stack, isHarmless } = diagnostic;
  const { number, sentence, hint } = inOurWords(diagnostic);
  return {
    code: number ?? undefined,
    name: code,
    severity,
    isHarmless,
    message: sentence ?? message,
    jekyll: sentence === null ? undefined : [topic, message].filter(Boolean).join(' '),
    file,
    line,
    column,
    includedFrom: stack !== undefined && stack.length > 0 ? stack : undefined,
    hint: hint ?? undefined,
  };
}
