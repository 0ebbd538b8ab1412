import assert from 'node:assert/strict';
import { continuedFrom, continuesIn, storyItem } from '../../server/features/callHierarchy';
import { cleanText } from '../../server/features/cleanText';
import { highlights } from '../../server/features/highlights';
import { hover } from '../../server/features/hover';
import { inlayHints } from '../../server/features/inlayHints';
import { links, linkTarget } from '../../server/features/links';
import { references } from '../../server/features/references';
import { wholeStory } from '../../server/features/wholeStory';
import { files, QINGYAN as SOURCE, shown } from '../issue/files';

const QINGYAN = SOURCE.replaceAll('青岩日报/2025-06-18/', '');
const cursorAt = (before: string, after: string): string => QINGYAN.replace(`${before}${after}`, `${before}‸${after}`);
const [ON_SHOP, ON_FLOOD_BACK, ON_AN_RAN, ON_BODY] = [
  cursorAt('有书可读。(下', '转02版'),
  cursorAt('(上接01', '版)市防汛办'),
  cursorAt('记者/安', '然 通讯员'),
  cursorAt('沙袋一直', '垒到'),
];

describe('references', () => {
  const check = (source: string, ...expected: string[]): void => {
    const given = files(source);
    const found = references(given.issue, given.file, given.sheet, given.at);
    assert.deepEqual(
      found.map(({ file, selection }) => shown(given, file, selection.start.line).slice(0, 18)),
      expected,
    );
  };

  it('gives every reference of the story, from a reference and from the headline', () => {
    const all = [
      '01.txt:8 青岩日报讯(记者/',
      '02.txt:6 (上接01版)书店',
      '02.txt:6 (上接01版)书店',
      '03.txt:6 (上接02版)店主',
    ];
    check(ON_SHOP, ...all);
    check(cursorAt('老街书', '店重开'), ...all);
  });

  it('gives all articles by a person', () => {
    check(ON_AN_RAN, '01.txt:3 河水漫堤 城西停课', '02.txt:3 老年食堂添新菜');
  });

  it('gives nothing in a body', () => check(ON_BODY));
});

describe('highlights', () => {
  const check = (source: string, ...expected: string[]): void => {
    const { issue, file, sheet, at } = files(source);
    assert.deepEqual(
      highlights(issue, file, sheet, at).map(({ from, to }) => sheet.text.slice(from, to)),
      expected,
    );
  };

  it('marks both ends of a continuation inside one file, and the own end where the other is elsewhere', () => {
    check(ON_SHOP, '(下转02版)');
    check(
      `=== all.txt\n${ON_FLOOD_BACK.split(/^=== .*\n/m)
        .slice(1)
        .join('\n')}`,
      '(下转02版)',
      '(上接01版)',
    );
  });

  it("marks a person's bylines", () => check(ON_AN_RAN, '安然'));
});

describe('links', () => {
  it('are the references that lead somewhere, resolved by their index', () => {
    const { issue, file, sheet } = files(QINGYAN.replace('(下转02版)\n\n', '(下转09版)\n\n'));
    const found = links(issue, file, sheet);
    assert.deepEqual(
      found.map(({ index }) => index),
      [1],
    );
    const resolved = linkTarget(issue, file, 1, 'zh');
    assert.equal(resolved?.target.file, '02.txt');
    assert.equal(resolved?.tooltip, '下转：老街书店重开');
    assert.equal(linkTarget(issue, file, 0, 'en'), null);
  });
});

describe('inlay hints', () => {
  it('tell the headline at the other end', () => {
    const { issue, sheets } = files(QINGYAN);
    const hints = [...sheets].flatMap(([file, sheet]) =>
      inlayHints(issue, file, sheet, { from: 0, to: sheet.text.length }, 'en').map(({ label }) => `${file} ${label}`),
    );
    assert.deepEqual(hints, [
      '01.txt → 河水漫堤 城西停课',
      '01.txt → 老街书店重开',
      '02.txt ← 老街书店重开',
      '02.txt → 老街书店重开',
      '02.txt ← 河水漫堤 城西停课',
      '03.txt ← 老街书店重开',
    ]);
  });

  it('are given only where asked for', () => {
    const { issue, file, sheet } = files(QINGYAN);
    assert.deepEqual(inlayHints(issue, file, sheet, { from: 0, to: 10 }, 'en'), []);
  });
});

describe('call hierarchy', () => {
  it('goes from part to part', () => {
    const { issue, file, sheet, at } = files(cursorAt('书店里的', '旧书多半'));
    const item = storyItem(issue, file, sheet, at, 'en');
    assert.equal(item?.name, '老街书店重开');
    assert.equal(item?.page, '02');
    const names = (calls: ReturnType<typeof continuesIn>): string[] =>
      calls.map((call) => `${call.item.file} ${call.item.name} ${call.ranges[0].start.line + 1}`);
    assert.ok(item);
    assert.deepEqual(names(continuedFrom(issue, item, 'en')), ['01.txt 老街书店重开 8']);
    assert.deepEqual(names(continuesIn(issue, item, 'en')), ['03.txt 老街书店重开 6']);
    assert.deepEqual(continuesIn(issue, { ...item, id: 'gone' }, 'en'), []);
  });
});

describe('hover', () => {
  const PROBLEM = {
    code: 'broken-line',
    severity: 'warning',
    confidence: 'high',
    message: { words: { en: '', zh: '' }, args: [] },
  } as const;
  const check = (source: string, language: 'en' | 'zh', ...expected: (string | RegExp)[]): void => {
    const { issue, file, sheet, at } = files(source);
    const markdown = hover({ issue, file, sheet, problems: [] }, at, language)?.markdown ?? '';
    for (const part of expected) assert.match(markdown, part instanceof RegExp ? part : new RegExp(part));
    if (expected.length === 0) assert.equal(markdown, '');
  };

  it('shows the first words at the other end of a continuation', () => {
    check(ON_SHOP, 'en', /Continues on page 02: \*\*老街书店重开\*\*\n\n> 书店里的旧书/, /Match: \d+ %/);
    check(ON_FLOOD_BACK, 'zh', /上接第 01 版：\*\*河水漫堤 城西停课\*\*\n\n> ….*十二年前。/);
  });

  it('says why a continuation leads nowhere', () => {
    check(ON_SHOP.replace('转02版)\n===', '转09版)\n==='), 'en', 'Page 09 is not among the files');
  });

  it('tells the edition of a folio and the error rate', () => {
    check(cursorAt('第01', '版 要闻'), 'en', '2025\\\\-06\\\\-18', 'issue of 3 pages', '2 articles');
  });

  it('tells the error rate of a page and its issue, and of an article that has problems', () => {
    const { issue, file, sheet, at } = files(cursorAt('老街书', '店重开'));
    const body = sheet.text.toString().indexOf('书店', at + 8);
    const problem = { ...PROBLEM, code: 'lost-digit', span: { from: body, to: body + 2 } };
    const said = (where: number, language: 'en' | 'zh') =>
      hover({ issue, file, sheet, problems: [problem], issueRate: 2.04 }, where, language)?.markdown ?? '';
    const folio = sheet.text.toString().indexOf('第0');
    assert.match(said(folio, 'en'), /1 problem · error rate \d+\.\d per 10,000 characters \(a newspaper passes at 3/);
    assert.match(said(folio, 'en'), /Whole issue: error rate 2\.0 per/);
    assert.match(
      said(folio, 'zh'),
      /1 个问题 · 差错率万分之 \d+\.\d（报纸合格线为万分之 3）\n\n全期差错率：万分之 2\.0/,
    );
    assert.match(said(at, 'zh'), /1 个问题 · 差错率/);
    assert.doesNotMatch(said(sheet.articles.at(-1)?.head[0]?.span.from ?? 0, 'zh'), /全期/);
  });

  it('tells length, byline and pages of a headline', () => {
    check(cursorAt('老街书', '店重开'), 'zh', '\\*\\*老街书店重开\\*\\*', '丁羽 · \\d+ 字', '跨版：01 → 02 → 03');
  });

  it('escapes what would be Markdown', () => {
    check(cursorAt('老街书', '店重开').replaceAll('店重开', '店*重*开'), 'zh', /\*\*老街书店\\\*重\\\*开\*\*/);
  });

  it('adds the rules that found something', () => {
    const { issue, file, sheet, at } = files(ON_BODY);
    const problem = { ...PROBLEM, span: { from: at - 2, to: at + 2 } };
    assert.match(
      hover({ issue, file, sheet, problems: [problem] }, at, 'en')?.markdown ?? '',
      /`broken-line` · high confidence · right in \d+ of \d+ cases measured/,
    );
  });

  it('is silent in a body', () => check(ON_BODY, 'en'));
});

describe('whole story', () => {
  const CUT = `=== 01.txt
第01版：要闻

河水漫堤 城西停课
青岩日报讯(记者/安然) 昨日清晨，青岩河水位涨至警戒线以上，城西三所小学停课。
市防汛办的工作人员整夜守在堤上，沙袋一直垒到了桥头，(下转02版)
=== 02.txt
第02版：城事

(上接01版)青岩河水位今天下午才开始回落，防汛沙袋暂时不撤。
城西小学校长丁羽表示，停课的小学最快明天复课。
`;

  it('joins the parts, the sentence that the jump cut too, and says where each came from', () => {
    const { issue, sheets } = files(CUT);
    const story = wholeStory(issue, { file: '02.txt', article: 0 }, (file) => sheets.get(file), 'en');
    assert.equal(
      story?.text,
      `河水漫堤 城西停课

青岩日报讯(记者/安然) 昨日清晨，青岩河水位涨至警戒线以上，城西三所小学停课。

市防汛办的工作人员整夜守在堤上，沙袋一直垒到了桥头，青岩河水位今天下午才开始回落，防汛沙袋暂时不撤。

城西小学校长丁羽表示，停课的小学最快明天复课。`,
    );
    assert.equal(story?.title, '河水漫堤 城西停课');
    assert.deepEqual(
      story?.parts.map(({ file, page, lines, at, found }) => [
        file,
        page,
        lines.first,
        story.text.slice(at, at + 3),
        found,
      ]),
      [
        ['01.txt', '01', 2, '河水漫', true],
        ['02.txt', '02', 2, '青岩河', true],
      ],
    );
  });

  it('colours its words as where they were printed', () => {
    const { issue, sheets } = files(CUT);
    const story = wholeStory(issue, { file: '02.txt', article: 0 }, (file) => sheets.get(file), 'en');
    assert.deepEqual(
      story?.tokens.map(({ span: { from, to }, type }) => [type, story.text.slice(from, to)]),
      [
        ['headline', '河水漫堤 城西停课'],
        ['byline', '青岩日报讯(记者/'],
        ['person', '安然'],
        ['byline', ')'],
      ],
    );
  });

  it('says which part could not be read', () => {
    const { issue, sheets } = files(CUT);
    const story = wholeStory(
      issue,
      { file: '01.txt', article: 0 },
      (file) => (file === '01.txt' ? sheets.get(file) : undefined),
      'en',
    );
    assert.deepEqual(
      story?.parts.map((part) => part.found),
      [true, false],
    );
    assert.equal(
      wholeStory(issue, { file: '09.txt', article: 0 }, () => undefined, 'en'),
      null,
    );
  });

  it('ends where parts lead round in a circle', () => {
    const circle = CUT.replace('最快明天复课。\n', '最快明天复课。(下转01版)\n').replace(
      '城西停课\n青岩',
      '城西停课\n(上接02版)青岩',
    );
    const { issue, sheets } = files(circle);
    assert.ok(
      (wholeStory(issue, { file: '01.txt', article: 0 }, (file) => sheets.get(file), 'en')?.parts.length ?? 0) <= 2,
    );
  });
});

describe('clean text', () => {
  it('is a paragraph a line, without references, breaks and indents', () => {
    const { sheet } = files(`=== 01.txt
第01版：要闻

河水漫堤 城西停课

　　青岩日报讯(记者/安然) 昨日清晨，青岩河水位涨至警戒线以上，城西三所小学停课，家长们都已经收到通知。

　　市防汛办的工作人员整夜守在堤上，沙袋一直垒到了桥头，无法正常使

用的水泵已经全部换下，值守还要继续到雨停。(下转02版)
`);
    assert.equal(
      cleanText(sheet, 0),
      `河水漫堤 城西停课
青岩日报讯(记者/安然) 昨日清晨，青岩河水位涨至警戒线以上，城西三所小学停课，家长们都已经收到通知。
市防汛办的工作人员整夜守在堤上，沙袋一直垒到了桥头，无法正常使用的水泵已经全部换下，值守还要继续到雨停。`,
    );
    assert.equal(cleanText(sheet, 7), '');
  });
});
