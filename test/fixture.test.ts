import assert from 'node:assert/strict';
import { fixtures } from './fixture';
import { wrap } from './wrap';

const one = (source: string) => fixtures([['a.txt', source]])[0];

describe('fixture', () => {
  it('sets rows as the style does', () => {
    const rows = 'headline | 渡口\nbody | 甲。\nrest | 乙。\nheadline | 桥\nbody | 丙。';
    assert.equal(one(`@ style: seed\n${rows}`).text, '渡口\n\n甲。\n乙。\n\n桥\n\n丙。\n');
    assert.equal(one(`@ style: epaper\n${rows}`).text, '渡口\n　　甲。\n乙。\n\n桥\n　　丙。\n');
    assert.equal(one(`@ style: flat\n@ lines: crlf\n${rows}`).text, '渡口\r\n甲。\r\n乙。\r\n桥\r\n丙。\r\n');
  });

  it('labels what the marks say, on the lines where it came to stand', () => {
    const { gold } = one(
      '@ style: seed\nfolio 02 | 02版\nkicker | 引\nheadline | 题\n' +
        'body; byline 本报: 安然 | 本报讯（记者 安 然）一\nrest; blanks 1; !unpaired-mark=“ | “二。\nsubhead | 小题',
    );
    assert.deepEqual(gold.pages, [{ line: 1, page: '02' }]);
    assert.deepEqual(gold.breaks, [7]);
    assert.deepEqual(gold.problems, [{ line: 9, code: 'unpaired-mark' }]);
    assert.deepEqual(gold.articles, [
      {
        line: 3,
        endLine: 11,
        headlineLines: [3, 5],
        bylines: [{ line: 7, outlet: '本报', people: ['安然'] }],
        sections: [],
        subheads: [11],
        captions: [],
        continuations: [],
      },
    ]);
  });

  it('links both ends of a continuation, across pages too', () => {
    const [first, second] = fixtures([
      ['01.txt', '@ style: flat\nheadline | 题\nbody; to 02 ① #a | 甲 下转02版①'],
      ['02.txt', '@ style: flat\nbody; article; from 01 ① #a | 上接01版① 乙。'],
    ]);
    assert.deepEqual(first.gold.articles[0].continuations, [
      { line: 2, direction: 'to', page: '02', mark: '①', target: 1, targetFile: '02.txt' },
    ]);
    assert.deepEqual(second.gold.articles[0].continuations, [
      { line: 1, direction: 'from', page: '01', mark: '①', target: 2, targetFile: '01.txt' },
    ]);
    assert.throws(() => one('@ style: flat\nheadline | 题\nbody; to 02 #a | 甲'), /stands 1 times/);
  });

  it('refuses a mark nobody knows and a name that is not in the text', () => {
    assert.throws(() => one('@ style: flat\nbdy | 甲'), /no mark bdy/);
    assert.throws(() => one('@ style: flat\nheadline | 题\nbody; byline 本报: 安然 | 本报讯 甲'), /安然 is not in/);
  });
});

describe('wrap', () => {
  it('hangs closing marks, moves opening ones, and keeps numbers and double marks whole', () => {
    assert.deepEqual(wrap('一二三四五，六七八“九十', 5), ['一二三四五，', '六七八“九', '十']);
    assert.deepEqual(wrap('一二三四“五六', 5), ['一二三四', '“五六']);
    assert.deepEqual(wrap('一二三四1958年', 5), ['一二三四', '1958年']);
    assert.deepEqual(wrap('一二三四——五', 5), ['一二三四', '——五']);
  });
});
