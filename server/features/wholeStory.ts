import type { Issue } from '../issue/issue';
import { breaksOff, resumes } from '../issue/seam';
import { type Part, story } from '../issue/story';
import { titled } from '../issue/titled';
import type { Sheet } from '../parse/sheet';
import { type Lines, overlaps } from '../text/span';
import type { Language } from '../text/words';
import { type CleanParagraph, cleanParagraphs } from './cleanText';
import { titleOf } from './location';
import { type Token, tokens } from './semanticTokens';

/** A story over all its pages, joined to one text that holds nothing but its words. */
export interface WholeStory {
  readonly title: string;
  /** A paragraph a line, a blank line between two; no references, no folios, no broken lines. */
  readonly text: string;
  /** Where each part came from, in the order of the text. */
  readonly parts: readonly StoryPart[];
  /** Its coloured words, by their place in `text`: they are read as where they were printed. */
  readonly tokens: readonly Token[];
}

export interface StoryPart extends Part {
  /** The page as printed, or empty. */
  readonly page: string;
  /** Its lines in its own file. */
  readonly lines: Lines;
  /** Where it begins in `WholeStory.text`: inside a paragraph, where the jump cut one. */
  readonly at: number;
  /** Whether its file could be read; a part that could not is missing from the text. */
  readonly found: boolean;
}

/**
 * The whole story that an article is part of. `sheetOf` gives the sheets of the files that `story` names, or undefined where
 * one cannot be read. Null where the article is not known.
 */
export function wholeStory(
  issue: Issue,
  part: Part,
  sheetOf: (file: string) => Sheet | undefined,
  language: Language,
): WholeStory | null {
  if (!issue.get(part.file)?.articles[part.article]) return null;
  const parts: StoryPart[] = [];
  const coloured: Token[] = [];
  let text = '';
  let last: CleanParagraph | undefined;
  for (const { file, article } of story(issue, part)) {
    const digest = issue.get(file);
    const known = digest?.articles[article];
    const sheet = sheetOf(file);
    const paragraphs = sheet ? body(sheet, article, issue, parts[0]) : [];
    if (last && paragraphs.length > 0) text += joined(last, paragraphs[0]) ? '' : BETWEEN;
    parts.push({
      file,
      article,
      page: digest?.pages[known?.page ?? -1]?.label ?? '',
      lines: sheet?.articles[article]?.lines ?? { first: known?.line ?? 0, last: known?.endLine ?? 0 },
      at: text.length,
      found: sheet?.articles[article] !== undefined,
    });
    if (sheet) coloured.push(...tokensOf(sheet, article, paragraphs, text.length));
    text += paragraphs.map((paragraph) => paragraph.text).join(BETWEEN);
    last = paragraphs.at(-1) ?? last;
  }
  return { title: titleOf(issue, part, language), text, parts, tokens: coloured };
}

const BETWEEN = '\n\n';

/** The coloured words of a part's paragraphs, the first of which stands at an offset of the story. */
function tokensOf(sheet: Sheet, article: number, paragraphs: readonly CleanParagraph[], at: number): Token[] {
  const all = tokens(sheet, sheet.articles[article].span);
  let next = at;
  return paragraphs.flatMap(({ span: own, text, indexOf }) => {
    const first = next;
    next += text.length + BETWEEN.length;
    return all
      .filter(({ span }) => overlaps(span, own))
      .map(({ span, type }) => ({ type, span: { from: first + indexOf(span.from), to: first + indexOf(span.to) } }))
      .filter(({ span: { from, to } }) => from < to);
  });
}

/** A part's paragraphs; of a later part without a headline that only repeats the first's. */
function body(sheet: Sheet, article: number, issue: Issue, first: Part | undefined): CleanParagraph[] {
  const paragraphs = cleanParagraphs(sheet, article);
  const repeated =
    first && titled(sheet.articles[article]?.headline ?? null, issue.get(first.file)?.articles[first.article]);
  return repeated === 1 ? paragraphs.filter(({ kind }) => !HEAD.has(kind)) : paragraphs;
}

const HEAD = new Set<string>(['kicker', 'headline', 'deck', 'column']);

/** Whether the jump cut a paragraph in two. */
const joined = (before: CleanParagraph, after: CleanParagraph): boolean =>
  before.kind === 'body' && after.kind === 'body' && (breaksOff(before.text) || resumes(after.text));
