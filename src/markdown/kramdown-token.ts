import type { Token } from 'markdown-it';

type Attribute = NonNullable<Token['attrs']>[number];

/**
 * markdown-it's token with plain fields. The library defines its own one by one through `Object.defineProperty`, which takes a
 * tenth of the time a page takes; everything else is as there, so rules and renderers of plugins see no difference.
 */
export class KramdownToken implements Token {
  attrs: Token['attrs'] = null;
  map: Token['map'] = null;
  level = 0;
  children: Token[] | null = null;
  content = '';
  markup = '';
  info = '';
  meta: Token['meta'] = null;
  block = false;
  hidden = false;

  constructor(
    public type: string,
    public tag: string,
    public nesting: Token['nesting'],
  ) {}

  attrIndex(name: string): number {
    return this.attrs ? this.attrs.findIndex(([other]) => other === name) : -1;
  }

  attrPush(attribute: Attribute): void {
    if (this.attrs) this.attrs.push(attribute);
    else this.attrs = [attribute];
  }

  attrSet(name: string, value: string | number): void {
    const index = this.attrIndex(name);
    if (index < 0) this.attrPush([name, value]);
    else this.attrs![index] = [name, value];
  }

  attrGet(name: string): string | number | null {
    const index = this.attrIndex(name);
    return index < 0 ? null : this.attrs![index]![1];
  }

  attrJoin(name: string, value: string | number): void {
    const index = this.attrIndex(name);
    if (index < 0) this.attrPush([name, value]);
    else this.attrs![index] = [name, `${this.attrs![index]![1]} ${value}`];
  }
}
