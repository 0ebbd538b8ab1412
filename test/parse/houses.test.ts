import assert from 'node:assert/strict';
import { judged } from '../accuracy';
import { generateIssue } from '../generate';
import { ELSEWHERE } from '../house';
import { inspected } from '../scripts/accuracy';

/** What depends on printed forms alone. */
const FORMS = new Set(['byline people', 'page headers', 'continuations', 'continuation links']);

/** Everything of an issue’s printed forms that was read wrongly, of a paper that sets its text in this style. */
function faults(house: (typeof ELSEWHERE)[number], style: string): string[] {
  const { pages } = generateIssue(7, { pages: 3, characters: 2500, style, house });
  const files = pages.map(({ text, gold }) => ({ path: gold.file, bytes: Buffer.from(text), gold }));
  return inspected(files).flatMap((one) =>
    [...judged(one)]
      .filter(({ measure }) => FORMS.has(measure))
      .flatMap(({ measure, file, faults }) => faults.map((fault) => `${file}: ${measure} ${fault}`)),
  );
}

describe('a paper with forms of its own is read as the others are', () => {
  for (const house of ELSEWHERE) {
    const name = `${house.folio(2, '要闻', new Date(0))} · ${house.byline('青岩日报', ['岳清', '白露'])} · ${house.cut(3, '①')}`;
    it(name, () => {
      for (const style of ['seed', 'epaper', 'flat', 'wrap']) assert.deepEqual(faults(house, style), [], style);
    });
  }
});
