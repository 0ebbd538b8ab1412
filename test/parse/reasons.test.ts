import assert from 'node:assert/strict';
import { FEATURES } from '../../server/parse/evidence';
import { reasons } from '../../server/parse/reasons';
import { Text } from '../../server/text/text';

const text = Text.of(`澄湖轮渡试行夜航

青岩日报讯(记者 岳清) 从今天起，澄湖轮渡公司在望江路至澄湖新村航线上试行夜航，末班船延至二十二时三十分。

（上接第一版）闲置土地清零等工作有序推进，要素保障为园区发展提供支撑。
`);

describe('why a line is read as it is', () => {
  it('a headline has reasons, the strongest first', () => {
    const found = reasons(text, 0);
    assert.ok(found && !found.certain && found.pro.length > 0);
    const weights = found.pro.map((r) => r.weight);
    assert.deepEqual(
      weights,
      [...weights].sort((a, b) => b - a),
    );
  });
  it('a resumption needs none', () => assert.equal(reasons(text, 4)?.certain, true));
  it('a blank line has none', () => assert.equal(reasons(text, 1), null));
  it('features are named once', () => assert.equal(new Set(FEATURES).size, FEATURES.length));
});
