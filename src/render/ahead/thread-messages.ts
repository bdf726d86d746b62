/** What goes between the thread that renders and the one that converts ahead. */
import type { MessagePort } from 'node:worker_threads';
import type { ProcessorSetup } from '../converters/processor.js';

/** What the thread is given when it is started. */
export interface ThreadData {
  readonly port: MessagePort;
  readonly processor: ProcessorSetup;
  readonly hasHighlighter: boolean;
  /** Whether warnings are told. */
  readonly showsWarnings: boolean;
  /** Whether code that V8 compiled comes from earlier processes, and is kept. */
  readonly keepsCode: boolean;
}

/** To the thread: first the memory of the claims, then texts, at last `null`. */
export type Order = SharedArrayBuffer | readonly PlacedText[] | null;

/** A text by its place in the order of turns. */
export type PlacedText = readonly [index: number, text: string];

/** From the thread: HTML by the text's place; `null` where something has to be told, which the text's own turn does. */
export type Result = readonly [index: number, html: string | null];
