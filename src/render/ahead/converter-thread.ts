/** A thread that converts Markdown while this one reads, generates and renders. */
import { createRequire } from 'node:module';
import {
  MessageChannel,
  type MessagePort,
  type ResourceLimits,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import type { Converting } from './markdown-ahead.js';
import type { Order, Result, ThreadData } from './thread-messages.js';

const require = createRequire(import.meta.url);

/**
 * Memory in megabytes. What goes beyond ends the thread, and the rest is converted here. With less stack than this thread has, a text that
 * is too deep here is too deep there, and told of here.
 */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 1 };

/** The thread, which gets ready by itself. */
export class ConverterThread implements Converting {
  private readonly worker: Worker;
  private readonly port: MessagePort;

  /** Resolved once it is over, for tests. */
  readonly ended: Promise<void>;

  constructor(data: Omit<ThreadData, 'port'>, resourceLimits: ResourceLimits = LIMITS) {
    const { port1, port2 } = new MessageChannel();
    const workerData: ThreadData = { ...data, port: port2 };
    this.port = port1;
    this.worker = new Worker(require.resolve('#ahead'), {
      workerData,
      transferList: [port2],
      resourceLimits,
    });
    // What it does not convert is converted here, whatever the reason.
    this.worker.on('error', () => undefined);
    this.ended = new Promise((resolve) => this.worker.once('exit', () => resolve()));
    this.worker.unref();
  }

  send(order: Order): void {
    this.port.postMessage(order);
  }

  receive(): readonly Result[] | null {
    const received = receiveMessageOnPort(this.port);
    return received === undefined ? null : (received.message as readonly Result[]);
  }

  close(): void {
    this.port.close();
    void this.worker.terminate();
  }
}
