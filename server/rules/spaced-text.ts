import type { BlockKind, Sheet } from '../parse/sheet';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { message } from '../text/words';
import type { Context, Finding, Fix, Problem, Rule } from './rule';
import { scan } from './scan';

/**
 * A blank after each of several Han characters inside running text: left by justified type. Set-apart heads, padded
 * names (贺　勇) and lists of names are a paper's style and stay: they are short, or a line of their own.
 */
export const spacedText: Rule = {
  code: 'spaced-text',
  title: { en: 'Spaced-out text', zh: '字间空格' },
  severity: 'warning',
  *find({ sheet }): Generator<Finding> {
    let block = 0;
    for (const { line, spans } of scan(sheet.text, SPACED)) {
      while (sheet.blocks[block].lines.last < line) block++;
      if (SET_APART.has(sheet.blocks[block].kind)) continue;
      for (const span of spans) if (inRunningText(sheet, line, span)) yield found(sheet, span);
    }
  },
  fix({ sheet: { text } }: Context, { span }: Problem): Fix[] {
    const edits: Edit[] = [];
    for (const match of text.slice(span.from, span.to).matchAll(BLANKS))
      edits.push({ from: span.from + match.index, to: span.from + match.index + match[0].length, insert: '' });
    const removes = edits.map((edit) => text.slice(edit.from, edit.to)).join('');
    return [
      {
        title: message({ en: 'Close up the text', zh: '删去字间空格' }),
        tier: 'likely',
        edits,
        declares: { removes, adds: '' },
      },
    ];
  },
};

/** Six or more Han characters, each but the last followed by one and the same blank. */
const SPACED = /\p{sc=Han}([ \u00A0\u2002-\u2009\u3000])(?:\p{sc=Han}\1){4,400}\p{sc=Han}/gu;
const BLANKS = /[ \u00A0\u2002-\u2009\u3000]/gu;
const SET_APART: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'byline',
  'caption',
  'list',
  'table',
  'folio',
  'column',
  'advertisement',
]);

/** How far beside a run is looked. */
const NEAR = 40;

/** The line goes on beside the run, unspaced, for at least as many characters: it is no head that was set apart. */
function inRunningText({ text }: Sheet, line: number, span: Span): boolean {
  const before = text.slice(Math.max(text.lineStart(line), span.from - NEAR), span.from);
  const rest = before + text.slice(span.to, Math.min(text.lineEnd(line), span.to + NEAR));
  return rest.replace(/\s/g, '').length >= Math.min(8, (span.to - span.from) / 2);
}

function found({ text }: Sheet, span: Span): Finding {
  const spaced = text.slice(span.from, span.to);
  return { span, confidence: 'high', message: message(FOUND, spaced, spaced.replace(BLANKS, '')) };
}

const FOUND = {
  en: 'Blanks stand between the characters of “{0}”, so a search misses it. Close it up: “{1}”.',
  zh: '“{0}”字间夹有空格，检索不到。请合拢为“{1}”。',
};
