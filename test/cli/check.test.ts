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
