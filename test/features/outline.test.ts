import assert from 'node:assert';
import { type Outlined, outline } from '../../server/features/outline';
import type { Sheet } from '../../server/parse/sheet';
import { type Language, say } from '../../server/text/words';
import { page, sheetOf, words } from './page';

/** The outline as lines: kind, name, details, first and last line (from 1), each level indented by two. */
function drawn(sheet: Sheet, language: Language): string {
  const line = (node: Outlined, depth: number): string[] => {
    const name = [node.name, ...node.detail].map((part) => say(language, part)).join(' · ');
    const [first, last] = [node.span.from, node.span.to].map((at) => sheet.text.lineAt(at) + 1);
    const indent = '  '.repeat(depth);
    return [
      `${indent}${node.kind} ${name} ${first}-${last}`,
      ...node.children.flatMap((child) => line(child, depth + 1)),
    ];
  };
  return outline(sheet)
    .flatMap((node) => line(node, 0))
    .join('\n');
}

describe('outline', () => {
  it('nests pages, articles and their parts', () => {
    assert.strictEqual(
      drawn(sheetOf(page), 'zh'),
      `page 02版 民生 1-16
  article 河水漫堤 城西停课 · 安然、贺勇 · 186字 3-10
    section 事 8-8
    section 理 10-10
  article 渡船夜航今起试行 · 俞小满 · 92字 12-16`,
    );
  });

  it('speaks English to who does', () => {
    assert.match(drawn(sheetOf(page), 'en'), /^page Page 02 民生 1-16\n {2}article .* · 186 characters 3-10/);
  });

  it('keeps every selection and child inside its range, in order', () => {
    const sheet = sheetOf(`${page}${page.replace('02版', '03版')}`);
    const check = (nodes: readonly Outlined[], from: number, to: number): void => {
      let before = from;
      for (const { span, selection, children } of nodes) {
        assert.ok(span.from >= before && span.to <= to);
        assert.ok(selection.from >= span.from && selection.to <= span.to, words(sheet, selection));
        check(children, span.from, span.to);
        before = span.to;
      }
    };
    check(outline(sheet), 0, sheet.text.length);
    assert.strictEqual(outline(sheet).length, 2);
  });

  it('has articles at the top where there is no page', () => {
    assert.deepStrictEqual(
      outline(sheetOf(page.slice(page.indexOf('河水')))).map(({ kind }) => kind),
      ['article', 'article'],
    );
  });

  it('is empty for an empty text', () => assert.deepStrictEqual(outline(sheetOf('')), []));
});
