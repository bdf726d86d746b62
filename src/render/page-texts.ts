import type { Document, Page } from '../model/page.js';

type Text = Page | Document;

/**
 * What has become of each page and document so far. Templates see these texts, and they change at the file's turn: `content` is
 * raw before its conversion and HTML after it, `output` is `null` until its layouts are done.
 */
export class Texts {
  private readonly contents = new Map<string, string>();
  private readonly outputs = new Map<string, string>();

  /** @param onContent told of each new content */
  constructor(private readonly onContent: (file: Text) => void) {}

  contentOf(file: Text): string {
    return this.contents.get(file.id) ?? file.body;
  }

  setContent(file: Text, content: string): void {
    this.contents.set(file.id, flat(content));
    this.onContent(file);
  }

  outputOf(file: Text): string | null {
    return this.outputs.get(file.id) ?? null;
  }

  setOutput(file: Text, output: string): void {
    this.outputs.set(file.id, flat(output));
  }
}

/**
 * The text as one piece. V8 keeps a string that was put together by `+=` as a tree of its pieces until somebody looks into it; kept
 * for thousands of pages, those trees cost more than the texts.
 */
function flat(text: string): string {
  text.charCodeAt(0);
  return text;
}
