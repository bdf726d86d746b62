import type { Export, Memory } from './web-assembly.js';

/** The exports that start Ruby, in the canonical ABI. */
export class RubyProgram {
  constructor(
    private readonly exports: Readonly<Record<string, Export>>,
    readonly memory: Memory,
  ) {}

  start(args: readonly string[]): void {
    this.exports['_initialize']!();
    const list = this.allocate(args.length * 8, 4);
    args.forEach((arg, index) => {
      const [start, length] = this.text(`${arg}\0`);
      const view = new DataView(this.memory.buffer);
      view.setUint32(list + index * 8, start, true);
      view.setUint32(list + index * 8 + 4, length, true);
    });
    this.exports['ruby-init: func(args: list<string>) -> ()']!(list, args.length);
  }

  /** @throws Error when Ruby raises and nobody rescues */
  evaluate(code: string): void {
    const call =
      this.exports['rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>']!;
    const answer = call(...this.text(code));
    const state = new DataView(this.memory.buffer).getInt32(answer + 4, true);
    if (state !== 0) throw new Error(`the shim ended with state ${state}`);
  }

  private allocate(size: number, alignment: number): number {
    return this.exports['cabi_realloc']!(0, 0, alignment, size);
  }

  private text(text: string): [start: number, length: number] {
    const bytes = Buffer.from(text);
    const start = this.allocate(bytes.length, 1);
    new Uint8Array(this.memory.buffer, start, bytes.length).set(bytes);
    return [start, bytes.length];
  }
}
