/** A pattern that Ruby refuses too, or that has no counterpart in JavaScript. */
export class RegexpSyntaxError extends Error {
  constructor(reason: string, source: string | null, cause?: unknown) {
    super(source === null ? reason : `${reason}: /${source}/`, { cause });
    this.name = 'RegexpSyntaxError';
  }
}

/** Goes through a pattern from its start to its end. */
export class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  isAt(text: string): boolean {
    return this.source.startsWith(text, this.at);
  }

  /** Whether the text stands here; goes past it then. */
  takes(text: string): boolean {
    const isHere = this.isAt(text);
    if (isHere) this.at += text.length;
    return isHere;
  }

  /** What a sticky expression matches here, which it goes past. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match !== null) this.at += match[0].length;
    return match;
  }

  /** The next character. */
  next(): string {
    const character = String.fromCodePoint(this.source.codePointAt(this.at)!);
    this.at += character.length;
    return character;
  }

  back(length: number): void {
    this.at -= length;
  }

  error(reason: string): RegexpSyntaxError {
    return new RegexpSyntaxError(reason, this.source);
  }
}
