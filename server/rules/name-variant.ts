import { message } from '../text/words';
import counties from './counties.json';
import { type Paragraph, paragraphs, spanIn } from './paragraphs';
import type { Context, Finding, Fix, Problem, Rule } from './rule';

/**
 * A county or district that does not exist, one character off from one that does, named among others of the same city.
 * The gazetteer is the statistics bureau's (see `test/scripts/counties.ts`). Both witnesses are needed: a text may well
 * speak of a 老城区 or of a place that was renamed, but hardly in a row with the districts of just that city.
 */
export const nameVariant: Rule = {
  code: 'name-variant',
  title: { en: 'Name variant', zh: '名称疑误' },
  severity: 'information',
  *find({ sheet }): Generator<Finding> {
    for (const paragraph of paragraphs(sheet)) {
      if (paragraph.kind !== 'body' && paragraph.kind !== 'list') continue;
      yield* variants(paragraph);
    }
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

/** The name with each character but the last in turn left open. */
const gaps = (name: string): string[] =>
  [...name].slice(0, -1).map((_, i) => `${name.slice(0, i)}?${name.slice(i + 1)}`);

/** Cities by the counties' names, and names by what they look like with one character left out. */
const cities = new Map<string, number[]>();
const blanked = new Map<string, string[]>();
counties.forEach((names, city) => {
  for (const name of names.split(' ')) {
    cities.set(name, [...(cities.get(name) ?? []), city]);
    for (const key of gaps(name)) blanked.set(key, [...(blanked.get(key) ?? []), name]);
  }
});

/** What is no place's name: 老城区, 开发区, 各市县区 … */
const COMMON =
  /(?:[新老旧主中城郊乡市县辖东南西北内外近远高经景社园校小林山湖库灾港特片街牧矿军疫战沿地]|开发|高新|经开|示范|试验|功能|自治|核心|集聚|保护|管理|合作|产业|工业|[各全我本该两多几等和与及在到])[县区市旗]$|^[各全我本该两多几等和与及在到为是将把对从由][一-鿿]*$/;

/** A name in a row: what stops before it and after it. */
const IN_ROW = /(?<=^|[、，。；：（(“和及与在])(\p{sc=Han}{2,4}[县区市旗])(?=[、，。；（(）)等和及与]|$)/gu;

/** Any name after such a stop, whatever follows: what is in the gazetteer needs no other witness. */
const ANY = /(?<=^|[、，。；：（(“和及与在])\p{sc=Han}{2,4}?[县区市旗]/gu;

function* variants(paragraph: Paragraph): Generator<Finding> {
  const known = new Map<number, Set<string>>();
  for (const [name] of paragraph.text.matchAll(ANY))
    for (const city of cities.get(name) ?? []) known.set(city, (known.get(city) ?? new Set()).add(name));
  if (known.size === 0) return;
  for (const { 0: name, index } of paragraph.text.matchAll(IN_ROW)) {
    if (cities.has(name) || COMMON.test(name)) continue;
    const right = gaps(name)
      .flatMap((key) => blanked.get(key) ?? [])
      .filter(
        (real) =>
          (cities.get(real) ?? []).some((city) => (known.get(city)?.size ?? 0) >= ROW) || alike(name, real, known),
      );
    if (new Set(right).size !== 1) continue;
    yield {
      span: spanIn(paragraph, index, index + name.length),
      confidence: 'medium',
      message: message(FOUND, name, right[0]),
    };
  }
}

/** So many others of one city beside it make a row. */
const ROW = 2;

/** One other of the city is enough where the two characters share their radical (溆 and 渌). */
function alike(name: string, real: string, known: ReadonlyMap<number, ReadonlySet<string>>): boolean {
  const i = [...name].findIndex((character, at) => character !== real[at]);
  return radical(name[i]) === radical(real[i]) && (cities.get(real) ?? []).some((city) => known.has(city));
}

/** Unicode orders ideographs by radical and begins each with the radical itself: its number is how many come before. */
const RADICALS = Array.from({ length: 214 }, (_, i) =>
  String.fromCodePoint(0x2f00 + i)
    .normalize('NFKC')
    .charCodeAt(0),
);
const radical = (character: string): number => RADICALS.filter((first) => first <= character.charCodeAt(0)).length;

const FOUND = {
  en: 'The gazetteer has no {0}, but {1} belongs to the same city as its neighbours here. Check the name.',
  zh: '行政区划中没有“{0}”，而“{1}”与此处并列的区县同属一市。请核对。',
};
