import { StopError } from '../model/diagnostic.js';
import { FULL, MemoryGauge } from '../report/memory-gauge.js';
import * as messages from '../report/messages.js';

/** Looks once in so many files, */
const FILES_BETWEEN = 64;
/** or bytes of them, */
const BYTES_BETWEEN = 2 ** 22;
/** and once in so many steps within one: a line of YAML keeps up to a kilobyte. */
const STEPS_BETWEEN = 4096;
/** So many of the largest files are named. */
const NAMED = 3;

/** Looks after the memory of one reading, which holds all texts and all data. */
export class ReadingMemory {
  /** From the site's folder. */
  private current = '';
  private files = 0;
  private bytes = 0;
  private steps = 0;
  /** The largest files so far, the largest first. */
  private largest: { readonly file: string; readonly size: number }[] = [];

  constructor(private readonly gauge = new MemoryGauge(FULL.reading)) {}

  /**
   * Called before each file is read.
   *
   * @throws StopError when hardly anything is left
   */
  begin(file: string): void {
    this.current = file;
    if (++this.files < FILES_BETWEEN && this.bytes < BYTES_BETWEEN) return;
    this.files = 0;
    this.bytes = 0;
    this.check();
  }

  /** Notes a file that is kept. @param size in bytes */
  note(file: string, size: number): void {
    this.bytes += size;
    const smallest = this.largest[NAMED - 1];
    if (smallest !== undefined && size <= smallest.size) return;
    this.largest = [...this.largest, { file, size }].sort((a, b) => b.size - a.size).slice(0, NAMED);
  }

  /**
   * Called again and again while a large file is parsed.
   *
   * @throws StopError when hardly anything is left
   */
  readonly step = (): void => {
    if (++this.steps % STEPS_BETWEEN === 0) this.check();
  };

  private check(): void {
    if (!this.gauge.isShort()) return;
    const files = this.largest.map(({ file, size }) => `${file} (${size} bytes)`);
    throw new StopError(
      messages.memoryShort(this.gauge.limit, this.current, [`The largest files: ${files.join(', ')}.`]),
    );
  }
}
