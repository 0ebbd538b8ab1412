import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pathPattern, placeOf, stemOf } from '../../server/issue/membership';

/** A path, and what it says as `stem | date | page | paper`. */
function check(path: string, expected: string, pattern = ''): void {
  const { stem, date, page, paper } = placeOf(path, pathPattern(pattern));
  assert.equal([stem, date ?? '-', page || '-', paper ?? '-'].join(' | '), expected, path);
}

describe('membership', () => {
  it('reads date and page from folders and names', () => {
    check('2023-04-26/02.txt', ' | 2023-04-26 | 2 | -');
    check('papers/20230426/第02版.txt', 'papers | 2023-04-26 | 2 | -');
    check('papers/2023/04/26/第十二版：文体.txt', 'papers | 2023-04-26 | 12 | -');
    check('html/2023-04/26/node_3.txt', 'html | 2023-04-26 | 3 | -');
    check('202304/26/A02.txt', ' | 2023-04-26 | A2 | -');
    check('青岩日报/2023年4月26日/头条.txt', '青岩日报 | 2023-04-26 | - | -');
    check('20230426.txt', ' | 2023-04-26 | - | -');
    check('20230426/03版/河水漫堤.txt', ' | 2023-04-26 | 3 | -');
  });

  it('reads the paper from a name that has the date too', () => {
    check('in/qyrb_20230426_A02.txt', 'in | 2023-04-26 | A2 | qyrb');
    check('in\\青岩晚报-2023.04.26-07.txt', 'in | 2023-04-26 | 7 | 青岩晚报');
    check('in/2023-04-26/qyrb_20230426_02_3.txt', 'in | 2023-04-26 | 2 | qyrb');
  });

  it('reads URIs', () => {
    check('file:///c%3A/in/20230426/%E7%AC%AC02%E7%89%88.txt', 'file:/c:/in | 2023-04-26 | 2 | -');
    check('in/100%/02.txt', 'in/100% | - | 2 | -');
  });

  it('takes no number for a page or a date that is none', () => {
    check('work/3/notes.txt', 'work/3 | - | - | -');
    check('work/20231345/02.txt', 'work/20231345 | - | 2 | -');
    check('work/1234567890/main.txt', 'work/1234567890 | - | - | -');
    check('', ' | - | - | -');
  });

  it('prefers the date nearest the name', () => {
    check('downloaded-2024-01-02/20230426_02.txt', 'downloaded | 2023-04-26 | 2 | -');
  });

  it("follows a person's own pattern and nothing else", () => {
    const pattern = String.raw`(?<paper>\w+)/y(?<year>\d{4})m(?<month>\d+)d(?<day>\d+)-s(?<page>\w+)`;
    check('in/qyrb/y2023m4d26-s02.txt', 'in | 2023-04-26 | 2 | qyrb', pattern);
    check('in/20230426/02.txt', 'in/20230426 | - | - | -', pattern);
    check('in/20230426/02.txt', 'in | 2023-04-26 | 2 | -', '(unclosed');
    check('in/d20230426/02.txt', 'in/d | 2023-04-26 | - | -', String.raw`(?<date>(?<year>\d{4})\d{4})`);
    check(
      'in/[26.4.2023]/02.txt',
      'in/[..] | 2023-04-26 | - | -',
      String.raw`(?<day>\d+)\.(?<month>\d+)\.(?<year>\d{4})`,
    );
  });

  it('tells the folder of a paper alone as it does with all the rest', () => {
    const part = fc.constantFrom(
      ...[
        'in',
        '青岩日报',
        '2023',
        '202304',
        '2023-04',
        '2023年',
        '2023年4',
        '04',
        '26',
        '20230426',
        '3版',
        '03',
        '20231345',
      ],
      ...[
        '2023-04-26',
        '2023年4月26日',
        'qyrb_20230426_A02',
        'x%2F2',
        'a\\b',
        '100%',
        '.',
        '26.txt',
        '第02版.txt',
        '-',
        '_',
      ],
    );
    const folder = fc.array(part, { maxLength: 2 }).map((parts) => parts.join(''));
    const path = fc.array(folder, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const spelled = fc.tuple(path, fc.boolean()).map(([path, uri]) => (uri ? `file:///${encodeURI(path)}` : path));
    fc.assert(
      fc.property(spelled, (path) => assert.equal(stemOf(path), placeOf(path).stem)),
      { numRuns: 3000 },
    );
    // The last digit of an escape is none of the folder's name.
    assert.equal(stemOf('file:///3%E7%89%882023/03/26.txt'), 'file:');
  });
});
