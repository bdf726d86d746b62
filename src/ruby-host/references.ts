/** What crosses the wire by name: files of the site, the site, objects of either side. */

import type { SiteRendering } from '../model/site-rendering.js';
import { Drop, type Value } from '../ruby/value.js';
import { FileReference } from '../site/file-reference.js';
import { UserValue } from './marshal/user-value.js';
import type { Writable } from './marshal/write-marshal.js';
import { type AskObject, fileIdOf, RubyDrop } from './ruby-drop.js';

/** The class in Ruby that makes objects of names. */
const CLASS = 'Utterson::Ref';

/** Names of one session. */
export class References {
  /** While the site is rendered. */
  rendering: SiteRendering | null = null;
  private readonly drops = new Map<number, RubyDrop>();
  private readonly foreign: Drop[] = [];
  private readonly numbers = new Map<Drop, number>();

  /**
   * @param onOwn told of each object of Ruby's that crosses over: what is in it nobody sees
   */
  constructor(
    private readonly ask: AskObject,
    private readonly onOwn: () => void,
  ) {}

  /** A file's name. */
  static file(id: string): UserValue {
    return new UserValue(CLASS, `f:${id}`);
  }

  /** The drop behind a number of ours. */
  foreignDrop(number: Value): Drop {
    const drop = this.foreign[number as number];
    if (drop === undefined) throw new Error(`no drop has the number ${String(number)}`);
    return drop;
  }

  /** What is written for a drop, or for a mapping that stands for a page. */
  readonly dump = (object: Value & object, isHeld: boolean): Writable => {
    const id = fileIdOf(object);
    if (id !== null) {
      if (isHeld) return References.file(id);
      if (object instanceof Map) return object;
      if (object instanceof Drop && object.className.endsWith('DocumentDrop'))
        return new UserValue(CLASS, `d:${id}`);
    }
    if (object instanceof FileReference) return References.file(object.id);
    if (object instanceof RubyDrop) {
      this.onOwn();
      return new UserValue(CLASS, `h:${object.number}`);
    }
    if (!(object instanceof Drop)) return object;
    if (object.className === 'Jekyll::Drops::SiteDrop') return new UserValue(CLASS, 's:');
    return new UserValue(CLASS, `j:${this.numberOf(object)}`);
  };

  private numberOf(drop: Drop): number {
    const known = this.numbers.get(drop);
    if (known !== undefined) return known;
    const number = this.foreign.push(drop) - 1;
    this.numbers.set(drop, number);
    return number;
  }

  /** The value behind a name that Ruby writes. */
  readonly load = ({ text }: UserValue): Value => {
    const name = text.slice(2);
    switch (text[0]) {
      case 'f':
      case 'd':
        return this.rendering === null ? new FileReference(name) : this.rendering.fileValue(name);
      case 'h':
        return this.rubyDrop(Number(name));
      case 'j':
        return this.foreignDrop(Number(name));
      case 's':
        return this.rendering?.global('site') ?? null;
      default:
        throw new Error(`Ruby writes \`${text}\`, which names nothing`);
    }
  };

  private rubyDrop(number: number): RubyDrop {
    this.onOwn();
    let drop = this.drops.get(number);
    if (drop === undefined) this.drops.set(number, (drop = new RubyDrop(number, this.ask)));
    return drop;
  }
}
