import { resolve } from '../issue/continuations';
import { digest } from '../issue/digest';
import type { Issue } from '../issue/issue';
import { story } from '../issue/story';
import { pageAt } from '../parse/places';
import { type Reason, reasons } from '../parse/reasons';
import type { Sheet } from '../parse/sheet';
import { errorRate, PASS } from '../rules/error-rate';
import { measuredOf } from '../rules/precision';
import type { Problem } from '../rules/rule';
import { ruleOf } from '../rules/rules';
import { contains, type Span } from '../text/span';
import { type Language, message, say, type Words } from '../text/words';
import { habits } from './habits';
import { articleAt, referenceAt, titleOf } from './location';
import { plain } from './markdown';
import { pageSpan } from './overview';

export interface Hover {
  /** What the words are about. */
  readonly span: Span;
  readonly markdown: string;
}

/** What a hover looks at; `problems` are those of this file, where they are known. */
export interface Hovered {
  readonly issue: Issue;
  readonly file: string;
  readonly sheet: Sheet;
  readonly problems?: readonly Problem[];
  /** The error rate of the whole issue, where that is known. */
  readonly issueRate?: number;
}

/**
 * What there is to say of the place under the cursor: the other end of a continuation, the edition of a folio, the length,
 * byline and pages of a headline's article; the habits of the file; and, after a rule, the rules that found something there. Null where nothing is.
 */
export function hover(hovered: Hovered, at: number, language: Language): Hover | null {
  const known = { ...hovered, issue: hovered.issue.with(digest(hovered.file, hovered.sheet)) };
  const place =
    continuationHover(known, at, language) ?? folioHover(known, at, language) ?? headlineHover(known, at, language);
  const found = known.problems?.filter(({ span }) => contains(span, at)) ?? [];
  const problems = found.map((problem) => problemLine(problem, language));
  const own = habitsHover(known, at, language);
  const span = place?.span ?? found[0]?.span ?? own?.span;
  if (!span) return null;
  const parts = [...(place ? [place.markdown] : []), ...(own ? [own.markdown] : []), ...problems];
  return { span, markdown: parts.join('\n\n---\n\n') };
}

function continuationHover({ issue, file, sheet }: Hovered, at: number, language: Language): Hover | null {
  const index = referenceAt(sheet, at);
  if (index < 0) return null;
  const { span, direction, page } = sheet.continuations[index];
  const { state, target, candidates } = resolve(issue, file, index);
  const tell = (words: Words, ...args: (string | number)[]): string => say(language, message(words, ...args));
  if (!target) {
    const list = candidates.map(
      (candidate) => `- ${plain(titleOf(issue, candidate, language))} · ${percent(candidate.score)}`,
    );
    return { span, markdown: [tell(UNSURE[state], page), ...list].join('\n') };
  }
  const other = issue.get(target.file)?.continuations[target.index ?? -1];
  const heading = tell(direction === 'to' ? CONTINUES : CONTINUED, plain(titleOf(issue, target, language)), page);
  const words = other?.context.replace(/\n/g, ' ').trim() ?? '';
  const quoted = words && `> ${direction === 'to' ? `${plain(words)}…` : `…${plain(words)}`}`;
  return { span, markdown: [heading, quoted, tell(SURE, percent(target.score))].filter(Boolean).join('\n\n') };
}

function folioHover(
  { issue, file, sheet, problems, issueRate }: Hovered,
  at: number,
  language: Language,
): Hover | null {
  const index = sheet.pages.findIndex(({ span }) => at >= span.from && at <= span.to);
  const page = sheet.pages[index];
  if (!page) return null;
  const edition = issue.edition(file, index);
  const articles = sheet.articles.filter(({ lines }) => pageAt(sheet, lines.first) === page);
  const characters = articles.reduce((sum, article) => sum + article.characters, 0);
  const name = [edition?.paper, edition?.date].filter((part) => part != null).map(plain);
  const lines = [
    ...(name.length > 0 ? [`**${name.join(' · ')}**`] : []),
    say(language, message(EDITION, page.label, new Set(edition?.leaves.map((leaf) => leaf.label)).size || 1)),
    say(language, message(ON_PAGE, articles.length, characters)),
    ...(problems ? rated(sheet, problems, pageSpan(sheet, index), language) : []),
    ...(issueRate === undefined ? [] : [say(language, message(ISSUE_RATE, issueRate.toFixed(1)))]),
  ];
  return { span: page.span, markdown: lines.join('\n\n') };
}

/** The habits that were told from the whole file: on its first line, and on each folio. */
function habitsHover({ sheet: { text, pages, profile } }: Hovered, at: number, language: Language): Hover | null {
  const line = text.lineAt(at);
  if (line > 0 && !pages.some((page) => page.line === line)) return null;
  return { span: { from: text.lineStart(line), to: text.lineEnd(line) }, markdown: habits(profile, language) };
}

/** How many problems a part of the text has, hints left out, and its error rate. */
function rated(sheet: Sheet, problems: readonly Problem[], span: Span, language: Language): string[] {
  const own = problems.filter(({ severity, span: { from } }) => severity !== 'hint' && contains(span, from));
  const { rate } = errorRate(sheet, problems, span);
  return [say(language, message(RATE, own.length, rate.toFixed(1), PASS))];
}

function headlineHover({ issue, file, sheet, problems = [] }: Hovered, at: number, language: Language): Hover | null {
  const index = articleAt(sheet, at);
  const article = sheet.articles[index];
  const head = article?.head.find(({ span }) => at >= span.from && at <= span.to);
  if (!head) return null;
  const people = [...new Set(article.bylines.flatMap((byline) => byline.people.map((person) => person.name)))];
  const pages = story(issue, { file, article: index }).map(
    (part) => issue.get(part.file)?.pages[issue.get(part.file)?.articles[part.article].page ?? -1]?.label || '?',
  );
  const tell = (words: Words, ...args: (string | number)[]): string => say(language, message(words, ...args));
  const own = { from: sheet.text.lineStart(article.lines.first), to: sheet.text.lineStart(article.lines.last + 1) };
  const isHurt = problems.some(({ span }) => contains(own, span.from));
  const lines = [
    `**${plain(article.headline ?? head.text)}**`,
    [...people.map(plain), tell(LENGTH, article.characters)].join(' · '),
    ...(pages.length > 1 ? [tell(PAGES, pages.join(' → '))] : []),
    ...(isHurt ? rated(sheet, problems, own, language) : []),
    tell(CONFIDENCE, percent(article.confidence)),
    ...why(sheet, article.lines.first, language),
  ];
  return { span: head.span, markdown: lines.join('\n\n') };
}

/** What spoke for the reading of a line and what against it, in words. */
function why({ text }: Sheet, line: number, language: Language): string[] {
  const found = reasons(text, line);
  if (!found) return [];
  if (found.certain) return [say(language, message(BY_FORM))];
  const list = (all: readonly Reason[]): string =>
    all.map(({ words }) => words[language]).join(language === 'zh' ? '、' : '; ');
  return [
    ...(found.pro.length > 0 ? [say(language, message(PRO, list(found.pro)))] : []),
    ...(found.contra.length > 0 ? [say(language, message(CONTRA, list(found.contra)))] : []),
  ];
}

function problemLine({ code, confidence }: Problem, language: Language): string {
  const title = ruleOf(code)?.title;
  const measured = measuredOf(code);
  const tell = (words: Words, ...args: number[]): string => say(language, message(words, ...args));
  return [
    `**${title ? plain(title[language]) : code}** · \`${code}\``,
    tell(HOW_SURE[confidence]),
    ...(measured ? [tell(MEASURED, measured.right, measured.said)] : []),
  ].join(' · ');
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const CONTINUES: Words = { en: 'Continues on page {1}: **{0}**', zh: '下转第 {1} 版：**{0}**' };
const CONTINUED: Words = { en: 'Continued from page {1}: **{0}**', zh: '上接第 {1} 版：**{0}**' };
const SURE: Words = { en: 'Match: {0}', zh: '匹配度：{0}' };
const UNSURE: Record<string, Words> = {
  ambiguous: { en: 'Several places on page {0} may be meant:', zh: '第 {0} 版上有几处可能：' },
  unanswered: { en: 'No reference on page {0} answers this one.', zh: '第 {0} 版上没有与此对应的转接语。' },
  circular: { en: 'This reference leads back to its own article.', zh: '此转接语又指回了本稿。' },
  elsewhere: { en: 'Page {0} is not among the files.', zh: '第 {0} 版不在现有文件中。' },
};
const EDITION: Words = { en: 'Page {0} of an issue of {1} {1|page|pages} here', zh: '第 {0} 版，本期现有 {1} 个版' };
const ON_PAGE: Words = { en: '{0} {0|article|articles}, {1} {1|character|characters}', zh: '{0} 篇稿件，{1} 字' };
const RATE: Words = {
  en: '{0} {0|problem|problems} · error rate {1} per 10,000 characters (a newspaper passes at {2} or less)',
  zh: '{0} 个问题 · 差错率万分之 {1}（报纸合格线为万分之 {2}）',
};
const ISSUE_RATE: Words = { en: 'Whole issue: error rate {0} per 10,000 characters', zh: '全期差错率：万分之 {0}' };
const LENGTH: Words = { en: '{0} {0|character|characters}', zh: '{0} 字' };
const PAGES: Words = { en: 'Runs over pages {0}', zh: '跨版：{0}' };
const CONFIDENCE: Words = { en: 'Sure that an article starts here: {0}', zh: '判为稿件开头，把握 {0}' };
const PRO: Words = { en: 'For it: {0}', zh: '依据：{0}' };
const CONTRA: Words = { en: 'Against it: {0}', zh: '疑点：{0}' };
const BY_FORM: Words = { en: 'Its printed form leaves no other reading', zh: '版面形式已足以判定' };
const MEASURED: Words = { en: 'right in {0} of {1} cases measured', zh: '实测 {1} 处，{0} 处属实' };
const HOW_SURE: Record<Problem['confidence'], Words> = {
  high: { en: 'high confidence', zh: '把握大' },
  medium: { en: 'medium confidence', zh: '把握中等' },
  low: { en: 'low confidence', zh: '把握小' },
};
