import assert from 'node:assert';
import { type Filter, holds, pageOverview } from '../../server/features/overview';
import { Issue } from '../../server/issue/issue';
import { problems } from '../../server/rules/rules';
import { say } from '../../server/text/words';
import { page, sheetOf } from './page';

function overview(text: string, filter?: Filter, index = 0) {
  const sheet = sheetOf(text);
  return pageOverview(sheet, index, problems({ file: 'a', sheet, issue: Issue.empty }), filter);
}

const names = (text: string, filter?: Filter): unknown[] =>
  overview(text, filter).articles.map(({ name }) => name.args[0]);

describe('the overview of a page', () => {
  it('has its articles with their people, parts and characters', () => {
    const { articles, characters, lines } = overview(page);
    assert.deepStrictEqual(names(page), ['河水漫堤 城西停课', '渡船夜航今起试行']);
    assert.deepStrictEqual(articles[0].people, ['安然', '贺勇']);
    assert.deepStrictEqual(
      articles[0].parts.map(({ kind, name }) => `${kind} ${name.args[0]}`),
      ['section 事', 'section 理'],
    );
    assert.strictEqual(characters, articles[0].characters + articles[1].characters);
    assert.strictEqual(lines.first, 0);
  });

  it('ends where the next page begins', () => {
    const two = `${page}第03版：文化\n\n桐花镇早稻开镰\n\n青岩日报讯(全媒体记者/岑白) 桐花镇的早稻今天开镰,比去年早了三天,收割机一早就下了田。\n`;
    assert.strictEqual(overview(two).articles.length, 2);
    assert.strictEqual(overview(two, undefined, 1).articles.length, 1);
  });

  it('counts the problems of the page and of each article', () => {
    const broken = page.replace('城南渡口的渡船', '城南渡口\n\n的渡船');
    const { articles, problems } = overview(broken);
    assert.ok(problems >= 1);
    assert.strictEqual(articles[0].problems.length, overview(page).articles[0].problems.length);
    assert.ok(articles[1].problems.length > overview(page).articles[1].problems.length);
  });

  it('is narrowed to headlines, people and sections, and to what has problems', () => {
    assert.deepStrictEqual(names(page, { words: '渡船' }), ['渡船夜航今起试行']);
    assert.deepStrictEqual(names(page, { words: '安然 停课' }), ['河水漫堤 城西停课']);
    assert.deepStrictEqual(names(page, { words: '无此人' }), []);
    const broken = page.replace('城南渡口的渡船', '城南渡口\n\n的渡船');
    assert.ok(names(broken, { withProblems: true }).includes('渡船夜航今起试行'));
  });

  it('calls what continues a story without a headline of its own by the story’s, and finds it by that', () => {
    const rest =
      '第03版：民生\n\n（上接第二版）堤上的人一夜没有合眼,社区干部挨家敲门,把低处的住户请到学校礼堂里过夜。\n';
    const sheet = sheetOf(rest);
    const { articles } = pageOverview(sheet, 0, [], { words: '停课' }, () => '河水漫堤 城西停课');
    assert.deepStrictEqual(
      articles.map(({ name }) => say('zh', name)),
      ['河水漫堤 城西停课（续）'],
    );
    assert.match(say('en', pageOverview(sheet, 0, []).articles[0].name), /^\(no headline\) （上接第二版）/);
  });

  it('holds words whatever the width and case of their letters', () => {
    assert.ok(holds('a02 版', ['Ａ02版']));
    assert.ok(holds('', []) && holds(undefined, ['x']));
  });
});
