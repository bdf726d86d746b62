/** Where messages are put down in Ruby's memory for either side (`shim/mailbox.rb`). */
import { framed, MessageReader } from '../wire.js';
import type { SharedPipe } from './shared-pipe.js';
import type { Memory } from './web-assembly.js';

/** Where numbers stand before the message, in bytes: how long one to Ruby is, how long one may be, how long one from Ruby is. */
const PLACES = { incoming: 0, room: 4, outgoing: 8, message: 12 } as const;

/** The other side of it. */
export class Mailbox {
  private readonly messages: MessageReader;
  /** A message for which there was no room. */
  private waiting: Buffer | null = null;

  constructor(
    requests: SharedPipe,
    private readonly answers: SharedPipe,
  ) {
    this.messages = new MessageReader(() => requests.read() ?? Buffer.alloc(0));
  }

  /**
   * Takes the message that is there, and puts the next one in its place once it has come; of one for which there is no room only the length,
   * until it is asked for again.
   *
   * @param address of the box
   */
  exchange(memory: Memory, address: number): void {
    const view = new DataView(memory.buffer);
    const outgoing = view.getUint32(address + PLACES.outgoing, true);
    if (outgoing > 0) {
      view.setUint32(address + PLACES.outgoing, 0, true);
      this.answers.write(framed(Buffer.from(memory.buffer, address + PLACES.message, outgoing)));
    }
    const message = this.waiting ?? this.messages.read() ?? Buffer.alloc(0);
    const isTooLong = message.length > view.getUint32(address + PLACES.room, true);
    this.waiting = isTooLong ? message : null;
    view.setUint32(address + PLACES.incoming, message.length, true);
    if (!isTooLong) message.copy(Buffer.from(memory.buffer, address + PLACES.message, message.length));
  }
}
