import { SiteError } from '../model/diagnostic.js';
import type { HeldText } from '../model/output.js';
import * as messages from '../report/messages.js';
import { AppendedFile } from '../reuse/appended-file.js';

/** Many texts in one file that is there for the length of a build. */
export class HeldFile {
  private readonly file: AppendedFile;

  /**
   * @param path absolute
   * @throws SiteError when the file cannot be made
   */
  constructor(private readonly path: string) {
    this.file = this.attempt(() => new AppendedFile(path));
  }

  /**
   * Takes a text of whole characters.
   *
   * @throws SiteError when it cannot be written
   */
  add(text: string): HeldText {
    const { start, size } = this.attempt(() => this.file.add(text));
    return new HeldPart(this, start, size);
  }

  /**
   * A text by its place.
   *
   * @throws SiteError when it cannot be read, or the file is shorter than it was
   */
  readAt(start: number, size: number): string {
    const bytes = this.attempt(() => this.file.bytesAt(start, size));
    if (bytes === null) throw new SiteError(messages.outputChangedMeanwhile(this.path));
    return bytes.toString('utf8');
  }

  /** Its texts can be read no more. */
  close(): void {
    this.file.close();
  }

  private attempt<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw new SiteError({ ...messages.unwritableFile((error as Error).message, this.path), cause: error });
    }
  }
}

/** A text by its place in the file; there may be hundreds of thousands. */
class HeldPart implements HeldText {
  constructor(
    private readonly file: HeldFile,
    private readonly start: number,
    private readonly size: number,
  ) {}

  read(): string {
    return this.file.readAt(this.start, this.size);
  }

  /** To the eye of whoever compares records it is its text. */
  toJSON(): string {
    return this.read();
  }
}
