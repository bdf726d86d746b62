/** Kinds of work that a profile tells apart. */
export type SpanKind = 'stage' | 'generator' | 'page' | 'template' | 'filter' | 'conversion' | 'hook';

/** A piece of work and when it ran; milliseconds on one clock. */
export interface Span {
  readonly kind: SpanKind;
  /** A path, or the name of what ran. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}
