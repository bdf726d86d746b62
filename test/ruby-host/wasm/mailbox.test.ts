import { expect, test } from 'vitest';
import { Mailbox } from '../../../src/ruby-host/wasm/mailbox.js';
import { createPipeBuffer, SharedPipe } from '../../../src/ruby-host/wasm/shared-pipe.js';
import { framed, MessageReader } from '../../../src/ruby-host/wire.js';

const ADDRESS = 16;

/** Memory with a box in it for messages of so many bytes, and the pipes to it and from it. */
function boxFor(room: number) {
  const [requests, answers] = [new SharedPipe(createPipeBuffer()), new SharedPipe(createPipeBuffer())];
  const memory = { buffer: new ArrayBuffer(256), grow: () => 0 };
  const view = new DataView(memory.buffer, ADDRESS);
  view.setUint32(4, room, true);
  const mailbox = new Mailbox(requests, answers);
  return {
    requests,
    answers: new MessageReader(() => answers.read(0) ?? Buffer.alloc(0)),
    view,
    exchange: () => mailbox.exchange(memory, ADDRESS),
    incoming: () => Buffer.from(memory.buffer, ADDRESS + 12, view.getUint32(0, true)).toString(),
    put(text: string) {
      view.setUint32(8, Buffer.from(memory.buffer).write(text, ADDRESS + 12), true);
    },
  };
}

test('a message goes out, and the next one comes in', () => {
  const box = boxFor(16);
  box.put('answer');
  box.requests.write(framed(Buffer.from('question')));
  box.exchange();
  expect(box.answers.read()?.toString()).toBe('answer');
  expect(box.incoming()).toBe('question');
});

test('what went out does not go out again', () => {
  const box = boxFor(16);
  box.put('answer');
  for (const text of ['one', 'two']) {
    box.requests.write(framed(Buffer.from(text)));
    box.exchange();
    expect(box.incoming()).toBe(text);
  }
  expect(box.answers.read()?.toString()).toBe('answer');
  expect(box.answers.read()).toBeNull();
});

test('a message without room is told by its length, and comes when there is some', () => {
  const box = boxFor(8);
  const text = 'longer than eight bytes';
  box.requests.write(framed(Buffer.from(text)));
  box.exchange();
  expect(box.view.getUint32(0, true)).toBe(text.length);
  expect(box.view.getUint8(12)).toBe(0);
  box.view.setUint32(4, 64, true);
  box.exchange();
  expect(box.incoming()).toBe(text);
});

test('nothing comes once the other side has ended', () => {
  const box = boxFor(16);
  box.requests.close();
  box.exchange();
  expect(box.incoming()).toBe('');
});
