import type { Span, SpanKind } from '../../model/span.js';
import type { EvaluateHeld } from '../compile/expression.js';
import type { Frame } from './frame.js';

/** What one template cost in a build. Times are milliseconds; `total` holds `includes` and `filters`. */
export interface TemplateCost {
  /** Renderings. */
  count: number;
  /** UTF-8 bytes written. */
  bytes: number;
  /** Parsing and rendering, as in Jekyll's table. */
  total: number;
  /** Spent inside the templates it includes. */
  includes: number;
  /** Spent inside filters, by name. */
  readonly filters: Map<string, number>;
}

/** Measures templates for `--profile`. Without one, nothing is measured and nothing costs. */
export class Profile {
  readonly costs = new Map<string, TemplateCost>();
  /** What took how long, in the order in which it ended; nothing unless it is kept. */
  readonly spans: Span[] = [];
  /** Templates being rendered, the innermost last. */
  private readonly open: TemplateCost[] = [];

  /**
   * @param now        milliseconds
   * @param keepsSpans whether what ran when is kept, too: some hundred bytes each
   */
  constructor(
    private readonly now: () => number,
    private readonly keepsSpans = false,
  ) {}

  /** Runs work and keeps when. */
  span<T>(kind: SpanKind, name: string, run: () => T): T {
    if (!this.keepsSpans) return run();
    const start = this.now();
    try {
      return run();
    } finally {
      this.keep(kind, name, start);
    }
  }

  /** The same for work that waits. */
  async spanAsync<T>(kind: SpanKind, name: string, run: () => Promise<T>): Promise<T> {
    const start = this.now();
    try {
      return await run();
    } finally {
      this.keep(kind, name, start);
    }
  }

  private keep(kind: SpanKind, name: string, start: number): void {
    if (this.keepsSpans) this.spans.push({ kind, name, start, end: this.now() });
  }

  /** Adds the time of parsing, which Jekyll counts too. */
  measureParsing<T>(path: string, parse: () => T): T {
    const started = this.now();
    try {
      return parse();
    } finally {
      this.cost(path).total += this.now() - started;
    }
  }

  measureRendering(path: string, render: () => string): string {
    const cost = this.cost(path);
    const around = this.open[this.open.length - 1];
    const started = this.now();
    this.open.push(cost);
    try {
      const text = render();
      cost.bytes += Buffer.byteLength(text);
      return text;
    } finally {
      this.open.pop();
      const spent = this.now() - started;
      cost.count += 1;
      cost.total += spent;
      if (around !== undefined) around.includes += spent;
      this.keep('template', path, started);
    }
  }

  /** A filter's own time: that of the filters before it is not in it. */
  measureFilter(name: string, evaluate: EvaluateHeld): EvaluateHeld {
    return (frame: Frame) => {
      const filters = this.open[this.open.length - 1]?.filters;
      const before = total(filters);
      const started = this.now();
      const value = evaluate(frame);
      const spent = this.now() - started - (total(filters) - before);
      filters?.set(name, (filters.get(name) ?? 0) + spent);
      if (spent >= SHORTEST_FILTER) this.keep('filter', name, started);
      return value;
    };
  }

  private cost(path: string): TemplateCost {
    let cost = this.costs.get(path);
    if (cost === undefined) {
      cost = { count: 0, bytes: 0, total: 0, includes: 0, filters: new Map() };
      this.costs.set(path, cost);
    }
    return cost;
  }
}

/** Milliseconds of a filter that is worth a span; there are many. */
const SHORTEST_FILTER = 0.1;

function total(filters: ReadonlyMap<string, number> | undefined): number {
  let sum = 0;
  for (const spent of filters?.values() ?? []) sum += spent;
  return sum;
}
