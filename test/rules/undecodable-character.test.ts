import { undecodableCharacter } from '../../server/rules/undecodable-character';
import { check } from './check';

describe('undecodable-character', () => {
  it('names lost characters and mojibake, for which there is no fix', () =>
    check(
      undecodableCharacter,
      `
body | 渡船⟦\uFFFD⟧亮了灯。
body | 船头的⟦锟斤拷⟧补光灯。
`,
      `
渡船\uFFFD亮了灯。
船头的锟斤拷补光灯。
`,
    ));

  it('takes away what is hidden and decodes references', () =>
    check(
      undecodableCharacter,
      `
body | 轮渡⟦\u0000⟧公司说，
body | ⟦&ldquo;⟧夜航安全。
body | 末班船⟦&#x3002;⟧
`,
      `
轮渡公司说，
“夜航安全。
末班船。
`,
    ));

  it('clears the sizes of HTTP chunks, not years', () =>
    check(
      undecodableCharacter,
      `
body | 轮渡公司说，夜航的
body | ⟦1ff8⟧
body | 票价不变。
body | 2024
body | 完。
`,
      `
轮渡公司说，夜航的
票价不变。
2024
完。
`,
    ));
});
