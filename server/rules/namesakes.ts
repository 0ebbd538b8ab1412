import { grouped } from '../issue/grouped';
import type { Sheet } from '../parse/sheet';
import { difference, near } from './nearness';
import { type Paragraph, paragraphs } from './paragraphs';

// Names of persons and of bodies that differ by one character from one that the text uses again and again.

/** A name that stands once, and the one that is probably meant. */
export interface Namesake {
  readonly name: string;
  readonly right: string;
  /** How often the other stands. */
  readonly times: number;
  readonly paragraph: Paragraph;
  readonly at: number;
}

/** After these a person's name follows, before those one stands. */
const TITLE =
  /(?:书记|主任|[校院市省县区局会镇乡站科处部馆所厂厅司队]长|教授|经理|医生|护士|医师|代表|委员|研究员|董事长|总监|村民|居民|老师|记者|通讯员|院士|专家|负责人|民警|战士|工程师|先生|女士)$/;
/** No title and no verb is longer. */
const BESIDE = 4;
const SAYS = /^(?:说|表示|介绍|告诉|认为|指出|坦言|回忆|透露|强调)/;
/** Three characters, of which the first is a surname; such names alone are long enough for one character to tell. */
const NAME =
  /([王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷钱汤黎史龙陶贺顾毛郝龚邵万覃武戴孔向洪乔康][\p{sc=Han}]{2})(?=[，、。（(：和与及]|说|表示|介绍|告诉|认为|指出|坦言|回忆|透露|强调)/gu;
/** So often a person's name stands elsewhere in the file before another is held against it. */
const PERSON = 2;

/** Persons named once, whose name another bears who is named again and again in the same file. */
export function persons(sheet: Sheet): Namesake[] {
  const all = paragraphs(sheet).filter(({ kind }) => kind === 'body' || kind === 'list' || kind === 'caption');
  const seen = new Map<string, Omit<Namesake, 'right' | 'times'>>();
  const bySurname = new Map<string, string[]>();
  for (const paragraph of all) {
    for (const { 1: name, index: at } of paragraph.text.matchAll(NAME)) {
      if (seen.has(name)) continue;
      const behind = paragraph.text.slice(at + 3, at + 3 + BESIDE);
      if (!SAYS.test(behind) && !TITLE.test(paragraph.text.slice(Math.max(0, at - BESIDE), at))) continue;
      seen.set(name, { name, paragraph, at });
      bySurname.set(name[0], [...(bySurname.get(name[0]) ?? []), name]);
    }
  }
  const whole = sheet.text.toString();
  const times = (name: string): number => whole.split(name).length - 1;
  const again = (name: string): boolean => whole.indexOf(name, whole.indexOf(name) + 1) >= 0;
  return [...bySurname.values()].flatMap((names) =>
    names.length > CROWD
      ? []
      : names.flatMap((name) => {
          const alike = names.filter((other) => isNear(name, other));
          if (alike.length !== 1 || again(name) || times(alike[0]) < PERSON) return [];
          return [
            { ...(seen.get(name) as Omit<Namesake, 'right' | 'times'>), right: alike[0], times: times(alike[0]) },
          ];
        }),
  );
}

/** Of more people with one surname in a file some will have almost the same name. */
const CROWD = 60;

function isNear(a: string, b: string): boolean {
  const at = a === b ? -1 : difference(a, b);
  return at > 0 && near(a[at], b[at]);
}

/** What bodies and places are called; what stands before it is the name. */
const KIND =
  /公司|集团|医院|学校|大学|学院|小学|中学|银行|委员会|管委会|研究院|研究所|中心|街道|社区|协会|基金会|法院|检察院|公安局|管理局|车站|机场|码头|博物馆|图书馆|体育馆|纪念馆|大桥|水库|公园|景区|园区|开发区|新区/g;
/** So often a body's name stands in the article before another is held against it. */
const OFTEN = 3;
const SHORTEST = 5;
const LONGEST = 10;
/** Second and third hospitals, east and west stations are bodies of their own. */
const COUNTED = /[一二三四五六七八九十百千东西南北上中下大小前后左右内外新老省市县区镇乡村]/;

/** Bodies and places named once in an article that names another, one character off, again and again. */
export function* bodies(sheet: Sheet): Generator<Namesake> {
  const all = paragraphs(sheet);
  for (let from = 0; from < all.length; ) {
    let to = from + 1;
    while (to < all.length && all[to].article === all[from].article) to++;
    yield* bodiesWithin(all.slice(from, to));
    from = to;
  }
}

interface Seen {
  times: number;
  /** Where the body's kind (公司) begins in the string. */
  readonly kind: number;
  readonly paragraph: Paragraph;
  readonly at: number;
}

function* bodiesWithin(article: readonly Paragraph[]): Generator<Namesake> {
  const seen = new Map<string, Seen>();
  for (const paragraph of article) {
    for (const { 0: kind, index } of paragraph.text.matchAll(KIND)) {
      const to = index + kind.length;
      const before = /\p{sc=Han}*$/u.exec(paragraph.text.slice(Math.max(0, to - LONGEST), index))?.[0].length ?? 0;
      for (let length = SHORTEST; length <= before + kind.length; length++) {
        const name = paragraph.text.slice(to - length, to);
        const known = seen.get(name);
        if (known) known.times++;
        else seen.set(name, { times: 1, kind: length - kind.length, paragraph, at: to - length });
      }
    }
  }
  // The longest first: it is the whole name.
  const often = [...seen].filter(([, { times }]) => times >= OFTEN).sort(([a], [b]) => b.length - a.length);
  const byGap = grouped(
    often.flatMap(([right], rank) => gaps(right).map((gap) => ({ gap, right, rank }))),
    ({ gap }) => gap,
  );
  const alike = [...seen].flatMap(([name, { times, kind, paragraph, at }]) => {
    if (times > 1 || byGap.size === 0) return [];
    return gaps(name, kind).flatMap((gap, n) => {
      const i = FIRST + n;
      const others = (byGap.get(gap) ?? []).filter(
        ({ right }) => name[i] !== right[i] && !COUNTED.test(name[i] + right[i]) && near(name[i], right[i]),
      );
      return others.map(({ right, rank }) => ({
        name,
        right,
        rank,
        paragraph,
        at,
        place: paragraph.span.from + at + i,
      }));
    });
  });
  const told = new Set<number>();
  for (const { name, right, paragraph, at, place } of alike.sort((a, b) => a.rank - b.rank)) {
    if (!told.has(place)) yield { name, right, times: seen.get(right)?.times ?? 0, paragraph, at };
    told.add(place);
  }
}

/** The first characters say which of many bodies it is: two that differ there are two. */
const FIRST = 2;

/** The name with each character from the third to the last before `to` left open in turn. */
const gaps = (name: string, to = name.length): string[] =>
  Array.from({ length: Math.max(0, to - FIRST) }, (_, n) => `${name.slice(0, FIRST + n)}?${name.slice(FIRST + n + 1)}`);
