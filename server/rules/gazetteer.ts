import counties from './counties.json';
import { difference, radical } from './nearness';
import type { Paragraph } from './paragraphs';

// The counties and districts there are, by the statistics bureau's division codes (see `test/scripts/counties.ts`).

/** A county that does not exist, and the one that is probably meant. */
export interface Misnamed {
  readonly name: string;
  readonly right: string;
  readonly at: number;
}

/** The name with each character but the last in turn left open. */
const gaps = (name: string): string[] =>
  [...name].slice(0, -1).map((_, i) => `${name.slice(0, i)}?${name.slice(i + 1)}`);

/** Cities by the counties' names, and names by what they look like with one character left out. */
interface Gazetteer {
  readonly cities: ReadonlyMap<string, readonly number[]>;
  readonly blanked: ReadonlyMap<string, readonly string[]>;
}

/** Made when first asked for: most texts name no row of counties, and every start of the server would wait for it. */
let made: Gazetteer | undefined;
const gazetteer = (): Gazetteer => {
  made ??= gazetteerOf();
  return made;
};

function gazetteerOf(): Gazetteer {
  const cities = new Map<string, number[]>();
  const blanked = new Map<string, string[]>();
  const add = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const known = map.get(key);
    if (known) known.push(value);
    else map.set(key, [value]);
  };
  counties.forEach((names, city) => {
    for (const name of names.split(' ')) {
      add(cities, name, city);
      for (const key of gaps(name)) add(blanked, key, name);
    }
  });
  return { cities, blanked };
}

/** What is no place's name: 老城区, 开发区, 各市县区 … */
const COMMON =
  /(?:[新老旧主中城郊乡市县辖东南西北内外近远高经景社园校小林山湖库灾港特片街牧矿军疫战沿地]|开发|高新|经开|示范|试验|功能|自治|核心|集聚|保护|管理|合作|产业|工业|[各全我本该两多几等和与及在到])[县区市旗]$|^[各全我本该两多几等和与及在到为是将把对从由][一-鿿]*$/;

/** A name in a row: what stops before it and after it. */
const IN_ROW = /(?<=^|[、，。；：（(“和及与在])(\p{sc=Han}{2,4}[县区市旗])(?=[、，。；（(）)等和及与]|$)/gu;

/** Any name after such a stop, whatever follows: what is in the gazetteer needs no other witness. */
const ANY = /(?<=^|[、，。；：（(“和及与在])\p{sc=Han}{2,4}?[县区市旗]/gu;

/** The names in a paragraph that no county has, one character off from one of the same city as its neighbours there. */
export function* misnamed(paragraph: Paragraph): Generator<Misnamed> {
  const named = Array.from(paragraph.text.matchAll(ANY), ([name]) => name);
  if (named.length === 0) return;
  const { cities, blanked } = gazetteer();
  const known = new Map<number, Set<string>>();
  for (const name of named)
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
    yield { name, right: right[0], at: index };
  }
}

/** So many others of one city beside it make a row. */
const ROW = 2;

/** One other of the city is enough where the two characters share their radical (溆 and 渌). */
function alike(name: string, real: string, known: ReadonlyMap<number, ReadonlySet<string>>): boolean {
  const i = difference(name, real);
  return radical(name[i]) === radical(real[i]) && (gazetteer().cities.get(real) ?? []).some((city) => known.has(city));
}
