import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../server/text/decode';
import { canonical, encodingOf } from '../../server/text/encoding';
import { bytesOf } from '../cli/console';

const PLAIN = `青岩日报讯（记者 安然）昨日清晨六时许，城西石桥河段水位持续上涨，漫过堤岸一侧的步道，附近三所学校停课一天。市防汛办公室负责人介绍，经过连夜抢险，险情已经得到控制，没有人员伤亡。“我们做好了最坏的打算，也尽了最大的努力。”他说。第三中学的老师们通过电话逐一通知家长，学生在家自习。下一步，全市将对沿河老旧堤段开展全面排查，预计投入资金1200万元，年底以前完工。农业农村部门组织技术人员下到田间，指导农户排水、补种，力争把损失降到最低。`;
const TRADITIONAL = `青岩日報訊（記者 安然）昨日清晨六時許，城西石橋河段水位持續上漲，漫過堤岸一側的步道，附近三所學校停課一天。市防汛辦公室負責人介紹，經過連夜搶險，險情已經得到控制，沒有人員傷亡。「我們做好了最壞的打算，也盡了最大的努力。」他說。第三中學的老師們通過電話逐一通知家長，學生在家自習。下一步，全市將對沿河老舊堤段開展全面排查，預計投入資金1200萬元，年底以前完工。農業部門組織技術人員下到田間，指導農戶排水、補種，力爭把損失降到最低。`;

/** Every stretch of `length` characters, in steps, so that a text may begin and end anywhere. */
function* stretches(text: string, length: number): Generator<string> {
  const long = `${text}\n`.repeat(Math.ceil(length / text.length) + 1);
  for (let at = 0; at < text.length; at += 7) yield long.slice(at, at + length);
}

describe('encodingOf', () => {
  const cases: [string, string, string, number][] = [
    ['simplified in GBK', PLAIN, 'gb18030', 8],
    ['simplified with rare characters in GB18030', PLAIN.replaceAll('岩', '㮾\u{20bb7}'), 'gb18030', 20],
    ['traditional in Big5', TRADITIONAL, 'big5', 8],
    ['traditional in GBK', TRADITIONAL, 'gb18030', 8],
    ['simplified in UTF-8', PLAIN, 'utf-8', 1],
    ['simplified in UTF-16 LE', PLAIN, 'utf-16le', 30],
    ['simplified in UTF-16 BE', PLAIN, 'utf-16be', 30],
    ['traditional in UTF-16 LE', TRADITIONAL, 'utf-16le', 30],
  ];
  for (const [name, text, encoding, least] of cases)
    for (const length of [8, 20, 30, 50, 300, 5000].filter((n) => n >= least))
      it(`${name}, ${length} characters`, () => {
        for (const part of stretches(text, length))
          assert.equal(encodingOf(bytesOf(part, encoding))?.encoding, encoding, part.slice(0, 60));
      });

  it('believes a byte order mark', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])
      assert.equal(encodingOf(bytesOf('一', encoding, true))?.encoding, encoding);
  });

  it('knows what is not Chinese', () => {
    const foreign: [string, string][] = [
      ['今日は天気がいいので、散歩に行きました。', 'shift_jis'],
      ['今日は天気がいいので、散歩に行きました。', 'euc-jp'],
      ['오늘은 날씨가 좋아서 산책을 갔습니다.', 'euc-kr'],
      ['Le café était fermé à midi, où êtes-vous allés hier soir après le marché ?', 'windows-1252'],
    ];
    for (const [text, encoding] of foreign) assert.equal(encodingOf(bytesOf(text, encoding))?.encoding, encoding);
  });

  it('is not fooled by ASCII that could be UTF-16', () => {
    assert.equal(encodingOf(Buffer.from('Bush hid the facts'))?.encoding, 'utf-8');
  });

  it('takes text with a few NULs or a few bad bytes for text', () => {
    assert.equal(encodingOf(Buffer.from(`${PLAIN}\0\0`))?.encoding, 'utf-8');
    assert.equal(encodingOf(Buffer.concat([Buffer.from(PLAIN), Uint8Array.of(0xe9, 0xff)]))?.encoding, 'utf-8');
    const gb = bytesOf(PLAIN.repeat(3), 'gb18030');
    assert.equal(encodingOf(Buffer.concat([gb, Uint8Array.of(0xff), gb]))?.encoding, 'gb18030');
  });

  it('is not put off by a byte that was lost or spoilt', () => {
    for (const [text, encoding] of [
      [PLAIN, 'gb18030'],
      [TRADITIONAL, 'big5'],
    ])
      for (const part of stretches(text, 150)) {
        const bytes = bytesOf(part, encoding);
        for (let at = 1; at < bytes.length; at += 41) {
          assert.equal(encodingOf(Buffer.from(bytes).fill(0xff, at, at + 1))?.encoding, encoding);
          assert.equal(encodingOf(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]))?.encoding, encoding);
        }
      }
  });

  it('takes what is no text for none', () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 255);
    const program = Uint8Array.from({ length: 5000 }, (_, i) => (i % 3 ? 0 : i & 255));
    assert.equal(encodingOf(noise), null);
    assert.equal(encodingOf(program), null);
    assert.deepEqual(encodingOf(new Uint8Array()), { encoding: 'utf-8', mark: 0 });
  });
});

describe('decode', () => {
  it('takes the mark off, and only at the start', () => {
    const text = '\ufeff青岩\ufeff日报';
    const { mark, ...decoded } = decode(Buffer.from(text)) ?? assert.fail();
    assert.deepEqual([decoded.text, mark], ['青岩\ufeff日报', true]);
    assert.equal(decode(Buffer.from('青岩'))?.mark, false);
  });

  it('takes the encoding that is named', () => {
    assert.equal(decode(bytesOf('青岩日報', 'big5'), 'big5')?.text, '青岩日報');
    assert.equal(decode(bytesOf('青岩', 'gb18030'), 'GB2312')?.encoding, 'gb18030');
    assert.equal(decode(bytesOf('青岩', 'utf-16le', true), 'utf-16le')?.text, '青岩');
    assert.equal(decode(Buffer.from('青岩'), 'klingon'), null);
    assert.equal(canonical('klingon'), null);
  });

  describe('lists the bytes that make no character', () => {
    const at = (encoding: string, ...parts: (string | number[])[]): number[][] => {
      const bytes = Buffer.concat(
        parts.map((part) => (typeof part === 'string' ? bytesOf(part, encoding) : Uint8Array.from(part))),
      );
      return decode(bytes, encoding)?.undecodable.map(({ byte, line }) => [byte, line]) ?? [];
    };
    it('none in a good text, though U+FFFD be written in it', () => {
      assert.deepEqual(at('utf-8', '青岩\ufffd日报'), []);
    });
    it('in UTF-8', () => {
      assert.deepEqual(at('utf-8', '青岩\n', [0xff], '日\r\n报', [0xe9, 0x9d], '讯'), [
        [7, 1],
        [16, 2],
      ]);
      assert.deepEqual(at('utf-8', '青', [0xe9]), [[3, 0]]);
    });
    it('after a mark, counted from the file’s start', () => {
      assert.deepEqual(at('utf-8', [0xef, 0xbb, 0xbf], '青', [0xff]), [[6, 0]]);
    });
    it('in GB18030 and Big5', () => {
      assert.deepEqual(at('gb18030', '青岩\n日', [0xff], '报'), [[7, 1]]);
      assert.deepEqual(at('big5', '青岩\r日', [0xa4], ' 報'), [[7, 1]]);
    });
    it('in UTF-16', () => {
      assert.deepEqual(at('utf-16le', '青\n', [0x00, 0xd8], '岩', [0x41]), [
        [4, 1],
        [8, 1],
      ]);
    });
    it('far into a long line', () => {
      const long = '青岩日报'.repeat(100_000);
      assert.deepEqual(at('utf-8', long, [0xff], long), [[1_200_000, 0]]);
    });
  });

  it('gives every text back, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb18030'),
        (text, encoding) => {
          assert.equal(decode(bytesOf(text, encoding, true))?.text, text);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.constantFrom(undefined, 'utf-8', 'utf-16le', 'gb18030', 'big5'),
        (bytes, encoding) => {
          const decoded = decode(bytes, encoding);
          for (const { byte } of decoded?.undecodable ?? []) assert.ok(byte >= 0 && byte < bytes.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
