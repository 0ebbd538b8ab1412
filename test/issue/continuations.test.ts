import assert from 'node:assert/strict';
import fc from 'fast-check';
import { resolve, unresolved } from '../../server/issue/continuations';
import type { Issue } from '../../server/issue/issue';
import { pageLabel, samePage } from '../../server/issue/label';
import { matching } from '../../server/issue/matching';
import { beginning, story } from '../../server/issue/story';
import { files, QINGYAN } from './files';

/** Every reference of a source with what became of it: `file:line → file:line`, or its state. */
function check(source: string, ...expected: string[]): void {
  const { issue } = files(source);
  assert.deepEqual(links(issue), expected);
}

function links(issue: Issue): string[] {
  const digests = [...issue.digests()].sort((a, b) => (a.file < b.file ? -1 : 1));
  const at = (file: string, index: number): string =>
    `${file}:${(issue.get(file)?.continuations[index].place.start.line ?? 0) + 1}`;
  return digests.flatMap(({ file, continuations }) =>
    continuations.map((reference, index) => {
      const { state, target } = resolve(issue, file, index);
      const arrow = reference.direction === 'to' ? '→' : '←';
      return `${at(file, index)} ${arrow} ${target?.index != null ? at(target.file, target.index) : state}`;
    }),
  );
}

const FLOOD = '市防汛办说，青岩河水位涨至警戒线以上，沙袋垒到桥头，防汛值守昼夜不停。';
const MORE_FLOOD = '青岩河水位今天回落，市防汛办的沙袋暂时不撤，防汛值守还要继续，桥头仍有人看着。';
const SHOP = '老街书店重新开门，旧书摆满书架，店主要让老街的孩子有旧书可读。';
const MORE_SHOP = '旧书多半是老街街坊送来的，书店店主把旧书登记在册，孩子们常来书店。';
const article = (headline: string, body: string): string => `${headline}\n青岩日报讯(记者/安然) ${body}\n`;

describe('continuations', () => {
  it('pairs two jumps between the same pages by their matter, across files', () => {
    check(
      QINGYAN.replaceAll('青岩日报/2025-06-18/', ''),
      '01.txt:5 → 02.txt:8',
      '01.txt:8 → 02.txt:6',
      '02.txt:6 ← 01.txt:8',
      '02.txt:6 → 03.txt:6',
      '02.txt:8 ← 01.txt:5',
      '03.txt:6 ← 02.txt:6',
    );
  });

  it('gives the same links when the pages stand in one file', () => {
    const [, ...pages] = QINGYAN.split(/^=== .*\n/m);
    check(
      `=== 20250618.txt\n${pages.join('\n')}`,
      ...[
        '5 → 20250618.txt:17',
        '8 → 20250618.txt:15',
        '15 ← 20250618.txt:8',
        '15 → 20250618.txt:24',
        '17 ← 20250618.txt:5',
        '24 ← 20250618.txt:15',
      ].map((line) => `20250618.txt:${line}`),
    );
  });

  it('believes marks before likeness', () => {
    check(
      `=== 01.txt\n第01版：要闻\n\n${article('河水漫堤 城西停课', `${FLOOD}下转02版①`)}\n${article('老街书店重开', `${SHOP}下转02版②`)}
=== 02.txt\n第02版：城事\n\n上接01版① ${MORE_SHOP}\n\n上接01版② ${MORE_FLOOD}\n`,
      '01.txt:4 → 02.txt:3',
      '01.txt:7 → 02.txt:5',
      '02.txt:3 ← 01.txt:4',
      '02.txt:5 ← 01.txt:7',
    );
  });

  it('reads page numerals of every kind', () => {
    check(
      `=== a.txt\n第一版：要闻\n\n${article('河水漫堤 城西停课', `${FLOOD}（下转第十二版）`)}
=== b.txt\n12版：城事\n\n（上接第一版）${MORE_FLOOD}\n`,
      'a.txt:4 → b.txt:3',
      'b.txt:3 ← a.txt:4',
    );
  });

  it('says where nothing answers, where a page is not among the files, and where a reference leads back', () => {
    const front = (reference: string): string =>
      `=== 01.txt\n第01版：要闻\n\n${article('河水漫堤 城西停课', `${FLOOD}${reference}`)}=== 02.txt\n第02版：城事\n\n${article('老街书店重开', SHOP)}`;
    check(front('(下转02版)'), '01.txt:4 → unanswered');
    check(front('(下转05版)'), '01.txt:4 → elsewhere');
    check(front('(下转01版)'), '01.txt:4 → circular');
  });

  it('suggests by likeness where only one of the two ends is printed', () => {
    const other = article('青岩队主场取胜', '青岩队昨晚以二比一战胜来访的平川队，赢得了本赛季的第五场胜利。');
    const began = (reference: string) =>
      `=== 01.txt\n第01版：要闻\n\n${article('河水漫堤 城西停课', `${FLOOD}${reference}`)}\n${article('老街书店重开', SHOP)}`;
    const goesOn = (reference: string) => `=== 02.txt\n第02版：城事\n\n${reference}${MORE_FLOOD}\n\n${other}`;
    for (const [source, from] of [
      [began('(下转02版)') + goesOn(''), '01.txt'],
      [began('') + goesOn('(上接01版)'), '02.txt'],
    ]) {
      const { issue } = files(source);
      const { state, target, candidates } = resolve(issue, from, 0);
      assert.deepEqual([state, target], ['unanswered', null]);
      const [{ file, index, article, score }] = candidates;
      assert.deepEqual([file, index], [from === '01.txt' ? '02.txt' : '01.txt', null]);
      const headline = issue.get(file)?.articles[article].headline;
      assert.equal(headline, from === '01.txt' ? null : '河水漫堤 城西停课');
      assert.ok(score > 0 && score < 0.55);
    }
  });

  it('ranks what may be meant where several fit, none of them for sure', () => {
    const { issue } = files(
      `=== 01.txt\n第01版：要闻\n\n${article('河水漫堤 城西停课', `${FLOOD}(下转02版)`)}
=== 02.txt\n第02版：城事\n\n(上接01版)${MORE_FLOOD}\n\n${article('青岩队主场取胜', '青岩队昨晚取胜。')}\n(上接01版)${MORE_FLOOD}\n`,
    );
    const { state, target, candidates } = resolve(issue, '01.txt', 0);
    assert.deepEqual([state, target], ['ambiguous', null]);
    assert.deepEqual(candidates.map(({ index }) => index).sort(), [0, 1]);
    const scores = candidates.map(({ score }) => score);
    assert.ok(scores[0] >= scores[1] && scores[1] > 0.1);
  });

  it('gives the rule its problems and is silent about what it cannot know', () => {
    const { issue, file, sheet } = files(
      `=== 01.txt\n第01版：要闻\n\n${article('河水漫堤 城西停课', `${FLOOD}(下转02版)`)}\n${article('老街书店重开', `${SHOP}(下转05版)`)}
=== 02.txt\n第02版：城事\n\n${article('青岩队主场取胜', '青岩队昨晚以二比一取胜。')}`,
    );
    const states = sheet.continuations.map((reference) => unresolved(issue, file, sheet, reference)?.state ?? null);
    assert.deepEqual(states, ['unanswered', null]);
  });

  it('follows a story over three pages from any of its parts', () => {
    const { issue } = files(QINGYAN);
    const [one, two, three] = ['01', '02', '03'].map((page) => `青岩日报/2025-06-18/${page}.txt`);
    const parts = [
      { file: one, article: 1 },
      { file: two, article: 1 },
      { file: three, article: 1 },
    ];
    for (const part of parts) assert.deepEqual(story(issue, part), parts);
    assert.deepEqual(beginning(issue, parts[2]), parts[0]);
  });
});

describe('page labels', () => {
  const check = (printed: string, label: string): void => assert.equal(pageLabel(printed), label, printed);

  it('are compared without zeros, in capitals, in Arabic digits', () => {
    for (const printed of ['1', '01', '001', '第一版', '０１', '第01版', '一']) check(printed, '1');
    for (const printed of ['A02', 'a2', 'Ａ２', 'A-02']) check(printed, 'A2');
    for (const printed of ['十五', '一五', '第十五版']) check(printed, '15');
    for (const printed of ['', '要闻', '0', '版', '2023年版']) check(printed, '');
  });

  it('count a letter unless one of the two has none', () => {
    assert.equal(samePage('A2', 'A2'), 1);
    assert.equal(samePage('A2', 'B2'), 0);
    assert.equal(samePage('2', '3'), 0);
    assert.ok((samePage('2', 'A2') ?? 0) > 0);
    assert.equal(samePage('', '2'), null);
  });
});

describe('matching', () => {
  /** Rows of weights, and the column that each row gets. */
  const check = (weights: number[][], expected: (number | null)[]): void => {
    const pairs = weights.flatMap((row, left) => row.map((weight, right) => ({ left, right, weight })));
    const found = matching(pairs);
    assert.deepEqual(
      weights.map((_row, left) => found.find((match) => match.left === left)?.right ?? null),
      expected,
    );
  };

  it('settles competitors together', () => {
    check(
      [
        [5, 4],
        [4.9, 1],
      ],
      [1, 0],
    );
    check(
      [
        [5, 4],
        [1, 4.9],
      ],
      [0, 1],
    );
    check([[5], [6]], [null, 0]);
    check([[-1, 0]], [null]);
    check([], []);
    check(
      [
        [9, 8, 1],
        [8.5, 2, 1],
        [8, 7, 3],
      ],
      [1, 0, 2],
    );
  });

  it('finds the greatest sum', () => {
    const table = fc.array(fc.array(fc.integer({ min: -5, max: 20 }), { minLength: 4, maxLength: 4 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(table, (weights) => {
        const pairs = weights.flatMap((row, left) => row.map((weight, right) => ({ left, right, weight })));
        const found = matching(pairs);
        assert.equal(new Set(found.map((match) => match.right)).size, found.length);
        assert.equal(new Set(found.map((match) => match.left)).size, found.length);
        const sum = found.reduce((total, match) => total + match.weight, 0);
        assert.equal(sum, greatest(weights, 0, new Set()));
      }),
    );
  });

  it('has a margin that is small where two choices are nearly as good', () => {
    const margin = (a: number, b: number): number =>
      matching(
        [
          [5, a],
          [b, 5],
        ].flatMap((row, left) => row.map((weight, right) => ({ left, right, weight }))),
      )[0].margin;
    assert.ok(margin(4.9, 4.9) < 0.3);
    assert.ok(margin(1, 1) > 3);
  });
});

/** The greatest sum that rows from `row` on can reach without the columns taken, by trying all. */
function greatest(weights: readonly (readonly number[])[], row: number, taken: ReadonlySet<number>): number {
  if (row === weights.length) return 0;
  const sums = weights[row].map((weight, column) =>
    taken.has(column) ? 0 : Math.max(0, weight) + greatest(weights, row + 1, new Set([...taken, column])),
  );
  return Math.max(greatest(weights, row + 1, taken), ...sums);
}
