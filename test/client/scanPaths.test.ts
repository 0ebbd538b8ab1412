import assert from 'node:assert';
import { besideText, labels, mayHoldScans, type PageFacts, rank, resolved } from '../../client/scan/paths';

const page: PageFacts = {
  path: '/archive/青岩日报/2025-06-18/02.txt',
  root: '/archive',
  label: '02',
  date: '2025-06-18',
  paper: '青岩日报',
};
const paths = (pattern: string, facts = page): string[] =>
  resolved(pattern, facts).candidates.map(({ folder, name }) => `${folder}/${name}`);

describe('where a page’s original may be', () => {
  it('is said by a pattern, relative to the text', () => {
    assert.deepStrictEqual(paths('scans/${fileBasenameNoExtension}.jpg'), [
      '/archive/青岩日报/2025-06-18/scans/02.jpg',
    ]);
    assert.deepStrictEqual(paths('../../pdf/${year}${month}${day}.pdf'), ['/archive/pdf/20250618.pdf']);
    assert.deepStrictEqual(paths('${workspaceFolder}/版面/${fileDirnameBasename}/${paper}.tif'), [
      '/archive/版面/2025-06-18/青岩日报.tif',
    ]);
  });

  it('is said by an absolute pattern, of Windows too', () => {
    assert.deepStrictEqual(paths('/scans/${date}.pdf'), ['/scans/2025-06-18.pdf']);
    assert.deepStrictEqual(paths('D:\\scans\\${date}.pdf'), ['/D:/scans/2025-06-18.pdf']);
  });

  it('may write a page’s number with zeros or without', () => {
    assert.deepStrictEqual(labels('2'), ['2', '02', '002']);
    assert.deepStrictEqual(labels('A02'), ['A02', 'A2', 'A002']);
    assert.deepStrictEqual(labels('特刊'), ['特刊']);
    assert.deepStrictEqual(
      paths('${page}/${page}').map((path) => path.split('/').slice(-2).join('/')),
      ['02/02', '2/2', '002/002'],
    );
  });

  it('is one file for the whole issue where nothing in the pattern names the page', () => {
    assert.strictEqual(resolved('${date}.pdf', page).ofPage, false);
    assert.strictEqual(resolved('${date}/${page}.pdf', page).ofPage, true);
  });

  it('cannot be told with a variable that nobody knows, or that nothing tells', () => {
    const { candidates, unknown, missing } = resolved('${datum}/${date}/${page}', { ...page, date: null });
    assert.deepStrictEqual([candidates, unknown, missing], [[], ['datum'], ['date']]);
  });

  it('is a file of the text’s own name, in any letters, the likeliest kind first', () => {
    const own = besideText(page);
    assert.deepStrictEqual(own, { folder: '/archive/青岩日报/2025-06-18', name: '02' });
    const files = ['02.txt', '02.PDF', '02.Jpg', '2.png', '02-2.png'];
    assert.deepStrictEqual(
      files.filter((file) => rank(own, file) >= 0).sort((a, b) => rank(own, a) - rank(own, b)),
      ['02.Jpg', '02.PDF'],
    );
    assert.ok(rank({ folder: '/', name: '02.jpg' }, '02.JPG') >= 0, 'an ending may be named');
    assert.ok(rank({ folder: '/', name: '02.jpg' }, '02.png') < 0, 'and then no other will do');
  });

  it('is not in the folder of another day', () => {
    assert.deepStrictEqual(['scans', '版面图', '2025-06-17', '03', '.git'].filter(mayHoldScans), ['scans', '版面图']);
  });
});
