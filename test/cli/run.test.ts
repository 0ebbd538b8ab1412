import assert from 'node:assert/strict';
import { failure, galley, PAGE } from './console';

describe('the command line', () => {
  it('says its version and its usage', async () => {
    const version = await galley('--version');
    assert.deepEqual([version.code, version.out, version.err], [0, '1.2.3\n', '']);
    const help = await galley('check --help');
    assert.equal(help.code, 0);
    assert.match(help.out, /^Usage: galley check/);
    assert.match(help.out, /--fail-on/);
    const nothing = await galley('');
    assert.equal(nothing.code, 2);
    assert.match(nothing.err, /^Usage: galley/);
  });

  it('speaks Chinese to a Chinese locale, and the language that is asked for', async () => {
    assert.match((await galley('--help', {}, 'zh_CN.UTF-8')).out, /^用法：[\s\S]*退出码：/);
    assert.match((await galley('--help', {}, 'zh_CN.UTF-8')).out, /列出问题/);
    assert.match((await galley('check --help --lang zh')).out, /^用法：/);
    assert.match((await galley('check --lang=en --help', {}, 'zh_CN.UTF-8')).out, /^Usage:/);
    assert.match((await galley('--help', {}, 'C.UTF-8')).out, /^Usage:/);
  });

  describe('tells a mistake in one line and ends with 2', () => {
    const mistakes: [string, RegExp, RegExp][] = [
      ['chek a.txt', /unknown command 'chek'.*check/, /没有命令 chek.*check/],
      ['check --formt json a.txt', /unknown option '--formt'.*--format/, /没有选项 --formt.*--format/],
      ['inspect', /missing required argument 'file'/, /未给出文件/],
      ['check a.txt --format', /'--format <format>' argument missing/, /--format <format> 缺少参数/],
      ['check --format xml a.txt', /'xml' is invalid.*ndjson/, /xml 无效.*ndjson/],
      ['check --rules brokn a.txt', /no rule brokn.*broken-line/, /没有规则 brokn.*broken-line/],
      ['check --encoding klingon a.txt', /no such encoding/, /没有这种编码/],
      ['check --lang fr a.txt', /'fr' is invalid/, /fr 无效/],
    ];
    for (const [line, en, zh] of mistakes)
      it(line, async () => {
        for (const [locale, expected] of [
          ['en_US.UTF-8', en],
          ['zh_CN.UTF-8', zh],
        ] as const) {
          const { code, out, err } = await galley(line, { 'a.txt': PAGE }, locale);
          assert.equal(code, 2);
          assert.equal(out, '');
          assert.match(err, expected);
          assert.match(err, /^galley[:：][^\n]+\n$/);
        }
      });
  });

  describe('names each file that it cannot read, and goes on with the others', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 255);
    const files = {
      folder: failure('EISDIR'),
      'locked.txt': failure('EACCES'),
      'broken.txt': failure('EIO'),
      'picture.txt': noise,
      'good.txt': PAGE,
    };
    const told: [string, RegExp, RegExp][] = [
      ['missing.txt', /no such file/, /没有这个文件/],
      ['folder', /is a folder/, /是文件夹/],
      ['locked.txt', /no permission/, /没有读取权限/],
      ['broken.txt', /cannot be read: EIO/, /无法读取：EIO/],
      ['picture.txt', /not a text file/, /不是文本文件/],
    ];
    for (const command of ['inspect', 'check', 'fix', 'export'])
      for (const [path, en, zh] of told)
        it(`${command} ${path}`, async () => {
          for (const [locale, expected] of [
            [undefined, en],
            ['zh_CN.UTF-8', zh],
          ] as const) {
            const { code, out, err, files: after } = await galley(`${command} ${path} good.txt`, files, locale);
            assert.equal(code, 2);
            assert.match(err, expected);
            assert.match(err, new RegExp(`^galley[:：]\\s?${path}[:：][^\\n]+\\n$`));
            assert.notEqual(out, '');
            assert.deepEqual(after, files);
          }
        });
  });
});
