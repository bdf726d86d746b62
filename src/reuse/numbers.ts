/** Numbers values in the order in which they first come. */
export class Numbers<T> {
  readonly all: T[] = [];
  private readonly known = new Map<T, number>();

  of(value: T): number {
    let number = this.known.get(value);
    if (number === undefined) {
      number = this.all.length;
      this.known.set(value, number);
      this.all.push(value);
    }
    return number;
  }
}
