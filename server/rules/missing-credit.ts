import { message, type Words } from '../text/words';
import { type Paragraph, paragraphs, spanIn } from './paragraphs';
import type { Finding, Rule } from './rule';

/**
 * A credit whose name is lost (通讯员 供图), a byline without a name (记者/ 通讯员/甲). A role that leans on its verb
 * (通讯员供图, 本报记者摄) is how papers credit without a name and is no damage; the blank or stroke shows that one stood there.
 */
export const missingCredit: Rule = {
  code: 'missing-credit',
  title: { en: 'Missing credit', zh: '署名缺失' },
  severity: 'information',
  *find({ sheet }): Generator<Finding> {
    for (const paragraph of paragraphs(sheet)) {
      if (!/记者|通讯员|实习生|摄影师/.test(paragraph.text)) continue;
      yield* hits(paragraph, CREDIT, NO_CREDIT);
      if (paragraph.kind === 'body' || paragraph.kind === 'byline') yield* hits(paragraph, BYLINE, NO_NAME, DATELINE);
    }
  },
};

const ROLE = '(?:全媒体|融媒体|见习|实习|首席|特约|特派|本报|本刊){0,4}(?:记者|通讯员|特约通讯员|实习生|摄影师)';
const BLANK = '[ \\u00A0\\u3000]';
/** A role, a gap, and what the unnamed person did, at the end of a sentence or of the line. */
const CREDIT = new RegExp(
  `${ROLE}(?:${BLANK}+|${BLANK}*[/／:：]${BLANK}*)(?:摄影报道|供图|摄影|摄|绘)(?=$|[。；;）)]|${BLANK})`,
  'g',
);
/** A role that another role or the bracket's end follows at once; and what stands before it inside a dateline's brackets. */
const BYLINE = new RegExp(`${ROLE}(?:${BLANK}+|${BLANK}*[/／:：]${BLANK}*)(?=[）)]|${ROLE})`, 'g');
const DATELINE = new RegExp(`[讯电訊電]${BLANK}{0,2}[（(][^（()）]{0,40}$`);
const DATELINE_REACH = 44;

function* hits(paragraph: Paragraph, pattern: RegExp, words: Words, behind?: RegExp): Generator<Finding> {
  for (const match of paragraph.text.matchAll(pattern)) {
    const before = paragraph.text.slice(Math.max(0, match.index - DATELINE_REACH), match.index);
    if (behind && !behind.test(before)) continue;
    yield {
      span: spanIn(paragraph, match.index, match.index + match[0].trimEnd().length),
      confidence: 'high',
      message: message(words, match[0].trim()),
    };
  }
}

const NO_CREDIT: Words = {
  en: '“{0}” credits nobody: the name is lost. Add it from the printed page.',
  zh: '“{0}”缺姓名，图片署名已失落。请据原版补上。',
};
const NO_NAME: Words = {
  en: '“{0}” names nobody: the byline lost a name. Add it from the printed page.',
  zh: '“{0}”之后缺姓名，署名不全。请据原版补上。',
};
