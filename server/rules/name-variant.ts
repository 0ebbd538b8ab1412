import { digest } from '../issue/digest';
import { grouped } from '../issue/grouped';
import { reporters } from '../issue/reporters';
import { message } from '../text/words';
import { misnamed } from './gazetteer';
import { bodies, type Namesake, persons } from './namesakes';
import { difference, near } from './nearness';
import { type Paragraph, paragraphs, spanIn } from './paragraphs';
import type { Context, Finding, Fix, Problem, Rule } from './rule';

/**
 * A name one character off from the one that is probably meant: a county that does not exist among others of the same city;
 * a person, a body or a place named once where the text names another again and again; a reporter whose byline stands once
 * where the issue's other bylines bear almost the same name. The two characters must look or sound alike.
 */
export const nameVariant: Rule = {
  code: 'name-variant',
  title: { en: 'Name variant', zh: '名称疑误' },
  severity: 'information',
  *find(context): Generator<Finding> {
    const { sheet } = context;
    for (const paragraph of paragraphs(sheet)) {
      if (paragraph.kind !== 'body' && paragraph.kind !== 'list') continue;
      for (const { name, right, at } of misnamed(paragraph))
        yield found(paragraph, at, message(NO_COUNTY, name, right));
    }
    for (const namesake of [...persons(sheet), ...bodies(sheet)]) yield variant(namesake);
    yield* bylines(context);
  },
  fix({ sheet: { text } }: Context, { span, message: { args } }: Problem): Fix[] {
    const insert = String(args[1]);
    const removes = text.slice(span.from, span.to);
    return [
      {
        title: message({ en: 'Write {0}', zh: '改为{0}' }, insert),
        tier: 'possible',
        edits: [{ ...span, insert }],
        declares: { removes, adds: insert },
      },
    ];
  },
};

const found = (paragraph: Paragraph, at: number, words: Finding['message']): Finding => ({
  span: spanIn(paragraph, at, at + String(words.args[0]).length),
  confidence: 'medium',
  message: words,
});

const variant = ({ name, right, times, paragraph, at }: Namesake): Finding =>
  found(paragraph, at, message(ONCE, name, right, times));

/** So often another name stands in the issue's bylines before this one is held against it. */
const OFTEN = 3;

function* bylines({ file, sheet, issue }: Context): Generator<Finding> {
  const people = sheet.articles.flatMap((article) => article.bylines.flatMap((byline) => byline.people));
  const own = people.filter(({ name }) => name.length === 3);
  if (own.length === 0) return;
  const times = reporters(issue, digest(file, sheet));
  const regular = [...times].filter(([name, count]) => name.length === 3 && count >= OFTEN);
  const bySurname = grouped(regular, ([name]) => name[0]);
  for (const { name, span } of own) {
    if (times.get(name) !== 1 || sheet.text.slice(span.from, span.to) !== name) continue;
    const alike = (bySurname.get(name[0]) ?? []).filter(([other]) => isNear(name, other));
    if (alike.length !== 1) continue;
    const [[right, count]] = alike;
    yield { span, confidence: 'medium', message: message(ONCE, name, right, count) };
  }
}

function isNear(a: string, b: string): boolean {
  const at = a.length === b.length ? difference(a, b) : -1;
  return at > 0 && near(a[at], b[at]);
}

const NO_COUNTY = {
  en: 'The gazetteer has no {0}, but {1} belongs to the same city as its neighbours here. Check the name.',
  zh: '行政区划中没有“{0}”，而“{1}”与此处并列的区县同属一市。请核对。',
};
const ONCE = {
  en: '“{0}” stands here alone, “{1}” {2} times beside it. If the same is meant, one character is wrong: check the name.',
  zh: '“{0}”仅此一见，而“{1}”出现了 {2} 次。若指同一对象，则有一字之误，请核对。',
};
