import { chance, pick, type Random, whole } from '../random';
import { altered, type Damaged, lineAt, somewhere } from './place';

/** The last mark before a paragraph that opens a quotation stays: without it a quotation would rightly go on. */
export function unpaired(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, function* ({ text: own }, next) {
    for (const { 0: pair, index } of own.matchAll(/“[^“”]+”|《[^《》]+》|（[^（）]+）|\([^()]+\)/g)) {
      const end = index + pair.length - 1;
      yield index;
      if (!next?.text.startsWith('“')) yield end;
    }
  });
  if (!place) return null;
  const [{ from, line }, at] = place;
  return altered(text, from + at, from + at + 1, '', line, 'unpaired-mark');
}

/** What Unicode's compatibility mapping (NFKC) takes back: each character with the radical that turns into it. */
const RADICALS = new Map(
  Array.from({ length: 0x2fd6 - 0x2f00 }, (_, i) => String.fromCharCode(0x2f00 + i)).map((r) => [
    r.normalize('NFKC'),
    r,
  ]),
);

export function radicals(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, ({ text: own }) => ([...own].some((c) => RADICALS.has(c)) ? [0] : []));
  if (!place) return null;
  const [{ from, to, line, text: own }] = place;
  const keeps = [...own].findIndex((c) => RADICALS.has(c));
  const insert = [...own].map((c, i) => (i === keeps || chance(random, 0.6) ? (RADICALS.get(c) ?? c) : c)).join('');
  return altered(text, from, to, insert, line, 'compat-character');
}

export function spaced(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, ({ text: own }) => own.matchAll(/\p{Script=Han}{6,}/gu));
  if (!place) return null;
  const [{ from, line }, run] = place;
  const length = whole(random, 6, Math.min(14, run[0].length));
  const at = from + run.index;
  return altered(text, at, at + length, [...run[0].slice(0, length)].join(' '), line, 'spaced-text');
}

export function replaceHan(text: string, random: Random, by: string): Damaged | null {
  const place = somewhere(text, random, ({ text: own }) =>
    own.slice(0, -2).matchAll(/(?<=\p{Script=Han})\p{Script=Han}/gu),
  );
  if (!place) return null;
  const [{ from, line }, { index }] = place;
  return altered(text, from + index, from + index + 1, by, line, 'undecodable-character');
}

export function insertInside(text: string, random: Random, what: string): Damaged | null {
  const place = somewhere(text, random, ({ text: own }) => [whole(random, 2, own.length - 2)]);
  if (!place) return null;
  const [{ from, line }, at] = place;
  return altered(text, from + at, from + at, what, line, 'undecodable-character');
}

export function chunkSize(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, () => [0]);
  if (!place) return null;
  const [{ to, line }] = place;
  const size = pick(random, ['1f40', '2000', '7d0', 'ffa']);
  return altered(text, to, to, `\n${size}`, line + 1, 'undecodable-character');
}

export function entity(text: string, random: Random): Damaged | null {
  const place = somewhere(text, random, ({ text: own }) => own.matchAll(/[“”]/g));
  if (!place) return null;
  const [{ from, line }, mark] = place;
  const name = mark[0] === '“' ? '&ldquo;' : '&rdquo;';
  return altered(text, from + mark.index, from + mark.index + 1, name, line, 'undecodable-character');
}

export function lostCredit(text: string, random: Random): Damaged | null {
  const credits = [
    ...text.matchAll(
      /(?<=(?:记者|通讯员)[ \u3000/]?)\p{Script=Han}[ \u3000]?\p{Script=Han}{1,2}(?=[ \u3000/]?(?:摄|供图))/gu,
    ),
  ];
  if (credits.length === 0) return null;
  const { 0: name, index } = pick(random, credits);
  return altered(text, index, index + name.length, '', lineAt(text, index), 'missing-credit');
}

const WEEKDAYS = '一二三四五六日';

export function wrongWeekday(text: string, random: Random): Damaged | null {
  const dates = [...text.matchAll(/(?<=日[ \u3000(（]*星期)[一二三四五六日]/g)];
  if (dates.length === 0) return null;
  const { 0: day, index } = pick(random, dates);
  const other = WEEKDAYS[(WEEKDAYS.indexOf(day) + whole(random, 1, 6)) % 7];
  return altered(text, index, index + 1, other, lineAt(text, index), 'date-conflict');
}

export function wrongPage(text: string, random: Random): Damaged | null {
  const references = [...text.matchAll(/(?<=(?:上接|下转)[A-Z]?)\d+(?=版)/g)];
  if (references.length === 0) return null;
  const { 0: label, index } = pick(random, references);
  const other = String((Number(label) % 90) + whole(random, 1, 9)).padStart(label.length, '0');
  return altered(text, index, index + label.length, other, lineAt(text, index), 'unresolved-continuation');
}
