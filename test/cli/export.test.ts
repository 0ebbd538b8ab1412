import assert from 'node:assert/strict';
import { CUT, galley, PAGE } from './console';

describe('galley export', () => {
  it('gives the articles with broken lines joined, the file untouched', async () => {
    const { code, out, files } = await galley('export --format json cut.txt', { 'cut.txt': CUT });
    assert.deepEqual([code, files['cut.txt']], [0, CUT]);
    const [first, second] = JSON.parse(out);
    assert.deepEqual([first.page, first.line, first.headline], ['01', 3, '河水漫堤 城西停课']);
    assert.match(first.paragraphs[0].text, /附近三所学校停课一天。$/);
    assert.deepEqual(first.people, [
      { name: '安然', role: '记者' },
      { name: '贺勇', role: '通讯员' },
    ]);
    assert.deepEqual([second.line, second.paragraphs.length], [11, 2]);
  });

  it('gives an object a line', async () => {
    const { out } = await galley('export --format ndjson a.txt b.txt', { 'a.txt': PAGE, 'b.txt': PAGE });
    const rows = out
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row));
    assert.deepEqual(
      rows.map(({ file }) => file),
      ['a.txt', 'a.txt', 'b.txt', 'b.txt'],
    );
  });

  it('gives plain text', async () => {
    const { out } = await galley('export --format text a.txt', { 'a.txt': PAGE });
    assert.match(out, /^河水漫堤 城西停课\n\n　　青岩日报讯/);
    assert.match(out, /\n\n百年粮仓修缮完工\n\n　　青岩日报讯/);
  });

  it('gives Markdown in which the text stays what it was', async () => {
    const { out } = await galley('export --format markdown a.txt', { 'a.txt': PAGE.replace('更换', '*更换*_') });
    assert.match(out, /^## 河水漫堤 城西停课\n\n青岩日报讯/);
    assert.match(out, /\\\*更换\\\*\\_/);
  });
});
