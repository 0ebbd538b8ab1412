import { isName, namesGenre } from './names';

/** A section marker such as 【理】 at a line's start; offsets are relative to the line. */
export interface Section {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Nothing else stands on the line. */
  readonly alone: boolean;
}

const LABEL = '([^【】〖〗［］〔〕『』[\\]。，,；;：:！!？?]{1,10}?)';
const form = new RegExp(`^\\s*[◎●○■□◆◇▲★☆•·]?\\s*[【〖]\\s*${LABEL}\\s*[】〗]`);
/** Other brackets hold all sorts of things; alone on a line they hold a marker. */
const aloneForm = new RegExp(`^\\s*[［[〔]\\s*${LABEL}\\s*[］\\]〕]\\s*$`);
// Datelines, continuations and credits wear the same brackets.
const other =
  /(?<![资資])[讯訊]$|^本[报報社].*消息$|(?<![来來致])[电電]$|[上下紧緊文][接转轉]|[转轉]入|[摄攝]$|[报報][导導道]$|作者|^(?:文章|稿件|消息)?[来來]源$|^(?:[责責]?[编編][辑輯]?|校[对對]|版次|日期)$|[版頁页]$|^[\s\d\x00-\x7f]+$/;
/** 【记者王一】 signs; 【记者观察】 is a marker. */
const reporter = /(?:记者|記者|通讯员|通訊員)[\s\u3000]*(.*)$/;

const signs = (label: string): boolean => {
  const who = reporter.exec(label)?.[1];
  return who !== undefined && (who === '' || (isName(who.replace(/[\s\u3000]/g, '')) && !namesGenre(who)));
};

/** The section marker a line begins with, or null. `【本报讯】` and `【上接A05版】` are none. */
export function section(line: string): Section | null {
  const match = form.exec(line) ?? aloneForm.exec(line);
  if (!match || other.test(match[1]) || signs(match[1])) return null;
  const from = match[0].length - match[0].trimStart().length;
  const to = match[0].trimEnd().length;
  return { from, to, label: match[1], alone: line.slice(to).trim() === '' };
}
