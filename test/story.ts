import type { Kind, Row } from './gutter';
import type { House } from './house';
import { chance, pick, type Random, whole } from './random';
import * as words from './vocabulary';

/** Whoever writes stories: where the names, dates and chances come from. */
export interface Press {
  readonly random: Random;
  readonly paper: string;
  readonly house: House;
  /** The day of the issue. */
  readonly date: Date;
  readonly reporters: readonly string[];
}

/** A row of the text with what is true of it (gutter.ts has the marks). */
export const row = (kind: Kind, text: string, ...marks: Row['marks'][number][]): Row => ({
  kind,
  text,
  marks: marks.some(([name]) => name === kind) ? marks : [[kind, ''], ...marks],
  problems: [],
  allowed: [],
});

/** The reporters of a paper. */
export const staff = (random: Random): string[] => Array.from({ length: 16 }, () => name(random));

/** A whole article: a story, perhaps with a subhead, a section or a picture. */
export function article(press: Press): Row[] {
  const { random } = press;
  const rows = story(press, whole(random, 2, 5));
  if (rows.length > 6 && chance(random, 0.4)) rows.splice(-3, 0, row('subhead', pick(random, words.SUBHEADS)));
  if (chance(random, 0.15)) {
    const label = pick(random, words.SECTIONS);
    rows.push(row('body', `【${label}】${pick(random, words.COMMENTS)}`, ['section', label]));
  }
  const photographer = pick(random, press.reporters);
  if (chance(random, 0.15)) rows.push(row('caption', `图为活动现场。本报记者 ${photographer} 摄`));
  return rows;
}

/** A headline block, a byline in one of the usual places or none, a lead, and so many paragraphs more. */
export function story(press: Press, paragraphs: number): Row[] {
  const { random, paper, house } = press;
  const subject = draw(press);
  const people = [...new Set([pick(random, press.reporters), pick(random, press.reporters)])];
  const lead = fill(subject, subject.next('lead', words.LEADS));
  const body = Array.from({ length: paragraphs }, () => row('body', paragraph(subject)));
  const form = random();
  const credited = (kind: Kind, credit: string, text: string): Row => {
    const outlet = [paper, '本报'].find((name) => credit.includes(name)) ?? '';
    return row(kind, text, ['byline', `${outlet}: ${people.join('、')}`]);
  };
  const opens = house.opening(paper, people);
  const byline = house.byline(paper, people);
  const opening =
    form < 0.6
      ? [credited('body', opens, opens + lead)]
      : form < 0.8
        ? [credited('byline', byline, byline), row('body', lead)]
        : [row('body', lead)];
  return [...headline(subject), ...opening, ...body];
}

function headline({ random, place, topic, deed }: Subject): Row[] {
  const rows = [row('headline', `${place}${topic.thing}${deed}`)];
  if (chance(random, 0.25)) rows.unshift(row('kicker', `我市${pick(random, words.GOALS)}`));
  if (chance(random, 0.25)) rows.push(row('deck', `——${place}的${whole(random, 3, 90)}天`));
  if (chance(random, 0.15)) rows.push(row('column', pick(random, words.COLUMNS)));
  return rows;
}

const paragraph = (subject: Subject): string =>
  Array.from({ length: whole(subject.random, 2, 3) }, () => fill(subject, subject.next('', words.SENTENCES))).join('');

/** What one story is about; the same all through it. */
interface Subject extends Press {
  readonly topic: words.Topic;
  readonly place: string;
  readonly deed: string;
  /** One of a list that this story has not drawn yet, as long as the list lasts. */
  next(name: string, list: readonly string[]): string;
}

function draw(press: Press): Subject {
  const { random } = press;
  const topic = pick(random, words.TOPICS);
  const drawn = new Map<string, [at: number, step: number]>();
  const next = (key: string, list: readonly string[]): string => {
    // A prime step walks through every place of a list before it comes back.
    const [at, step] = drawn.get(key) ?? [whole(random, 0, list.length - 1), pick(random, [29, 31, 37, 41, 43])];
    drawn.set(key, [at + step, step]);
    return list[at % list.length];
  };
  return { ...press, topic, place: pick(random, words.PLACES), deed: pick(random, topic.deeds), next };
}

/** A mould with its `{…}` filled. */
const fill = (subject: Subject, mould: string): string =>
  mould.replace(/\{(\w+)\}/g, (_, slot: keyof typeof SLOTS) => SLOTS[slot](subject));

const SLOTS = {
  thing: ({ topic }: Subject) => topic.thing,
  office: ({ topic }: Subject) => topic.office,
  users: ({ topic }: Subject) => topic.users,
  deed: ({ deed }: Subject) => deed,
  place: ({ place }: Subject) => place,
  elsewhere: ({ random, place }: Subject) =>
    pick(
      random,
      words.PLACES.filter((p) => p !== place),
    ),
  date: ({ random, date }: Subject) => {
    const day = new Date(date.getTime() - whole(random, 1, 3) * 86_400_000);
    return `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  },
  month: ({ random }: Subject) => String(whole(random, 1, 12)),
  few: ({ random }: Subject) => String(whole(random, 2, 9)),
  small: ({ random }: Subject) => String(whole(random, 20, 60)),
  number: ({ random }: Subject) => String(whole(random, 100, 9800)),
  percent: ({ random }: Subject) => (whole(random, 11, 399) / 10).toFixed(1),
  person: ({ random }: Subject) => name(random),
  job: ({ next }: Subject) => next('job', words.JOBS),
  quote: ({ next }: Subject) => next('quote', words.QUOTES),
  scene: ({ next }: Subject) => next('scene', words.SCENES),
  plan: ({ next }: Subject) => next('plan', words.PLANS),
  goal: ({ next }: Subject) => next('goal', words.GOALS),
  change: ({ next }: Subject) => next('change', words.CHANGES),
};

function name(random: Random): string {
  const given = pick(random, words.GIVEN) + (chance(random, 0.7) ? pick(random, words.GIVEN) : '');
  return pick(random, words.SURNAMES) + given;
}
