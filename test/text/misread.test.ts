import assert from 'node:assert';
import { encode } from 'iconv-lite';
import { misread } from '../../server/text/misread';
import { Text } from '../../server/text/text';
import { page } from '../features/page';

const read = (text: string, written: string, as: string) =>
  misread(Text.of(new TextDecoder(as).decode(encode(text, written))));

describe('misread', () => {
  it('sees a page that was opened in the wrong encoding', () => {
    const full = page.replaceAll(',', '，');
    assert.ok(read(full, 'gb18030', 'utf-8'));
    assert.ok(read(full, 'utf-8', 'gb18030'));
    assert.ok(read(full, 'gb18030', 'windows-1252'));
    assert.ok(read(full, 'utf-8', 'windows-1252'));
  });

  it('leaves one alone that was opened in the right one, with damage here and there', () => {
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le']) assert.ok(!read(page, encoding, encoding));
    assert.ok(!misread(Text.of(page.replace('渡口', '渡\uFFFD').replace('河', '\uFFFD'))));
    assert.ok(!misread(Text.of('Café Müller, naïve façade. Señor Núñez répondit à l’été.')));
    assert.ok(!misread(Text.of('')));
  });
});
