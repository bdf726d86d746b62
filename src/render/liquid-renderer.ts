/** Running Liquid on a text, with Jekyll's warnings and errors (Jekyll 4.4.1, `Renderer#render_liquid`). */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RenderContext } from '../liquid/context.js';
import type { Engine, NamedText, RenderedText, Template } from '../liquid/engine.js';
import { LiquidError } from '../liquid/errors.js';
import { type Diagnostic, SiteError } from '../model/diagnostic.js';
import * as messages from '../report/messages.js';
import type { Value } from '../ruby/value.js';
import { refuseTemplate } from './refuse-bytes.js';

/** A text with Liquid in it. */
export interface LiquidSource {
  readonly text: string;
  /** Relative to the site's folder, for places. */
  readonly path: string;
  /** As Jekyll prints it after `in`: absolute for documents and layouts. */
  readonly printedPath: string;
  /** 1-based line of the user's file on which `text` starts. */
  readonly line: number;
  /** The name Jekyll's cache of templates knows it by; `null` for an excerpt, which has one of its own. */
  readonly key: string | null;
  /** Whether the template is used again, as a layout's is. */
  readonly isKept: boolean;
  /** The page a layout is applied to, for places. */
  readonly usedBy?: string;
}

/** Renders the texts of one build. */
export class LiquidRenderer {
  /**
   * @param root the folder that paths of places start from
   */
  constructor(
    private readonly engine: Engine,
    private readonly context: RenderContext,
    private readonly root: string,
  ) {}

  /** @param payload names this rendering sees, before those of the whole build */
  render(source: LiquidSource, payload: ReadonlyMap<string, Value>): RenderedText {
    try {
      this.context.depend('config:liquid');
      const template = this.parse(source);
      for (const warning of template.warnings) {
        this.context.report(
          messages.liquidWarning(warning.message, source.printedPath, this.placeOf(warning, source)),
        );
      }
      if (template.furtherWarnings > 0) this.tellFurther(template.furtherWarnings, source);
      return template.renderText(this.context, payload);
    } catch (error) {
      if (!(error instanceof LiquidError)) throw error;
      // An excerpt that failed inside this text has its own diagnostic.
      throw error.cause instanceof SiteError ? error.cause : new SiteError(this.diagnose(error, source));
    }
  }

  /** See `Engine.noteText`. */
  noteText(source: NamedText): void {
    this.engine.noteText(source);
  }

  /** See `Engine.withOwnCounters`. */
  withOwnCounters<T>(run: () => T): T {
    return this.engine.withOwnCounters(run);
  }

  private parse({ text, path, line, key, isKept }: LiquidSource): Template {
    refuseTemplate({ text, path, line }, this.context.config?.encoding ?? '');
    if (key === null) return this.engine.parse(text, path, line);
    return isKept
      ? this.engine.template(key, text, this.context, line)
      : this.engine.templateOnce({ key, text, path, line }, this.context);
  }

  private tellFurther(count: number, { printedPath, path, usedBy }: LiquidSource): void {
    const stack = usedBy === undefined ? [] : [usedBy];
    this.context.report(messages.liquidWarningsFurther(count, printedPath, { file: path, stack }));
  }

  private diagnose(error: LiquidError, source: LiquidSource): Diagnostic {
    // Jekyll names a failing include by its absolute path.
    if (error.templateName !== null) error.templateName = resolve(this.root, error.templateName);
    const diagnostic = messages.liquidException(
      error.message,
      source.printedPath,
      this.placeOf(error, source),
    );
    return { ...diagnostic, cause: error, ...(error.hint === null ? {} : { hint: error.hint }) };
  }

  private placeOf(error: LiquidError, source: LiquidSource): messages.Place {
    const file = error.file ?? source.path;
    return {
      file,
      line: error.line ?? undefined,
      column: error.column ?? undefined,
      text: this.textOf(file),
      stack: source.usedBy === undefined ? error.includeStack : [...error.includeStack, source.usedBy],
    };
  }

  /** The whole file for a code frame; nothing for a text that stands in none. */
  private textOf(file: string): string | undefined {
    try {
      return readFileSync(resolve(this.root, file), 'utf8');
    } catch {
      return undefined;
    }
  }
}
