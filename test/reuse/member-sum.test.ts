/** A sum that began with what was kept is the sum made anew of the same values, however much was exchanged. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemberSum } from '../../src/reuse/member-sum.js';

const IDS = Array.from({ length: 60 }, (_, index) => `posts:_posts/${index}.md`);

const members = fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: IDS.length });
const edits = fc.array(fc.tuple(fc.constantFrom(...IDS), fc.option(fc.constantFrom('a', 'b', 'c'))), {
  maxLength: 90,
});

test('what is kept and corrected is what is made anew', () => {
  fc.assert(
    fc.property(members, fc.array(edits, { maxLength: 4 }), (ids, builds) => {
      const values = new Map(ids.map((id) => [id, 'a']));
      let kept = sumOf(values).kept;
      for (const build of builds) {
        const sum = new MemberSum(kept);
        for (const [id, value] of build) {
          if (value === null) {
            values.delete(id);
            sum.delete(id);
          } else {
            values.set(id, value);
            sum.set(id, value);
          }
        }
        kept = sum.kept;
        const anew = sumOf(values);
        expect(kept.text).toBe(anew.text);
        expect(partsOf(kept)).toEqual(partsOf(anew.kept));
        expect(new MemberSum(kept).isOf(kept.ids.map((id) => ({ id })))).toBe(true);
      }
    }),
  );
});

function sumOf(values: ReadonlyMap<string, string>): MemberSum {
  const sum = new MemberSum();
  for (const [id, value] of values) sum.set(id, value);
  return sum;
}

/** By the id, since the order is nobody's business. */
function partsOf({ ids, parts }: MemberSum['kept']): Record<string, string> {
  const size = ids.length === 0 ? 0 : parts.length / ids.length;
  return Object.fromEntries(ids.map((id, index) => [id, parts.slice(index * size, (index + 1) * size)]));
}
