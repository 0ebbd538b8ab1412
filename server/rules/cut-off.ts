import { message } from '../text/words';
import { fragments } from './fragments';
import { paragraphs, spanIn } from './paragraphs';
import { relatedTails, reunited, tailsFor } from './reunion';
import type { Context, Finding, Fix, Problem, Rule } from './rule';

/**
 * A paragraph that ends in mid-sentence with nothing after it: the article is over, and no 下转 sends the reader on. Prose
 * alone is judged: the paragraph has sentences that end. Points to the fragments in which it may go on.
 */
export const cutOff: Rule = {
  code: 'cut-off',
  title: { en: 'Cut off', zh: '文字中断' },
  severity: 'information',
  *find(context): Generator<Finding> {
    const { sheet } = context;
    const all = paragraphs(sheet);
    for (const i of fragments(sheet).heads) {
      const { text } = all[i];
      yield {
        span: spanIn(all[i], Math.max(0, text.length - 2), text.length),
        confidence: 'medium',
        message: message(FOUND, text.slice(-10)),
        related: relatedTails(context, i),
      };
    }
  },
  fix({ sheet }: Context, { span }: Problem): Fix[] {
    const all = paragraphs(sheet);
    const i = fragments(sheet).heads.find((n) => all[n].span.to === span.to);
    return i === undefined ? [] : tailsFor(sheet, all, i).map((tail) => reunited(sheet, all[i], tail));
  },
};

const FOUND = {
  en: 'The paragraph breaks off at “…{0}” and nothing follows. Look for the rest in the printed page, or for a lost 下转 reference.',
  zh: '本段在“…{0}”处中断，其后再无下文。请核对原版，看是否漏了后文或“下转”标注。',
};
