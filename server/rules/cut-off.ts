import type { Sheet } from '../parse/sheet';
import { message } from '../text/words';
import { type Paragraph, paragraphs, spanIn } from './paragraphs';
import type { Finding, Rule } from './rule';

/**
 * A paragraph that ends in mid-sentence with nothing after it: the article is over, and no 下转 sends the reader on. Prose
 * alone is judged: the paragraph has sentences that end, and so have the paragraphs before it.
 */
export const cutOff: Rule = {
  code: 'cut-off',
  title: { en: 'Cut off', zh: '文字中断' },
  severity: 'information',
  *find({ sheet }): Generator<Finding> {
    const all = paragraphs(sheet);
    for (let i = 0; i < all.length; i++) {
      if (!isCut(sheet, all, i)) continue;
      const { text } = all[i];
      yield {
        span: spanIn(all[i], Math.max(0, text.length - 2), text.length),
        confidence: 'medium',
        message: message(FOUND, text.slice(-10)),
      };
    }
  },
};

/** Marks and words that no sentence ends with (GB/T 15834 for the marks). */
const HANGING =
  /[，、；,;（(《“‘【〔]$|\p{sc=Han}(?:以及|并且|而且|但是|因为|如果|虽然|对于|关于|根据|通过|由于|为了|其中|还有|的|和|与|及|或|把|被|将)$/u;

function isCut({ articles }: Sheet, all: readonly Paragraph[], i: number): boolean {
  const { kind, article, text } = all[i];
  if (kind !== 'body' || article < 0 || text.length < 30 || !HANGING.test(text) || !/[。！？!?]/.test(text))
    return false;
  const next = all[i + 1];
  if (next && next.article === article && next.kind !== 'subhead' && next.kind !== 'section') return false;
  return !articles[article].continuations.some(({ direction }) => direction === 'to');
}

const FOUND = {
  en: 'The paragraph breaks off at “…{0}” and nothing follows. Look for the rest in the printed page, or for a lost 下转 reference.',
  zh: '本段在“…{0}”处中断，其后再无下文。请核对原版，看是否漏了后文或“下转”标注。',
};
