import { type Unresolved, unresolved } from '../issue/continuations';
import { digest } from '../issue/digest';
import { pageLabel, samePage } from '../issue/label';
import { pageIndexAt } from '../parse/places';
import type { Continuation } from '../parse/sheet';
import { message, type Words } from '../text/words';
import { numeral } from './numeral';
import type { Context, Finding, Fix, Problem, Related, Rule } from './rule';

/**
 * A 上接 or 下转 whose other end is not where it says although that page is at hand, that fits several ends, or that leads
 * back to itself. About pages that nobody opened nothing is said.
 */
export const unresolvedContinuation: Rule = {
  code: 'unresolved-continuation',
  title: { en: 'Unresolved continuation', zh: '转接不明' },
  severity: 'information',
  *find(context): Generator<Finding> {
    for (const reference of context.sheet.continuations) {
      const wrong = unresolved(context.issue, context.file, context.sheet, reference);
      if (wrong) yield found(context, reference, wrong);
    }
  },
  fix(context: Context, { span }: Problem): Fix[] {
    const reference = context.sheet.continuations.find((c) => c.span.from === span.from);
    const wrong = reference && unresolved(context.issue, context.file, context.sheet, reference);
    if (!reference || !wrong) return [];
    return labels(context, reference, wrong).flatMap((label) => corrected(context, reference, label) ?? []);
  },
};

function found({ file, issue, sheet }: Context, { span, page }: Continuation, wrong: Unresolved): Finding {
  const related = wrong.candidates.flatMap((candidate): Related[] => {
    const there = issue.get(candidate.file);
    // Often only one end is printed: then it is an article that is only alike.
    const end = candidate.index === null ? there?.articles[candidate.article] : there?.continuations[candidate.index];
    return end
      ? [{ file: candidate.file === file ? undefined : candidate.file, place: end.place, message: message(OTHER) }]
      : [];
  });
  return {
    span,
    confidence: wrong.state === 'ambiguous' ? 'medium' : 'high',
    message: message(MESSAGES[wrong.state], sheet.text.slice(span.from, span.to), page),
    related,
  };
}

/**
 * The pages that it may mean, the likeliest first: those of references that name this page and bear the same mark, then
 * those of the candidates.
 */
function labels({ file, issue, sheet }: Context, reference: Continuation, { candidates }: Unresolved): string[] {
  const known = issue.with(digest(file, sheet));
  const on = pageIndexAt(sheet, reference.line);
  const leaves = known.edition(file, on)?.leaves ?? [];
  const here = leaves.find((leaf) => leaf.file === file && leaf.page === on)?.label ?? '';
  const back = leaves.filter((leaf) =>
    known
      .get(leaf.file)
      ?.continuations.some(
        (other) =>
          other.on === leaf.page &&
          other.direction !== reference.direction &&
          other.mark === reference.mark &&
          samePage(pageLabel(other.page), here) === 1,
      ),
  );
  const alike = candidates.map((candidate) => {
    const page = known.get(candidate.file)?.articles[candidate.article]?.page;
    return leaves.find((leaf) => leaf.file === candidate.file && leaf.page === page);
  });
  const found = [...back, ...alike].map((leaf) => leaf?.label ?? '');
  return [...new Set(found.filter((label) => label !== '' && samePage(label, here) !== 1))].slice(0, 3);
}

/** The reference with another page's number, written as the old one is. */
function corrected({ sheet }: Context, { span, page }: Continuation, label: string): Fix | null {
  const printed = sheet.text.slice(span.from, span.to);
  const old = /[A-Za-z]?[0-9０-９]{1,3}|[〇零一二三四五六七八九十]{1,4}/.exec(printed);
  if (!old || label === pageLabel(page)) return null;
  const insert = /[0-9０-９]/.test(old[0]) ? label.padStart(old[0].length, '0') : numeral(label);
  if (insert === null || insert === old[0]) return null;
  const from = span.from + old.index;
  return {
    title: message({ en: 'Name page {0}', zh: '改为第{0}版' }, label),
    tier: 'possible',
    edits: [{ from, to: from + old[0].length, insert }],
    declares: { removes: old[0], adds: insert },
  };
}

const OTHER: Words = { en: 'This may be the other end', zh: '可能是这里' };
const MESSAGES: Readonly<Record<Unresolved['state'], Words>> = {
  unanswered: {
    en: '“{0}”: page {1} is here, but no reference on it answers. Check the page number at both ends.',
    zh: '“{0}”：第{1}版上没有与之对应的转接语。请核对两端的版次。',
  },
  ambiguous: {
    en: '“{0}” fits several ends on page {1}, and none for sure. Check the page number and the mark.',
    zh: '“{0}”在第{1}版上有多处可对应，无法断定。请核对版次与序号。',
  },
  circular: {
    en: '“{0}” leads back to where it stands. Check the page number.',
    zh: '“{0}”又转回了原处。请核对版次。',
  },
};
