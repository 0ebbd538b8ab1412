import assert from 'node:assert/strict';
import { bytesOf, CUT, failure, galley, PAGE } from './console';

const FIX = 'fix --rules broken-line --tier likely a.txt';

describe('galley fix', () => {
  it('mends the file in place, and a second run changes nothing', async () => {
    const first = await galley(FIX, { 'a.txt': CUT });
    assert.deepEqual([first.code, first.out], [0, 'a.txt: fixed: 1; problems left: 0\n']);
    assert.equal(first.text('a.txt'), PAGE);
    const second = await galley(FIX, first.files);
    assert.deepEqual([second.code, second.out], [0, 'a.txt: nothing to fix for certain; problems left: 0\n']);
    assert.equal(second.files['a.txt'], first.files['a.txt']);
  });

  it('does by itself only what is certain', async () => {
    const radical = PAGE.replace('一切', '⼀切');
    const { code, text } = await galley('fix a.txt', { 'a.txt': radical });
    assert.equal(code, 0);
    assert.equal(text('a.txt'), PAGE);
  });

  it('leaves other rules’ problems alone', async () => {
    const { code, files } = await galley('fix --rules unpaired-mark a.txt', { 'a.txt': CUT });
    assert.deepEqual([code, files['a.txt']], [0, CUT]);
  });

  describe('keeps encoding, byte order mark and line ends', () => {
    for (const [encoding, mark] of [
      ['utf-8', true],
      ['utf-16le', true],
      ['utf-16be', true],
      ['utf-16le', false],
      ['gb18030', false],
      ['gb18030', true],
    ] as const)
      for (const end of ['\n', '\r\n', '\r'])
        it(`${encoding}${mark ? ' with mark' : ''}, ${JSON.stringify(end)}`, async () => {
          const [before, after] = [CUT, PAGE].map((text) => bytesOf(text.replaceAll('\n', end), encoding, mark));
          const { code, files } = await galley(FIX, { 'a.txt': before });
          assert.equal(code, 0);
          assert.deepEqual(Buffer.from(files['a.txt'] as Uint8Array), Buffer.from(after));
        });
    it('big5', async () => {
      const text = `青岩日報訊（記者 安然）昨日清晨六時許，城西石橋河段水位持續上漲，漫過堤岸一側的步道，附近三所\n學校停課一天。\n`;
      const { files } = await galley(FIX, { 'a.txt': bytesOf(text, 'big5') });
      assert.deepEqual(
        Buffer.from(files['a.txt'] as Uint8Array),
        Buffer.from(bytesOf(text.replace('所\n', '所'), 'big5')),
      );
    });
  });

  it('writes nothing for --dry-run and --diff', async () => {
    const dry = await galley(`${FIX} --dry-run`, { 'a.txt': CUT });
    assert.deepEqual([dry.code, dry.files['a.txt']], [0, CUT]);
    assert.equal(dry.out, 'a.txt: would fix: 1; problems left then: 0\n');
    const diff = await galley(`${FIX} --diff`, { 'a.txt': CUT });
    assert.deepEqual([diff.code, diff.files['a.txt']], [0, CUT]);
    assert.match(diff.out, /^--- a\.txt/m);
    assert.match(diff.out, /^-学校停课一天。/m);
    assert.match(diff.out, /^\+青岩日报讯.*附近三所学校停课一天。/m);
  });

  describe('refuses to write, and says why', () => {
    const refused = async (content: string | Uint8Array, line = FIX): Promise<string> => {
      const { code, err, out, files } = await galley(line, { 'a.txt': content });
      assert.deepEqual([code, out, files['a.txt']], [2, '', content]);
      return err.split('\n').at(-2) ?? '';
    };
    it('bytes that make no character', async () => {
      const bytes = Buffer.concat([Buffer.from(CUT), Uint8Array.of(0xff, 0x0a)]);
      assert.match(await refused(bytes), /a\.txt: not written: some of its bytes would not survive/);
    });
    it('two byte sequences for one character', async () => {
      const bytes = Buffer.from(bytesOf(CUT, 'gb18030'));
      const doubled = Buffer.concat([bytes, Uint8Array.of(0xa3, 0xa0, 0x0a)]); // reads as U+3000, whose own code is A1A1
      assert.match(await refused(doubled), /not written: .* as gb18030/);
    });
    it('the wrong encoding', async () => {
      const line = `${FIX} --encoding gb18030`;
      const bytes = Buffer.from(CUT);
      const { files } = await galley(line, { 'a.txt': bytes });
      assert.deepEqual(files['a.txt'], bytes);
    });
    it('standard input', async () => {
      const { code, err } = await galley('fix --tier likely -', { '-': CUT });
      assert.equal(code, 2);
      assert.match(err, /standard input cannot be fixed in place/);
    });
  });

  it('tells where writing fails', async () => {
    const files = { 'a.txt': CUT };
    const locked = { ...files, 'a.txt': Buffer.from(CUT) };
    assert.equal((await galley(FIX, locked)).code, 0);
    assert.equal((await galley(FIX, { 'a.txt': failure('EACCES') })).code, 2);
  });
});
