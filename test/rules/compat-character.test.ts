import { compatCharacter } from '../../server/rules/compat-character';
import { check } from './check';

describe('compat-character', () => {
  it('writes radicals, supplements and ligatures as the usual characters', () =>
    check(
      compatCharacter,
      `
body | 望江路的⟦⼈⾏道⽤⻘砖⻓⟧廊隔开。
body | The ⟦ﬁ⟧rst line.
`,
      `
望江路的人行道用青砖长廊隔开。
The first line.
`,
    ));

  it('leaves units and compatibility ideographs that Unicode holds for unified', () =>
    check(compatCharacter, 'body | 展厅面积1200㎡，气温20℃，﨑字照旧。'));
});
