import assert from 'node:assert/strict';
import { Issue } from '../../server/issue/issue';
import { parse } from '../../server/parse/parse';
import type { Article, Block, BlockKind, Sheet } from '../../server/parse/sheet';
import { mended } from '../../server/rules/apply';
import type { Context, Problem, Rule } from '../../server/rules/rule';
import { Text } from '../../server/text/text';

/**
 * A sheet that says what the rows say, whatever the recogniser would: `kind | text`, and `| text` for a line that goes on
 * with the paragraph of the line before. A headline after anything else than a headline begins an article.
 */
export function sheetOf(rows: string): Sheet {
  const parsed = rows
    .replace(/^\n/, '')
    .split('\n')
    .filter((row) => row.includes('|'))
    .map((row) => [row.slice(0, row.indexOf('|')).trim(), row.slice(row.indexOf('|') + 2)] as const);
  const text = Text.of(parsed.map(([, line]) => line).join('\n'));
  const blocks: Block[] = [];
  const articles: Article[] = [];
  parsed.forEach(([kind], line) => {
    const [from, to] = [text.lineStart(line), text.lineStart(line + 1)];
    const last = blocks.at(-1);
    if (kind === '' && last) {
      blocks[blocks.length - 1] = {
        ...last,
        to,
        lines: { ...last.lines, last: line },
        joins: [...last.joins, last.lines.last],
      };
    } else {
      if (articles.length === 0 || (kind === 'headline' && last?.kind !== 'headline'))
        articles.push(article(blocks.length, line));
      const span = { from, to: text.lineEnd(line) };
      const own = articles[articles.length - 1];
      if (kind === 'headline')
        articles[articles.length - 1] = {
          ...own,
          head: [...own.head, { line, span, role: 'headline', text: text.line(line) }],
        };
      blocks.push({
        kind: kind as BlockKind,
        from,
        to,
        lines: { first: line, last: line },
        confidence: 0.99,
        joins: [],
        joined: 0.99,
      });
    }
    articles[articles.length - 1] = {
      ...articles[articles.length - 1],
      blocks: { from: articles[articles.length - 1].blocks.from, to: blocks.length },
    };
  });
  return { ...parse(text), blocks, articles, continuations: [] };
}

const article = (block: number, line: number): Article => ({
  id: String(line),
  lines: { first: line, last: line },
  span: { from: 0, to: 0 },
  confidence: 1,
  headline: null,
  kicker: null,
  deck: null,
  column: null,
  head: [],
  bylines: [],
  sections: [],
  subheads: [],
  captions: [],
  continuations: [],
  blocks: { from: block, to: block },
  characters: 0,
});

export const contextOf = (sheet: Sheet): Context => ({ file: 'a.txt', sheet, issue: Issue.empty });

export const found = (rule: Rule, sheet: Sheet): Problem[] =>
  [...rule.find(contextOf(sheet))]
    .map((finding) => ({ ...finding, code: rule.code, severity: 'warning' as const }))
    .sort((a, b) => a.span.from - b.span.from);

/**
 * Finds what is marked ⟦…⟧ in the rows and nothing else. With `fixed`, the first fix of every problem together gives that
 * text (without a `kind |` before its lines), and does no more than it declares.
 */
export function check(rule: Rule, rows: string, fixed?: string): void {
  const sheet = sheetOf(rows.replace(/[⟦⟧]/g, ''));
  const expected = sheetOf(rows).text.toString();
  const problems = found(rule, sheet);
  assert.equal(marked(sheet.text, problems), expected);
  if (fixed === undefined) return;
  const fixes = problems.flatMap((problem) => rule.fix?.(contextOf(sheet), problem).slice(0, 1) ?? []);
  const after = mended(sheet.text, fixes);
  assert.deepEqual(after.refused, []);
  assert.equal(after.text.toString(), fixed.replace(/^\n/, '').replace(/\n *$/, ''));
}

function marked(text: Text, problems: readonly Problem[]): string {
  let result = '';
  let at = 0;
  for (const { span } of problems) {
    result += `${text.slice(at, span.from)}⟦${text.slice(span.from, span.to)}⟧`;
    at = span.to;
  }
  return result + text.slice(at);
}
