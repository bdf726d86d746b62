import { expect, test } from 'vitest';
import { shimPath } from '../../../src/ruby-host/find-engine.js';
import { startWasmRuby } from '../../../src/ruby-host/wasm/wasm-wire.js';

test('an engine that cannot start says why', () => {
  const wire = startWasmRuby({
    program: '/nowhere/ruby.wasm',
    module: null,
    shim: shimPath(),
    imageFolders: [],
    mounts: [],
  });
  const patience = { deadline: performance.now() + 60_000, notice: null, what: 'the start of Ruby' };
  expect(() => wire.receive(patience)).toThrow(
    expect.objectContaining({ end: 'ended', reason: expect.stringMatching(/ENOENT.*ruby\.wasm/) }),
  );
  wire.close();
});
