import assert from 'node:assert/strict';
import { type Case, calibration, figures, judged, total, unexpected } from './accuracy';
import { HELD_BACK, ISSUE } from './fixtures/made';
import { blankGold, type Gold } from './gold';
import { casesOf } from './scripts/accuracy';

const GOLD: Gold = {
  ...blankGold('01.txt', 'seed'),
  articles: [
    {
      line: 3,
      endLine: 9,
      headlineLines: [3, 5],
      bylines: [],
      sections: [],
      subheads: [7],
      captions: [],
      continuations: [],
    },
    {
      line: 11,
      endLine: 13,
      headlineLines: [11],
      bylines: [],
      sections: [],
      subheads: [],
      captions: [],
      continuations: [],
    },
  ],
  breaks: [7],
  problems: [{ line: 9, code: 'unpaired-mark' }],
  complete: true,
};

type Article = Partial<Case['found']['articles'][number]> & { line: number };
type Problem = Partial<Case['found']['problems'][number]> & { line: number; code: string };

function given(articles: Article[], problems: Problem[] = [], gold: Partial<Gold> = {}): Case {
  const rest = {
    headlineLines: [],
    bylines: [],
    sections: [],
    subheads: [],
    captions: [],
    continuations: [],
    confidence: 1,
  };
  const found = { file: '01.txt', pages: [], articles: articles.map((a) => ({ ...rest, ...a })), problems };
  return { gold: { ...GOLD, ...gold }, found: found as unknown as Case['found'], lines: [], characters: 100 };
}

const faults = (one: Case): Record<string, readonly string[]> =>
  Object.fromEntries([...judged(one)].filter((j) => j.faults.length > 0).map((j) => [j.measure, j.faults]));

const RIGHT: Article[] = [
  { line: 3, headlineLines: [3, 5], subheads: [{ line: 7, text: '' }] },
  { line: 11, headlineLines: [11] },
];
const SAID: Problem[] = [
  { line: 7, code: 'broken-line', joins: [7] },
  { line: 9, code: 'unpaired-mark' },
];

describe('accuracy', () => {
  it('finds no fault in what is right', () => {
    assert.deepEqual(faults(given(RIGHT, SAID)), {});
    assert.deepEqual(unexpected([given(RIGHT, SAID)]), []);
  });

  it('names what is missed and what is wrong', () => {
    assert.deepEqual(
      faults(given([{ line: 3, headlineLines: [3] }], [{ line: 4, code: 'broken-line', joins: [4, 7] }])),
      {
        'article starts': ['missed 11'],
        'headline lines': ['missed 3+5', 'missed 11', 'wrong 3'],
        subheads: ['missed 7'],
        'broken lines': ['wrong 4'],
        'unpaired-mark': ['missed 9'],
      },
    );
  });

  it('judges nobody where two readings are right', () => {
    const more = [...RIGHT, { line: 13, headlineLines: [13] }];
    assert.deepEqual(faults(given(more, SAID, { ambiguousStarts: [13] })), {});
    assert.deepEqual(
      faults(
        given(RIGHT, [...SAID, { line: 3, code: 'duplicate-text' }], {
          allowed: [{ line: 3, codes: ['duplicate-text'] }],
        }),
      ),
      {},
    );
  });

  it('lists what is reported of a fully labelled file and is not there', () => {
    assert.deepEqual(unexpected([given(RIGHT, [...SAID, { line: 5, code: 'lost-digit' }])]), ['01.txt:5 lost-digit']);
  });

  it('adds up', () => {
    assert.deepEqual(
      total([
        { hit: 1, wrong: 2, missed: 3 },
        { hit: 2, wrong: 0, missed: 1 },
      ]),
      { hit: 3, wrong: 2, missed: 4 },
    );
    assert.deepEqual(figures({ hit: 3, wrong: 1, missed: 3 }), { precision: 0.75, recall: 0.5, f1: 0.6 });
    assert.deepEqual(figures({ hit: 0, wrong: 0, missed: 0 }), { precision: 1, recall: 1, f1: 1 });
    const sure = given([
      { line: 3, confidence: 0.9 },
      { line: 4, confidence: 0.6 },
    ]);
    assert.deepEqual(calibration([sure], [0.5, 0.9]), [
      { threshold: 0.5, starts: 2, right: 1 },
      { threshold: 0.9, starts: 1, right: 1 },
    ]);
  });

  it('holds on papers that nothing was fitted on', () => {
    const judgements = casesOf(HELD_BACK).flatMap((one) => [...judged(one)]);
    const least = {
      'article starts': 0.985,
      'headline lines': 0.98,
      'byline people': 0.98,
      'page headers': 1,
      continuations: 1,
      subheads: 0.9,
      'broken lines': 0.99,
      'unpaired-mark': 1,
    };
    for (const [measure, bound] of Object.entries(least)) {
      const { f1 } = figures(total(judgements.filter((judgement) => judgement.measure === measure)));
      assert.ok(f1 >= bound, `${measure}: ${f1}`);
    }
  });

  it('holds on the sample issue', () => {
    const cases = casesOf(ISSUE);
    assert.ok(cases.length >= 4);
    const judgements = cases.flatMap((one) => [...judged(one)]);
    for (const measure of ['article starts', 'continuation links', 'page headers', 'byline people']) {
      const { f1 } = figures(total(judgements.filter((judgement) => judgement.measure === measure)));
      assert.ok(f1 >= 0.9, `${measure}: ${f1}`);
    }
  });
});
