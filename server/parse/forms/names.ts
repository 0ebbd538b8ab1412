import { Char, isBlank, isHan, kindOf } from '../chars';
import type { Named } from './people';

/**
 * The surnames of nine in ten Chinese people, simplified and traditional (after the Ministry of Public Security's yearly
 * name report), and the compound ones. Asked only where nothing else tells a name: a line that is nothing but names.
 */
const SINGLE = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林郑鄭谢謝罗羅梁宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫閻阎雷段史龙龍陶贺賀黎顾顧毛郝龚龔邵万萬钱錢覃戴严嚴莫孔向常汤湯康易乔喬赖賴武庞龐温溫阮牛葛樊岳殷施左柳纪紀穆简簡翟单單管祝童霍梅裴倪柯凌艾路关關洪詹鲁魯蒙辛欧歐俞冉柏甘房费費齐齊符卓全解池鲍鮑焦盛翁申成屈古柴商冷舒尤苗晏封宫宮靳闻聞司桂游连連燕米安苑秋花纪水',
);
const COMPOUND = new Set(
  '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|令狐|慕容|夏侯|端木|司空|独孤|钟离|鍾離|南宫|长孙|宇文'.split(
    '|',
  ),
);
const ORNAMENT = /^[\s\u3000\u00a0]*[□■◆◇●○▲△★☆▼◎※►▶•]+/;

/** What words for what somebody did, behind a name, end in. */
const TAILS = '图圖摄攝文理写译述道導';

/** A name and what its owner did (欧阳立秋摄影报道) are eight characters at most. */
const tooLong = /^[\s□■◆◇●○▲△★☆▼◎※►▶•（(〔]*[\u4e00-\u9fff]{9}/;

/**
 * The names a line consists of and of nothing else, with the reason it is believed to be a byline: an ornament before, a
 * bracket around, or the padding of two-character names. Null where the line may as well be a title.
 */
export function bareNames(line: string): { people: Named[]; from: number; to: number; sure: boolean } | null {
  const text = line.trim();
  if (text.length < 2 || text.length > 24 || tooLong.test(text)) return null;
  const leading = line.length - line.trimStart().length;
  const ornament = kindOf(line.charCodeAt(leading)) === Char.Bullet && ORNAMENT.test(line);
  const lead = ornament ? (ORNAMENT.exec(line)?.[0].length ?? 0) : leading;
  const end = line.trimEnd().length;
  const bracket = '（(〔'.includes(line[lead]) && '）)〕'.includes(line[end - 1]);
  const from = lead + (bracket ? 1 : 0);
  const inner = line.slice(from, end - (bracket ? 1 : 0));
  const tail =
    TAILS.includes(inner[inner.length - 1]) &&
    /[\s\u3000]*(?:文\s*[/／、]\s*[图圖摄攝]|[图圖]\s*[/／、]?\s*文|(?:采访|採訪)?整理|采写|编译|口述|[摄攝]影[报報][道導]|文)$/.exec(
      inner,
    );
  const words = tail ? inner.slice(0, tail.index) : inner;
  const found: Named[] = [];
  let padded = false;
  let known = true; // every name begins with a surname
  for (let at = 0; at < words.length; ) {
    if (isBlank(words.charCodeAt(at)) || words[at] === '、') {
      at++;
      continue;
    }
    const start = at;
    while (at < words.length && isHan(words.charCodeAt(at))) at++;
    if (at === start) return null;
    let name = words.slice(start, at);
    if (name.length === 1) {
      const gap = at;
      while (at < words.length && isBlank(words.charCodeAt(at))) at++;
      const second = at;
      while (at < words.length && isHan(words.charCodeAt(at))) at++;
      if (second === gap || at - second !== 1) return null;
      name += words[second];
      padded = true;
    }
    known &&= isName(name);
    if (!known && !ornament && !bracket) return null;
    if (name.length > 4) return null;
    found.push({ name, role: tail ? tail[0].trim() : null, from: from + start, to: from + at });
  }
  if (found.length === 0 || found.length > 4 || (!known && found.length > 1 && !padded)) return null;
  if (!ornament && !bracket && !tail && !padded && (found.length > 1 || found[0].name.length === 4)) return null;
  return {
    people: found,
    from: lead,
    to: end,
    sure: known ? ornament || bracket : line.trimStart().startsWith('□') && found[0].name.length < 4,
  };
}

const isName = (name: string): boolean =>
  COMPOUND.has(name.slice(0, 2)) ? name.length <= 4 : name.length <= 3 && name.length >= 2 && SINGLE.has(name[0]);
