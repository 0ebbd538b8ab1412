import assert from 'node:assert/strict';
import { CUT, galley, PAGE } from './console';

describe('galley check', () => {
  const files = { 'cut.txt': CUT, 'page.txt': PAGE, 'x y#.txt': CUT };

  it('finds nothing: 0', async () => {
    const { code, out, err } = await galley('check page.txt', files);
    assert.deepEqual([code, out, err], [0, 'problems: 0; files with problems: 0 of 1\n', '']);
  });

  it('finds problems: 1, a line each with its place', async () => {
    const { code, out } = await galley('check cut.txt page.txt', files);
    assert.equal(code, 1);
    assert.match(out, /^cut\.txt:5:\d+ warning broken-line The line end cuts a paragraph/);
    assert.match(out, /\nproblems: 1; files with problems: 1 of 2\n$/);
  });

  it('speaks the reader’s language', async () => {
    const { out } = await galley('check cut.txt', files, 'zh_CN.UTF-8');
    assert.match(out, /warning broken-line 换行把段落切断了/);
    assert.match(out, /\n问题：1 个；有问题的文件：1\/1\n$/);
  });

  it('fails only on what is as severe as --fail-on', async () => {
    assert.equal((await galley('check --fail-on error cut.txt', files)).code, 0);
    assert.equal((await galley('check --fail-on hint cut.txt', files)).code, 1);
  });

  describe('with --max-rate', () => {
    // A dash for a lost character: one error in some sixty characters.
    const lost = PAGE.replace('。', '\uFFFD。');
    const other = { 'lost.txt': lost, 'page.txt': PAGE };

    it('fails where the error rate of an issue is higher, and says it', async () => {
      const { code, out } = await galley('check --max-rate 3 lost.txt', other);
      assert.equal(code, 1);
      assert.match(
        out,
        /\n[^\n]+: error rate \d+\.\d per 10,000 characters, over 3 \(weighed errors: 1; characters: \d+\)\n$/,
      );
    });

    it('is content with any single problem while the rate is not', async () => {
      assert.equal((await galley('check --max-rate 9999 lost.txt', other)).code, 0);
      assert.equal((await galley('check --max-rate 9999 --fail-on warning lost.txt', other)).code, 1);
      const { code, out } = await galley('check --max-rate 0 page.txt', other);
      assert.equal(code, 0);
      assert.match(out, /: error rate 0\.0 per 10,000 characters \(weighed errors: 0/);
    });

    it('speaks Chinese, and leaves what programs read alone', async () => {
      assert.match(
        (await galley('check --max-rate 3 lost.txt', other, 'zh_CN.UTF-8')).out,
        /：差错率万分之 \d+\.\d，超过万分之 3（差错计 1/,
      );
      const { code, out, err } = await galley('check --max-rate 3 --format json lost.txt', other);
      assert.equal(code, 1);
      assert.equal(JSON.parse(out).length, 1);
      assert.match(err, /^galley: .*error rate .* over 3/);
    });

    it('takes the files of one issue together', async () => {
      const both = Object.fromEntries(
        ['01', '02'].map((page) => [`2025-06-18/${page}.txt`, page === '01' ? lost : PAGE.replaceAll('01', page)]),
      );
      const { out } = await galley(`check --max-rate 3 ${Object.keys(both).join(' ')}`, both);
      assert.equal(out.match(/error rate/g)?.length, 1, out);
    });

    it('wants a number', async () => {
      for (const wrong of ['three', '-1']) {
        const { code, err } = await galley(`check --max-rate=${wrong} lost.txt`, other, 'zh_CN.UTF-8');
        assert.deepEqual([code, /--max-rate.*不小于 0/.test(err)], [2, true], err);
      }
    });
  });

  it('asks only the rules that are named', async () => {
    assert.equal((await galley('check --rules unpaired-mark cut.txt', files)).code, 0);
    assert.equal((await galley('check --rules unpaired-mark,broken-line cut.txt', files)).code, 1);
  });

  it('ends with 2 where a file is missing, whatever the others have', async () => {
    assert.equal((await galley('check cut.txt missing.txt', files)).code, 2);
  });

  it('prints JSON, an object a line or an array', async () => {
    const rows = (await galley('check --format ndjson cut.txt page.txt', files)).out
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row));
    const array = JSON.parse((await galley('check --format json cut.txt page.txt', files)).out);
    assert.deepEqual(rows, array);
    assert.deepEqual([rows.length, rows[0].file, rows[0].line, rows[0].code], [1, 'cut.txt', 5, 'broken-line']);
    assert.deepEqual(JSON.parse((await galley('check --format json page.txt', files)).out), []);
  });

  it('prints SARIF', async () => {
    const { out } = await galley('check --format sarif page.txt cut.txt', files);
    const {
      version,
      runs: [{ tool, columnKind, results }],
    } = JSON.parse(out);
    assert.deepEqual([version, columnKind, tool.driver.version], ['2.1.0', 'utf16CodeUnits', '1.2.3']);
    assert.ok(tool.driver.rules.some(({ id }: { id: string }) => id === 'broken-line'));
    assert.equal(results.length, 1);
    const [
      {
        ruleId,
        level,
        locations: [{ physicalLocation }],
      },
    ] = results;
    assert.deepEqual([ruleId, level], ['broken-line', 'warning']);
    assert.equal(physicalLocation.artifactLocation.uri, 'cut.txt');
    assert.equal(physicalLocation.region.startLine, 5);
  });
});
