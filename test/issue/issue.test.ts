import assert from 'node:assert/strict';
import fc from 'fast-check';
import { resolve } from '../../server/issue/continuations';
import { type Digest, digest, sameDigest, sameValue } from '../../server/issue/digest';
import { Issue } from '../../server/issue/issue';
import { namesIn, records } from '../../server/issue/names';
import { packed, unpacked } from '../../server/issue/signature';
import { restored, stored } from '../../server/issue/stored';
import { parse, reparse } from '../../server/parse/parse';
import { Text } from '../../server/text/text';
import { spent } from '../spent';
import { files, QINGYAN } from './files';

const read = (file: string, content: string): Digest => digest(file, parse(Text.of(content)));

/** Editions as `date paper: file#label …`. */
const editions = (issue: Issue): string[] =>
  issue
    .editions()
    .map(
      ({ date, paper, leaves }) => `${date} ${paper}: ${leaves.map((leaf) => `${leaf.file}#${leaf.label}`).join(' ')}`,
    );

const page = (label: string, date = ''): string =>
  `${date}第${label}版 要闻\n\n青岩河水位回落\n青岩日报讯(记者/安然) 昨日青岩河水位回落。\n`;
const check = (pages: Record<string, string>, ...expected: string[]): void =>
  assert.deepEqual(
    editions(Issue.empty.withAll(Object.entries(pages).map(([file, text]) => read(file, text)))),
    expected,
  );

describe('editions', () => {
  it('gathers a folder by its dates, the latest first', () => {
    check(
      { '20230427/01.txt': page('01'), '20230426/02.txt': page('02'), '20230426/01.txt': page('01') },
      '2023-04-27 null: 20230427/01.txt#1',
      '2023-04-26 null: 20230426/01.txt#1 20230426/02.txt#2',
    );
  });

  it('believes the folio before the path', () => {
    check(
      {
        'in/a.txt': page('二', '2023年4月26日 '),
        'in/b.txt': page('三', '2023年4月27日 '),
        'in/c.txt': page('四', '2023年4月26日 '),
      },
      '2023-04-27 null: in/b.txt#3',
      '2023-04-26 null: in/a.txt#2 in/c.txt#4',
    );
  });

  it('lets pages without a date join the only date of their folder, and never one of several', () => {
    check(
      { 'in/01.txt': page('01', '2023年4月26日 '), 'in/02.txt': page('02') },
      '2023-04-26 null: in/01.txt#1 in/02.txt#2',
    );
    check(
      { 'in/01.txt': page('01', '2023年4月26日 '), 'in/1.txt': page('01', '2023年4月27日 '), 'in/02.txt': page('02') },
      '2023-04-27 null: in/1.txt#1',
      '2023-04-26 null: in/01.txt#1',
      'null null: in/02.txt#2',
    );
  });

  it('tells two papers in one folder by pages that are there twice', () => {
    check(
      {
        'in/qyrb_20230426_01.txt': page('01'),
        'in/qyrb_20230426_02.txt': page('02'),
        'in/pcwb_20230426_01.txt': page('01'),
      },
      '2023-04-26 pcwb: in/pcwb_20230426_01.txt#1',
      '2023-04-26 qyrb: in/qyrb_20230426_01.txt#1 in/qyrb_20230426_02.txt#2',
    );
  });

  it('is called the same when a page is read that prints the paper’s name, and when one more file makes a heap of it', () => {
    const keys = (issue: Issue) => issue.editions().map(({ key }) => key);
    const bare = Issue.empty.with(read('in/2023-04-26/02.txt', page('02')));
    const named = bare.with(read('in/2023-04-26/01.txt', `青岩日报 2023年4月26日 ${page('01')}`));
    assert.equal(named.editions()[0].paper, '青岩日报');
    assert.deepEqual(keys(named), keys(bare));
    const many = Issue.empty.withAll(Array.from({ length: 400 }, (_, i) => read(`in/${i}.txt`, page(''))));
    assert.equal(many.editions().length, 1);
    const heap = keys(many.with(read('in/400.txt', page(''))));
    assert.equal(heap.length, 2);
    assert.ok(heap.includes(keys(many)[0]));
  });

  it('cuts a heap without dates into issues, by the names’ order, where the number of a page comes again', () => {
    const of = (i: number) => read(`in/${i}.txt`, page(`0${(i % 3) + 1}`));
    const issue = Issue.empty.withAll(Array.from({ length: 600 }, (_, i) => of(i)));
    assert.equal(issue.editions().length, 200);
    assert.equal(new Set(issue.editions().map(({ key }) => key)).size, 200);
    const files = issue.edition('in/100.txt', 0)?.leaves.map(({ file }) => file);
    assert.deepEqual(files, ['in/99.txt', 'in/100.txt', 'in/101.txt']);
    const bare = (i: number) => read(`in/${i}.txt`, '青岩河水位回落\n青岩日报讯(记者/安然) 昨日青岩河水位回落。\n');
    const heap = Issue.empty.withAll(Array.from({ length: 1000 }, (_, i) => bare(i)));
    assert.deepEqual(
      heap.editions().map(({ leaves }) => leaves.length),
      [400, 400, 200],
    );
  });

  it('resolves a reference among ten thousand pages of one folder at once', async () => {
    const text = `${page('01')}（下转第二版）\n`;
    const issue = Issue.empty.withAll(
      Array.from({ length: 10_000 }, (_, i) => ({
        ...read(`in/${i % 2}.txt`, i % 2 ? page('02') : text),
        file: `in/${i}.txt`,
      })),
    );
    const took = await spent(() => assert.equal(resolve(issue, 'in/5000.txt', 0)?.state, 'unanswered'));
    assert.ok(took < 1000, `${took} ms`);
  });

  it('holds the pages of one file apart by their dates', () => {
    check(
      { 'all.txt': `${page('01', '2023年4月26日 ')}\n${page('02')}\n${page('01', '2023年4月27日 ')}` },
      '2023-04-27 null: all.txt#1',
      '2023-04-26 null: all.txt#1 all.txt#2',
    );
  });
});

describe('digest', () => {
  const lines = QINGYAN.split(/^=== .*\n/m)[1];

  it('stays the same while a body is edited that no reference stands in', () => {
    const story = page('01');
    const edited = `\n${story.replace('昨日青岩河', '昨日清晨，青岩河')}`;
    assert.ok(sameDigest(read('01.txt', story), read('01.txt', edited)));
  });

  it('differs by headline, person, folio and reference', () => {
    const changes: [string, string][] = [
      ['书店重开', '书店关张'],
      ['丁羽', '丁禹'],
      ['第01版', '第04版'],
      ['下转02版', '下转03版'],
    ];
    for (const [before, after] of changes)
      assert.ok(!sameDigest(read('01.txt', lines), read('01.txt', lines.replace(before, after))), after);
  });

  it('is the same whatever edits it came of', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat({ max: 60 }),
      insert: fc.constantFrom('', '\n', '昨日', '（下转第三版）', `\n${lines}`),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let earlier = parse(Text.of(QINGYAN));
        digest('01.txt', earlier);
        for (const { at, remove, insert } of edits) {
          const from = Math.floor(at * earlier.text.length);
          const sheet = reparse(earlier, earlier.text.replace(from, from + remove, insert));
          assert.deepEqual(digest('01.txt', sheet, earlier), digest('01.txt', { ...sheet }));
          earlier = sheet;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('comes back from what is stored as it was', () => {
    const known = read('01.txt', lines);
    const back = restored('01.txt', stored(known));
    assert.ok(sameValue(known, back));
    assert.deepEqual([back.before, back.names], [known.before, known.names]);
    assert.deepEqual(stored(back), stored(known));
  });

  it('has signatures that come back from their short form', () => {
    const hash = fc.nat(0x7fff).map((value) => String.fromCharCode(0x4e00 + value));
    fc.assert(
      fc.property(fc.uniqueArray(hash, { maxLength: 512 }), (hashes) => {
        const signature = hashes.sort().join('');
        assert.equal(unpacked(packed(signature)), signature);
        assert.equal(JSON.stringify(packed(signature)).length, packed(signature).length + 2);
      }),
    );
  });

  it('counts what stands on its pages and before the first', () => {
    const { before, pages, articles } = read('all.txt', `${page('01').replace(/^.*版.*$/m, '')}\n${page('02')}`);
    assert.deepEqual([before.articles, pages.map((each) => each.articles)], [1, [1]]);
    const characters = articles.map((article) => article.characters);
    assert.deepEqual([before.characters, pages[0].characters], characters);
  });

  it('has its names in one string, letters of all widths alike', () => {
    const { names } = read('01.txt', lines.replace('老街书店重开', '老街ＢＯＯＫ店重开'));
    assert.deepEqual(
      records(names).map((record) => [namesIn(record).headline, ...namesIn(record).people]),
      [
        ['河水漫堤 城西停课', '安然', '贺勇'],
        ['老街book店重开', '丁羽'],
      ],
    );
  });

  it('is bounded', () => {
    const body = Array.from({ length: 30_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join('');
    assert.ok(stored(read('long.txt', `河水漫堤\n青岩日报讯(记者/安然) ${body}。(下转02版)`)).length < 8_000);
  });
});

describe('issue', () => {
  const known = [...files(QINGYAN).issue.digests()];
  const contents = [
    page('01'),
    page('02'),
    page('02', '2023年4月26日 '),
    QINGYAN.split(/^=== .*\n/m)[1],
    QINGYAN.split(/^=== .*\n/m)[2],
    '',
  ];
  const names = ['in/01.txt', 'in/02.txt', '20230426/03.txt', 'in/qyrb_20230426_04.txt', 'x.txt'];
  const digests = names.map((name) => contents.map((content) => read(name, content)));

  it('is the same value when nothing changes', () => {
    const issue = Issue.empty.withAll(known);
    assert.equal(issue.with(known[0]), issue);
    assert.equal(issue.with(structuredClone(known[0])), issue);
    assert.equal(issue.without('no/such.txt'), issue);
    assert.equal(issue.reading(null), issue);
  });

  it('keeps its editions while no page changes', () => {
    const before = Issue.empty.withAll(known);
    const editions = before.editions();
    const articles = known[0].articles.map((article) => ({ ...article, headline: '另一个标题' }));
    assert.equal(before.with({ ...known[0], articles }).editions(), editions);
  });

  it('keeps the editions of other days when a page comes or changes its date', () => {
    const days = ['2023年4月26日 ', '2023年4月27日 '].map((date, i) => read(`in/${i}.txt`, page('01', date)));
    const before = Issue.empty.withAll(days);
    const [late, early] = before.editions();
    const more = before.with(read('in/2.txt', page('02', '2023年4月27日 ')));
    assert.notEqual(more.editions()[0], late);
    assert.equal(more.editions()[1], early);
    const moved = more.with(read('in/1.txt', page('01', '2023年4月28日 ')));
    assert.equal(moved.editions()[2], early);
    assert.equal(moved.edition('in/0.txt', 0), early);
  });

  it('equals a rebuild after any updates', () => {
    const step = fc.tuple(fc.nat(names.length - 1), fc.nat(contents.length), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let issue = Issue.empty;
        const files = new Map<string, Digest>();
        for (const [name, content, ask] of steps) {
          const found = digests[name][content];
          if (found) files.set(names[name], found);
          else files.delete(names[name]);
          issue = found ? issue.with(found) : issue.without(names[name]);
          // Asking in between must leave no trace: lookups are remembered.
          if (ask) everything(issue);
        }
        assert.deepEqual(everything(issue), everything(Issue.empty.withAll(files.values())));
        assert.equal(issue.size, files.size);
      }),
      { numRuns: 150 },
    );
  });

  it('takes a change among ten thousand files in well under a millisecond', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ ...known[0], file: `archive/${i}.txt` }));
    let issue = Issue.empty.withAll(many);
    issue.editions();
    const took = await spent(() => {
      for (let i = 0; i < 100; i++) issue = issue.with({ ...many[i], articles: [] });
    });
    assert.ok(took / 100 < 2, `${took} ms`);
  });
});

/** All that can be asked of an issue. */
function everything(issue: Issue): unknown {
  const digests = [...issue.digests()].sort((a, b) => (a.file < b.file ? -1 : 1));
  const links = digests.flatMap(({ file, continuations }) =>
    continuations.map((_, index) => resolve(issue, file, index)),
  );
  return { digests, editions: issue.editions(), links };
}
