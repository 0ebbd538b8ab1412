import assert from 'node:assert/strict';
import { bytesOf, CUT, galley, PAGE } from './console';

const TO = PAGE.replace('粮仓将于', '参与修缮的老木匠说，三百年前的梁架至今没有一根走样，粮仓将于').replace(
  '须提前一天预约。',
  '须提前一天预约，（下转02版①）',
);
const FROM = `第02版：综合

（上接01版①）

详情见粮仓门口的公告栏，也可致电青岩市文物保护中心询问开放的时间和路线。
`;

const inspect = async (line: string, files: Parameters<typeof galley>[1]) => {
  const { code, out, err } = await galley(`inspect ${line}`, files);
  return {
    code,
    err,
    results: out
      .split('\n')
      .filter(Boolean)
      .map((row) => JSON.parse(row)),
  };
};

describe('galley inspect', () => {
  it('prints one object a file, in the order given', async () => {
    const { code, err, results } = await inspect('b.txt a.txt', { 'a.txt': PAGE, 'b.txt': CUT });
    assert.deepEqual([code, err], [0, '']);
    assert.deepEqual(
      results.map(({ file }) => file),
      ['b.txt', 'a.txt'],
    );
    for (const { schema, encoding } of results) assert.deepEqual([schema, encoding], ['galley.inspect/1', 'utf-8']);
  });

  it('numbers lines from 1', async () => {
    const {
      results: [page],
    } = await inspect('a.txt', { 'a.txt': PAGE });
    assert.equal(page.lines, 13);
    assert.deepEqual(Object.keys(page.profile), ['indented', 'blankLines', 'wrapWidth', 'punctuation', 'barePages']);
    assert.deepEqual(page.pages, [{ line: 1, label: '01', name: '要闻', date: null }]);
    assert.deepEqual(
      page.articles.map((a: { line: number }) => a.line),
      [3, 9],
    );
    const [first] = page.articles;
    assert.deepEqual([first.headline, first.headlineLines], ['河水漫堤 城西停课', [3]]);
    assert.deepEqual(first.bylines[0].line, 5);
    assert.deepEqual(first.bylines[0].people, [
      { name: '安然', role: '记者' },
      { name: '贺勇', role: '通讯员' },
    ]);
    assert.deepEqual(page.problems, []);
  });

  it('says which line ends are none', async () => {
    const {
      results: [page],
    } = await inspect('a.txt', { 'a.txt': CUT });
    assert.equal(page.problems.length, 1);
    const { code, severity, line, joins, message } = page.problems[0];
    assert.deepEqual([code, severity, line, joins], ['broken-line', 'warning', 5, [5]]);
    assert.match(message, /附近三所/);
  });

  it('counts lines as they lie on disk', async () => {
    const lines = async (text: string) => (await inspect('a.txt', { 'a.txt': text })).results[0].lines;
    assert.equal(await lines(''), 0);
    assert.equal(await lines('一行'), 1);
    assert.equal(await lines('一行\n'), 1);
    assert.equal(await lines('一行\r\n二行\r\n'), 2);
    assert.equal(await lines('一行\r二行'), 2);
    assert.equal(await lines('一行\u2028还是一行\n二行'), 2);
  });

  it('finds a continuation’s other end among the files given', async () => {
    const files = { 'x/01.txt': TO, 'x/02.txt': FROM };
    const both = await inspect('x/01.txt x/02.txt', files);
    const [there] = both.results[0].articles.flatMap((a: { continuations: object[] }) => a.continuations);
    const [back] = both.results[1].articles.flatMap((a: { continuations: object[] }) => a.continuations);
    assert.deepEqual([there.line, there.direction, there.page, there.mark], [13, 'to', '02', '①']);
    assert.deepEqual([there.target.file, there.target.line], ['x/02.txt', 3]);
    assert.deepEqual([back.line, back.direction, back.target.file, back.target.line], [3, 'from', 'x/01.txt', 13]);
    const alone = await inspect('x/01.txt', files);
    assert.equal(alone.results[0].articles[1].continuations[0].target, null);
  });

  it('prints one array with --format json, empty where nothing could be read', async () => {
    const { out } = await galley('inspect --format json a.txt b.txt', { 'a.txt': PAGE, 'b.txt': PAGE });
    assert.deepEqual(
      JSON.parse(out).map(({ file }: { file: string }) => file),
      ['a.txt', 'b.txt'],
    );
    assert.deepEqual(JSON.parse((await galley('inspect --format json nowhere')).out), []);
  });

  it('tells encodings, and lists the bytes that make no character', async () => {
    const files = {
      'gb.txt': bytesOf(PAGE, 'gb18030'),
      'wide.txt': bytesOf(PAGE, 'utf-16le', true),
      'bad.txt': Buffer.concat([
        Buffer.from('青岩\n'),
        Uint8Array.of(0xe9, 0x9d),
        Buffer.from('市委'),
        Uint8Array.of(0xff),
      ]),
    };
    const { code, err, results } = await inspect('gb.txt wide.txt bad.txt', files);
    assert.equal(code, 0);
    assert.deepEqual(
      results.map(({ encoding }) => encoding),
      ['gb18030', 'utf-16le', 'utf-8'],
    );
    assert.deepEqual(results[0].articles, results[1].articles);
    assert.deepEqual(results[2].undecodable, [
      { byte: 7, line: 2 },
      { byte: 15, line: 2 },
    ]);
    assert.equal(results[0].undecodable, undefined);
    assert.match(err, /bad\.txt: not valid utf-8: 2 place\(s\), the first in line 2 \(byte 7\)/);
  });

  it('takes the encoding that is named instead', async () => {
    const { results } = await inspect('--encoding big5 a.txt', { 'a.txt': bytesOf('青岩日報', 'big5') });
    assert.equal(results[0].encoding, 'big5');
  });

  it('reads standard input as -', async () => {
    assert.equal((await inspect('-', { '-': PAGE })).results[0].articles.length, 2);
  });
});
