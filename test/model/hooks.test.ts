import { expect, test } from 'vitest';
import type { Document } from '../../src/model/page.js';
import type { HookItem, ItemHook } from '../../src/model/plugin.js';
import { hooksOf } from '../helpers/hooks-of.js';

const post = { kind: 'document', collection: 'posts' } as Document;
const item: HookItem = {
  file: post,
  content: '',
  output: null,
  data: new Map(),
  config: {} as HookItem['config'],
  rendering: null,
  markdownify: (text) => text,
  depend: () => {},
};

function hook(owner: string, priority: ItemHook['priority'], run: () => void): ItemHook {
  return { owner, event: 'post_render', priority, run };
}

test('hooks run by priority, then in order; the collection comes before all documents', () => {
  const order: string[] = [];
  const hooks = hooksOf([
    hook('documents', 'high', () => order.push('documents')),
    hook('posts', 'low', () => order.push('low')),
    hook('posts', 'normal', () => order.push('first')),
    hook('posts', 20, () => order.push('second')),
    hook('posts', 31, () => order.push('above high')),
    hook('pages', 'high', () => order.push('not for posts')),
  ]);
  hooks.item('post_render', item);
  expect(order).toEqual(['above high', 'first', 'second', 'low', 'documents']);
});

test('an event the owner does not have is refused in Jekyll’s words', () => {
  const wrong = {
    owner: 'clean',
    event: 'post_render',
    priority: 'normal',
    run: () => {},
  } as unknown as ItemHook;
  expect(() => hooksOf([wrong])).toThrow(
    'Invalid hook. clean supports only the following hooks [:on_obsolete]',
  );
});
