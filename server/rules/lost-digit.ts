import { message, type Words } from '../text/words';
import { type Paragraph, paragraphs, spanIn } from './paragraphs';
import type { Finding, Rule } from './rule';

/**
 * Figures that cannot be, because a digit or a decimal point got lost: a share above a hundred per cent, a coupon of forty,
 * a part that exceeds its whole. What the right figure is nobody here can know, so there is no fix.
 */
export const lostDigit: Rule = {
  code: 'lost-digit',
  title: { en: 'Impossible figure', zh: '数字存疑' },
  severity: 'information',
  *find({ sheet }): Generator<Finding> {
    for (const paragraph of paragraphs(sheet)) {
      if (paragraph.kind !== 'body' || !/[率比]|其中/.test(paragraph.text)) continue;
      yield* above(paragraph, COUPON, 20, RATE);
      yield* above(paragraph, SHARE, 100, WHOLE);
      yield* parts(paragraph);
    }
  },
};

/** What an issuer or a bank pays, never a usurer: markets have known no such rate above a fifth for decades. */
const COUPON =
  /(?:票面|中标|发行|存款|定存|国债|债券|票据|理财产品)(?:年化|年)?(?:利率|收益率)[^0-9，。；,;%％]{0,6}([0-9]+(?:\.[0-9]+)?)[%％]/g;
/** Shares of a whole by their meaning. Growth, 完成率, 毛入学率 and a bank's 拨备覆盖率 may exceed it. */
const SHARE =
  /(?<!毛|拨备|准备金|担保|保费|利息|流动性)(?:占比|合格率|及格率|覆盖率|治愈率|病死率|死亡率|入住率|出勤率|得票率|支持率|中签率|识字率|失业率|贫困发生率|复工率|复学率|入园率|巩固率)[^0-9，。；,;%％增升提降]{0,6}([0-9]+(?:\.[0-9]+)?)[%％]/g;

function* above(paragraph: Paragraph, pattern: RegExp, most: number, words: Words): Generator<Finding> {
  for (const match of paragraph.text.matchAll(pattern)) {
    if (Number(match[1]) <= most) continue;
    const from = match.index + match[0].length - match[1].length - 1;
    yield {
      span: spanIn(paragraph, from, match.index + match[0].length),
      confidence: 'medium',
      message: message(words, match[0], most),
    };
  }
}

const COUNT = /([0-9]+(?:\.[0-9]+)?)([万亿]?)(人次|人|家|个(?!百分)|例|名|户|所|件|项|辆|架|艘|吨|公里|亩|元)/g;
const times = (unit: string): number => (unit === '万' ? 1e4 : unit === '亿' ? 1e8 : 1);

/** “…56家，其中省级358家”: the first count after 其中 against the largest of its unit before it, within one sentence. */
function* parts(paragraph: Paragraph): Generator<Finding> {
  for (const { 0: sentence, index } of paragraph.text.matchAll(/[^。！？；;]+/g)) {
    const split = sentence.indexOf('其中');
    if (split < 0 || sentence.length > 300 || sentence.indexOf('其中', split + 1) >= 0) continue;
    const whole = [...sentence.slice(0, split).matchAll(COUNT)];
    const clause = /^[^，,]*/.exec(sentence.slice(split))?.[0] ?? '';
    const [part] = clause.matchAll(COUNT);
    if (!part) continue;
    const same = whole.filter((count) => count[3] === part[3]);
    const most = Math.max(...same.map((count) => Number(count[1]) * times(count[2])));
    if (same.length === 0 || Number(part[1]) * times(part[2]) <= most) continue;
    const from = index + split + part.index;
    yield {
      span: spanIn(paragraph, from, from + part[0].length),
      confidence: 'low',
      message: message(PART, part[0], same[same.length - 1][0]),
    };
  }
}

const RATE: Words = {
  en: '“{0}” cannot be: such rates stay far below {1} %. A digit or a decimal point is probably lost; check the figure.',
  zh: '“{0}”不合情理：此类利率远低于{1}%，可能漏了数字或小数点。请核对。',
};
const WHOLE: Words = {
  en: '“{0}” cannot be: such a share never exceeds {1} %. Check the figure for a lost decimal point.',
  zh: '“{0}”不合情理：此类比率不会超过{1}%，可能漏了小数点。请核对。',
};
const PART: Words = {
  en: 'A part of {0} exceeds its whole of {1}. Check both figures for a lost digit.',
  zh: '其中的{0}超过了总数{1}，可能漏了数字。请核对。',
};
