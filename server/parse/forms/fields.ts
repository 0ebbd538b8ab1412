import { creditsAt, type Signature, signature } from './signature';

/** What an e-paper's export says of a piece, each field behind its label: 来源：渡口日报　作者：岳清　版次：A03. */
const LABELS = '[来來]源|作者|[记記]者|版次|版面|[栏欄]目|日期|[时時][间間]|[发發]布|正文|字[数數]|摘要';
const field = new RegExp(`(${LABELS})\\s*[：:]\\s*`, 'g');
const first = new RegExp(`^[\\s\\u3000]*(?![记記])(?:${LABELS})[：:]`);

/** Whether a line begins with such a field, and so is no title: 作者：（无）, 正文：. A reporter may be asking (记者：怕不怕？). */
export const opensWithField = (line: string): boolean => first.test(line);

const WHO = /^(?:作者|记者|記者)$/;
const WHENCE = /^(?:来源|來源)$/;
const NOBODY = /^(?:暂缺|佚名|不详|无|未署名)$/;

/** The byline that two or more such fields are, one of them the author or the source; null where there are none. */
export function fields(line: string): Signature | null {
  const labels = [...line.matchAll(field)];
  if (labels.length < 2 || line.slice(0, labels[0].index).trim() !== '') return null;
  let outlet: string | null = null;
  let people: Signature['people'] = [];
  let said = false;
  labels.forEach((label, k) => {
    const from = label.index + label[0].length;
    const words = line.slice(from, labels[k + 1]?.index ?? line.length);
    if (WHENCE.test(label[1])) outlet = words.trim() || null;
    if (WHO.test(label[1]) && !NOBODY.test(words.trim())) people = creditsAt(words, from)?.people ?? [];
    said ||= WHENCE.test(label[1]) || WHO.test(label[1]);
  });
  return said ? signature('whole', line, { to: line.length, outlet, people }) : null;
}

/** A title behind its label, as an export prints it: 标题：老街书店重开. */
export interface Titled {
  readonly role: 'kicker' | 'headline' | 'deck';
  /** Where the title itself begins. */
  readonly from: number;
}
const TITLES = {
  headline: '[正主]?[标標][题題]|[题題](?:目|名)|篇名',
  kicker: '[引肩眉][题題]',
  deck: '副[标標]?[题題]',
} as const;
const ROLES = ['headline', 'kicker', 'deck'] as const;
const title = new RegExp(
  `^[\\s\\u3000]*[【[]?(?:${ROLES.map((role) => `(?<${role}>${TITLES[role]})`).join('|')})[】\\]]?[\\s\\u3000]*[：:][\\s\\u3000]*(?=\\S)`,
);

/** Which title of a piece a line is by its label, or null. */
export function titled(line: string): Titled | null {
  const match = title.exec(line);
  const role = match && ROLES.find((each) => match.groups?.[each]);
  return match && role ? { role, from: match[0].length } : null;
}
