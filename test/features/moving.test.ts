import assert from 'node:assert';
import fc from 'fast-check';
import { movedArticle } from '../../server/features/moveArticle';
import { type Direction, nearestStop, type Stop } from '../../server/features/moving';
import { type Unit, unitAt } from '../../server/features/selection';
import { applyEdits } from '../../server/text/edit';
import { cursorIn, page, sheetOf, words } from './page';

/** A page of three articles. */
const three = `${page}桐花镇早稻开镰

青岩日报讯(全媒体记者/岑白) 桐花镇的早稻今天开镰,比去年早了三天,收割机一早就下了田。
`;

describe('the next stop', () => {
  /** From the cursor; the words that stand at the stop. */
  function check(marked: string, stop: Stop, direction: Direction, expected: string | null): void {
    const { sheet, at } = cursorIn(marked);
    const found = nearestStop(sheet, at, stop, direction);
    assert.strictEqual(found === null ? null : sheet.text.line(sheet.text.lineAt(found)), expected);
  }

  it('is the next article, from inside one and from before the first', () => {
    check(`‸${three}`, 'article', 'next', '河水漫堤 城西停课');
    check(three.replace('社区干', '社区‸干'), 'article', 'next', '渡船夜航今起试行');
    check(three.replace('早了三天', '早了‸三天'), 'article', 'next', null);
  });

  it('is, backwards, the beginning of the same article first, and then the one before it', () => {
    check(three.replace('票价不变', '票价‸不变'), 'article', 'previous', '渡船夜航今起试行');
    check(three.replace('渡船夜航', '‸渡船夜航'), 'article', 'previous', '河水漫堤 城西停课');
    check(`‸${three}`, 'article', 'previous', null);
  });

  it('is a headline only where an article has one', () => {
    check(three.replace('社区干', '社区‸干'), 'headline', 'next', '渡船夜航今起试行');
    const sheet = sheetOf(three);
    const without = sheet.articles.map((article, i) => (i === 1 ? { ...article, head: [] } : article));
    const found = nearestStop({ ...sheet, articles: without }, sheet.articles[1].span.from - 2, 'headline', 'next');
    assert.strictEqual(found, sheet.articles[2].head[0].span.from);
  });
});

describe('an article that is moved', () => {
  const heads = ['河水漫堤', '渡船夜航', '桐花镇早'];
  /** The order of the articles after the move of the one with the cursor, and the line that the cursor stands on then. */
  function check(marked: string, direction: Direction, order: readonly string[] | null): void {
    const { sheet, at } = cursorIn(marked);
    const moved = movedArticle(sheet, at, direction);
    if (!order || !moved) {
      assert.strictEqual(moved, order);
      return;
    }
    const after = applyEdits(sheet.text, moved.edits);
    const found = [...after.lines()].map((line) => line.slice(0, 4)).filter((head) => heads.includes(head));
    assert.deepStrictEqual(found, order);
    const line = sheet.text.lineAt(at);
    assert.strictEqual(after.line(line + moved.lines), sheet.text.line(line));
  }

  it('changes places with its neighbour', () => {
    check(three.replace('票价', '票‸价'), 'previous', ['渡船夜航', '河水漫堤', '桐花镇早']);
    check(three.replace('票价', '票‸价'), 'next', ['河水漫堤', '桐花镇早', '渡船夜航']);
  });

  it('stays where there is none, and on its page', () => {
    check(three.replace('社区干', '社区‸干'), 'previous', null);
    check(three.replace('收割机', '收割‸机'), 'next', null);
    check(`${page}第03版：文化\n\n${page.slice(page.indexOf('河水')).replace('昨夜', '昨‸夜')}`, 'previous', null);
    check('‸', 'next', null);
  });

  it('keeps every character, and moving it back gives the exact text', () => {
    for (const end of ['\n', '\r\n']) {
      const sheet = sheetOf(three.replace(/\n/g, end));
      const before = sheet.text.toString();
      fc.assert(
        fc.property(fc.integer({ min: 0, max: sheet.text.length }), (at) => {
          const moved = movedArticle(sheet, at, 'next');
          if (!moved) return;
          const after = applyEdits(sheet.text, moved.edits);
          assert.deepStrictEqual([...after.toString()].sort(), [...before].sort());
          const line = sheet.text.lineAt(at) + moved.lines;
          const back = movedArticle(sheetOf(after.toString()), after.lineStart(line), 'previous');
          assert.strictEqual(back && applyEdits(after, back.edits).toString(), before);
        }),
        { numRuns: 60 },
      );
    }
  });
});

describe('what is selected', () => {
  function check(marked: string, unit: Unit, expected: RegExp | null): void {
    const { sheet, at } = cursorIn(marked);
    const span = unitAt(sheet, at, unit);
    if (!expected) assert.strictEqual(span, null);
    else assert.match(words(sheet, span ?? { from: 0, to: 0 }), expected);
  }

  it('is the sentence, the paragraph or the article', () => {
    const inside = page.replace('社区干', '社区‸干');
    check(inside, 'sentence', /^社区干部.*热水。$/);
    check(inside, 'paragraph', /^【事】.*热水。$/);
    check(inside, 'article', /^河水漫堤.*（下转第三版）$/s);
  });

  it('is nothing where there is none', () => {
    for (const unit of ['sentence', 'paragraph', 'article'] as const) check('‸', unit, null);
  });
});
