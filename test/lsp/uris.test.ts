import assert from 'node:assert';
import fc from 'fast-check';
import { URI, Utils } from 'vscode-uri';
import { childOf, fileOf, folderOf, nameOf } from '../../server/lsp/uris';

const pieces = [
  ...['file:///', 'c%3A', 'C:', 'C%3A', 'c:', '/', '//', '.', '..', '~', '\\', 'A', '_-', "'", '&', '(1)', '[x]'],
  ...['青岩日报', '%E9%9D%92', '%e9%9d%92', '%E9%9D', '%ED%A0%80', '%C3%A9', 'é', '%20', ' ', '%', '%41', '%2F'],
  ...['01.txt', 'a+b', 'a%2Bb', '#1', '?', '?q=1/2.txt', '𠮷', '%F0%A0%AE%B7', '%C1%81', '%E0%80%80', '%E0%A4%A0'],
];
const places = ['file:///', 'file:///c%3A/', 'file://host/', 'vfs://github/', 'untitled:', 'vfs:/', ''];

/** What stands for any URI: the parser's own answer, or that it is none. */
const read = <R>(of: () => R): R | 'no URI' => {
  try {
    return of();
  } catch {
    return 'no URI';
  }
};

describe('URIs', () => {
  const uri = fc
    .tuple(fc.constantFrom(...places), fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }))
    .map(([place, rest]) => place + rest.join(''));

  it('have the parser’s spelling, seen at once or not', () =>
    fc.assert(
      fc.property(uri, (written) =>
        assert.strictEqual(
          read(() => fileOf(written)),
          read(() => URI.parse(written).toString()),
        ),
      ),
      { numRuns: 5_000, examples: [['vfs://..A'], ['vfs://github.A/01.txt'], ['file:///c%3A.A']] },
    ));

  it('lie in a folder', () =>
    fc.assert(
      fc.property(uri, (written) => {
        const folder = read(() => Utils.dirname(URI.parse(written)).toString());
        if (folder !== 'no URI') assert.ok([folder, null].includes(folderOf(written)), written);
      }),
      { numRuns: 5_000 },
    ));

  it('are told from their folder, as all by themselves', () =>
    fc.assert(
      fc.property(uri, fc.constantFrom(...pieces), (written, last) => {
        const folder = read(() => fileOf(written));
        if (folder === 'no URI' || /[?#]/.test(folder)) return;
        const child = `${folder.replace(/\/?$/, '/')}${last}`;
        assert.deepStrictEqual(
          read(() => childOf(folder, child)),
          read(() => ({ file: fileOf(child), name: nameOf(child) })),
        );
      }),
      { numRuns: 5_000 },
    ));

  it('end with a name', () =>
    fc.assert(
      fc.property(uri, (written) => {
        const path = read(() => URI.parse(written).path);
        if (path !== 'no URI') assert.strictEqual(nameOf(written), path.split('/').pop());
      }),
      { numRuns: 5_000 },
    ));
});
