/**
 * Markdown that another thread converts ahead of the turns: bodies without Liquid, whose HTML goes by their text and the settings alone.
 * Each text is claimed by the thread that comes to it first, and this one never waits. Whatever has to be told of a text is told in its
 * turn by this thread, which then converts it as if there were no other.
 */
import { wholeText } from '../../model/output.js';
import type { Renderable } from '../../model/page.js';
import { hasLiquid } from '../../site/has-liquid.js';
import { Claims, createClaims } from './claims.js';
import type { PlacedText, Result } from './thread-messages.js';

/** The other thread. */
export interface Converting {
  send(order: SharedArrayBuffer | readonly PlacedText[] | null): void;
  /** What it has handed over next; `null` for nothing yet. */
  receive(): readonly Result[] | null;
  /** Ends it, whatever it does. */
  close(): void;
}

export const AHEAD_LIMITS = {
  /** UTF-16 units of texts that were sent and whose turn has not come. */
  ahead: 2 ** 21,
  /** Units that are sent together: some 20 posts. */
  batch: 2 ** 16,
  /** Texts converted for later turns while the other thread has the one at hand. */
  meanwhile: 4,
  /** Turns after which is looked whether the other thread gave at least one result in eight. It takes a hundred to get ready. */
  stretch: 1000,
  /** Milliseconds for which is waited for the other thread: tests want it to do all that it can. */
  patience: 0,
};

/** The texts of one site, by their places in the order of turns. */
export class MarkdownAhead {
  /** Texts that were converted before their turns and came to their pages. */
  used = 0;
  private readonly places = new Map<Renderable, number>();
  private readonly claims: Claims;
  /** Units of each text that was sent; 0 for others. */
  private readonly units: Uint32Array;
  /** Of texts whose turn has not come; `null` where something has to be told. */
  private readonly made = new Map<number, string | null>();
  /** Texts before this place were sent, or need not be. */
  private sent = 0;
  /** Texts before this place have had their turns. */
  private past = 0;
  private unitsAhead = 0;
  /** Turns, and results of the other thread, since it was looked at last. */
  private turns = 0;
  private given = 0;
  private isOver = false;

  /**
   * @param files   those whose bodies Markdown alone converts, in the order of their turns
   * @param convert makes HTML of a text; `null` where something has to be told
   */
  constructor(
    private readonly thread: Converting,
    private readonly files: readonly Renderable[],
    private readonly convert: (text: string) => string | null,
    private readonly limits = AHEAD_LIMITS,
  ) {
    const memory = createClaims(files.length);
    this.claims = new Claims(memory);
    this.units = new Uint32Array(files.length);
    for (const [place, file] of files.entries()) this.places.set(file, place);
    thread.send(memory);
    this.sendMore();
  }

  /** At a file's turn: the HTML of its body; `null` where that is to be made now. */
  take(file: Renderable): string | null {
    const place = this.places.get(file);
    if (place === undefined || this.isOver) return null;
    this.passTo(place);
    const html = this.units[place] === 0 ? null : this.htmlOf(place);
    if (html !== null) this.used++;
    this.passTo(place + 1);
    this.sendMore();
    return html;
  }

  private htmlOf(place: number): string | null {
    this.look();
    this.wait(place);
    if (this.isMade(place)) return this.made.get(place)!;
    if (this.claims.claim(place)) return null;
    let next = place + 1;
    for (let count = 0; count < this.limits.meanwhile && !this.isMade(place); count++) {
      while (next < this.sent && !this.claimSent(next)) next++;
      if (next === this.sent) break;
      const text = this.textAt(next);
      this.made.set(next, text === null ? null : this.convert(text));
    }
    return this.made.get(place) ?? null;
  }

  private claimSent(place: number): boolean {
    return this.units[place] !== 0 && this.claims.claim(place);
  }

  /** Whether it is known what becomes of a text. */
  private isMade(place: number): boolean {
    while (!this.made.has(place)) {
      const results = this.thread.receive();
      if (results === null) return false;
      this.given += results.length;
      for (const [one, html] of results) if (one >= this.past) this.made.set(one, html);
    }
    return true;
  }

  private wait(place: number): void {
    if (this.limits.patience === 0) return;
    const end = performance.now() + this.limits.patience;
    while (!this.isMade(place)) {
      if (performance.now() > end) throw new Error('the other thread does not answer');
      this.claims.pause();
    }
  }

  /** Leaves the other thread alone where it does too little: another program needs its processor, or it has ended. */
  private look(): void {
    if (++this.turns < this.limits.stretch) return;
    if (this.given < this.turns / 8) this.end();
    this.turns = 0;
    this.given = 0;
  }

  private end(): void {
    this.isOver = true;
    this.thread.close();
  }

  /** Lets go of texts before a place, also of those that had no turn of their own. */
  private passTo(place: number): void {
    for (; this.past < place; this.past++) {
      this.claims.claim(this.past);
      this.unitsAhead -= this.units[this.past]!;
      this.made.delete(this.past);
    }
    this.sent = Math.max(this.sent, place);
    this.claims.position = place;
  }

  /** `null` where it cannot be read, which its own turn meets, too. */
  private textAt(place: number): string | null {
    try {
      return wholeText(this.files[place]!.body);
    } catch {
      return null;
    }
  }

  private sendMore(): void {
    const { files, limits } = this;
    if (this.sent === files.length) return;
    while (this.sent < files.length && this.unitsAhead <= limits.ahead - limits.batch) this.sendBatch();
    if (this.sent === files.length) this.thread.send(null);
  }

  private sendBatch(): void {
    const batch: PlacedText[] = [];
    let units = 0;
    for (; this.sent < this.files.length && units < this.limits.batch; this.sent++) {
      const text = this.textAt(this.sent);
      if (text === null || text === '' || hasLiquid(text)) continue;
      this.units[this.sent] = text.length;
      units += text.length;
      batch.push([this.sent, text]);
    }
    this.unitsAhead += units;
    if (batch.length > 0) this.thread.send(batch);
  }
}
