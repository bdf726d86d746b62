import { expect, test } from 'vitest';
import { withOurs } from '../../src/serve/content-policy.js';

test.each([
  // Nothing is forbidden that the script needs.
  ["img-src 'self'", "img-src 'self'"],
  ["default-src 'self'", "default-src 'self'; script-src-elem 'self'; connect-src 'self'"],
  ["default-src 'none'", "default-src 'none'; script-src-elem 'self'; connect-src 'self'"],
  [
    "script-src 'nonce-abc' 'strict-dynamic'; connect-src https://api.test",
    "script-src 'nonce-abc' 'strict-dynamic'; script-src-elem 'nonce-abc' 'strict-dynamic' 'nonce-n'; connect-src https://api.test 'self'",
  ],
  // A nonce would switch 'unsafe-inline' off.
  ["Script-Src 'unsafe-inline'", "Script-Src 'unsafe-inline'; script-src-elem 'unsafe-inline' 'self'"],
])('lets through what the script needs: %s', (policy, expected) => {
  expect(withOurs(policy, 'n')).toBe(expected);
});
