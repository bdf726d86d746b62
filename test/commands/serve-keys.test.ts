import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { listenToKeys } from '../../src/commands/serve-keys.js';

function pressing(typed: string) {
  const input = new PassThrough();
  const build = vi.fn();
  const told: string[] = [];
  const end = listenToKeys(input, [{ key: 'r', description: 'build again', press: build }], (line) =>
    told.push(line),
  );
  input.write(typed);
  return { input, build, told, end };
}

test('presses a key for each line that is one, and passes over everything else', async () => {
  const { build, told } = pressing('r\nR \nrr\n\nx\n');
  await vi.waitFor(() => expect(build).toHaveBeenCalledTimes(2));
  expect(told).toEqual([]);
});

test('tells the keys there are', async () => {
  const { told } = pressing('h\n');
  await vi.waitFor(() => expect(told).toEqual(['r + enter: build again', 'h + enter: show these keys']));
});

test('hears nothing more once it is ended', async () => {
  const { input, build, end } = pressing('r\n');
  await vi.waitFor(() => expect(build).toHaveBeenCalledTimes(1));
  end();
  input.write('r\n');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(build).toHaveBeenCalledTimes(1);
});
