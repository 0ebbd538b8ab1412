import { Trait } from '../traits';
import { closing } from './closing';
import { isName } from './names';

export type Note = 'row' | 'caption' | 'credit' | 'endnote' | 'attribution' | 'crossReference' | 'staff';

const credit =
  /(?:^|[\s\u3000。，！？”）)、：:]|记者|通讯员|[\u4e00-\u9fff][\s\u3000]*[\u4e00-\u9fff]{1,3}\s*[/／]?)(?:(?<!拍)[摄攝](?:影[报報][道導])?|供[图圖]|[图圖]\s*[/／]?\s*文|文\s*[、/／并]?\s*[图圖摄攝]|[摄攝]影)[）)]?(?:\s*[（(〔][^（）()]{2,16}[）)〕])?[。]?$/;
const agency =
  /(?:^|[。”）)\s\u3000])(?:[\u4e00-\u9fff]{2,8}(?:社|网|報|报|中国|记者[\s\u3000]*[\u4e00-\u9fff\s\u3000]{2,4})[\s\u3000]*[发發]|[（(](?:影像中国|新华社发|人民视觉|视觉中国|资料[图圖]片?)[）)])[）)]?[。]?$/;
/** Whose a picture is, in brackets behind its caption: （圖：村民提供）, （新华社/某某社）. */
const sourced =
  /[。！？”」）)][（(](?:[图圖照][片源]?[：:／/][^（）()]{2,16}|[^（）()，。、]{1,8}(?:社|视觉|視覺|[图圖]片|资料|資料)(?:[/／][^（）()，。]{2,12})?)[）)]$/;
/** A caption with its credit set apart: …登台亮相。　　文/米　莱. */
const apart =
  /[。！？”」][\s\u3000]{2,}(?:[文图圖摄攝]{1,2}|摄影|攝影|供图)[\s\u3000]*[/／：:][\s\u3000]*[\u4e00-\u9fff\s\u3000]{2,8}$/;
const picture =
  /^(?:[▲▼←→↑↓◀▶△▽]\s*)?(?:本版)?(?:上|下|左|右|大|小)?[图圖](?:片)?(?:[一二三四五六七八九十①-⑩]|\d)?(?:为|為|[：:]|[，,]|均|由|片)/;
const archive = /^(?:资料[图圖]片?|[资資]料照片|[图圖]片来源|[图圖]片來源)/;
const staff = new RegExp(
  '^(?:本[期版报報刊][\\u4e00-\\u9fff]{0,3}|版式|[责責]任?|美|[组組]|值班|封面)?' +
    '(?:[制製][图圖]|[图圖]表|[设設][计計]|[统統][筹籌]|策[划劃]|[责責][编編]|[编編][辑輯]|美[编編]|校[对對]|主[编編]|[图圖]片|漫[画畫]|插[图圖])' +
    '\\s*[：:／/]\\s*\\S',
);
const source = /^(?:数据|資料|资料|消息|文章|稿件|[图圖]片|信息)[来來]源[：:]/;
const attribution =
  /^[—―─-]{1,3}\s*(?:摘|选|選|引|节选|語出|语出|出自|原载|原載|载|載|据)(?:自|于|於)?|^[—―─]{1,3}\s*《/;
const from = /^(?:摘|选|選|引|节选|转载|轉載|原载|原載)(?:自|于|於)?《[^《》]{1,20}》[^。，]{0,12}$/;
const end = /^[（(〔［].*[）)〕］]$/;
const CROSS_REFERENCE =
  '[（(〔【][^（(〔【）)〕】]{0,24}(?:见|見|详见|詳見|刊|载|載)(?:于|於)?(?:今日)?(?:本报)?第?\\s*[A-Z]?[0-9０-９一二三四五六七八九十]{1,3}\\s*[、—-]?.{0,6}版.{0,4}[）)〕】]';
const crossReference = new RegExp(`^${CROSS_REFERENCE}$`);
const referring = new RegExp(`${CROSS_REFERENCE}$`);

/** Whether a line ends in a reference to other pages, in brackets: …，票价不变。（相关报道见02版）. */
export const endsReferring = (line: string): boolean => referring.test(line.slice(-60).trimEnd());
/** A reader's letter is signed with where he lives or works, and his name: 青岩市 白露, 云渡大学 岳　清. */
const signatory =
  /^[\u4e00-\u9fff]{2,10}(?:[省市县縣区區州盟旗镇鎮乡鄉村厂廠矿礦局站队隊校社所处處店院部班室]|大学|大學|公司|中心|社区|大院|工人|社员|农民|战士|学生|教师|民兵|职工)[\s\u3000]+([\u4e00-\u9fff][\s\u3000]{0,2}[\u4e00-\u9fff]{1,2})$/;
/** How a letter to the editor or a notice is signed: 荣昌号谨启　三月十六日. */
const respectfully = /[谨謹敬](?:启|啟|上|呈|白|具)(?:[\s\u3000].{2,12}[日号號])?$/;
const LONGEST_SIGNATORY = 24;
const isSigned = (text: string): boolean =>
  text.length <= LONGEST_SIGNATORY && isName(signatory.exec(text)?.[1].replace(/[\s\u3000]/g, '') ?? '');

/** How an instalment closes: （未完待续）, （待续）, （全文完）. */
const serial = /^.(?:未完)?(?:待[续續]|(?:全[文书書]|本[篇文])?完|[连連][载載].{0,6}).$/;
const editorial = /^[（(〔]?(?:作者|记者|本文|据|綜合|综合|本报|题[图圖]|参与|參與|链接|注|来源|资料)/;

const day = /^(?:[0-9０-９]{4}|[〇零○一二三四五六七八九]{4}|民[国國].{1,4})年.{1,3}月.{1,3}[日号號]$/;
/** When and where a piece was written: 一九五四年五月三日于柏树洼. */
const written = /^.{2,8}年.{1,3}月(?:.{1,3}[日号號])?[\u4e00-\u9fff]{0,2}[于於][\u4e00-\u9fff]{2,10}$/;

/** The longest such day: 民国一百廿五年… */
export const LONGEST_DAY = 15;

const gap = /[\u3000\t|｜]| {2}/;

/** A table's row, a list's line, an advertisement's phrases: pieces set apart by wide gaps or bars, and no sentence. */
const row = (text: string): boolean =>
  text.length <= 120 &&
  !/[。！？]/.test(text) &&
  ((gap.test(text) &&
    (wide(text.replace(UNIT, '').replace(padding, '$1$2')) || (text.match(/[|｜]/g)?.length ?? 0) >= 2)) ||
    match.test(text) ||
    isRoll(text));

/** A programme's line: 07:30 早安澄湖. */
const programme = /^(?:[01]?\d|2[0-3])[:：.][0-5]\d\s+[^。！？]{1,40}$/;

/** A match with its score: 青岩一队 3∶1 澄湖队, 何启（望江）21:17 21:19 白露（石磨）. */
const match =
  /^[^\s，：:]{2,16}(?:[\s\u3000]*[\d０-９]{1,3}[\s\u3000]?[:：∶比—–-][\s\u3000]?[\d０-９]{1,3}[\s\u3000]+){1,7}[^\s，：:]{2,16}$/;

/** Names and nothing else, set apart by single blanks: four of them are no byline. */
function isRoll(text: string): boolean {
  const names = text.replace(padding, '$1$2').split(/[\s\u3000]+/);
  return names.length >= 4 && names.filter(isName).length * 4 >= names.length * 3;
}
const padding = /(?<!\S)([\u4e00-\u9fff])[\s\u3000]+([\u4e00-\u9fff])(?!\S)/g;

/** What a column counts in stands behind its name: 金额（亿元）. */
const UNIT = /(?<=\S)[（(][^（）()\s]{1,6}[）)]/g;

/** Three pieces or more, set apart by wide gaps; a headline in three parts is longer in each than a row's pieces are. */
function wide(text: string): boolean {
  let pieces = 0;
  let longest = 0;
  let length = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !inGap(text, i)) {
      length++;
      continue;
    }
    if (length > 0) pieces++;
    longest = Math.max(longest, length);
    length = 0;
  }
  // 诗　二　首: characters set apart are a title.
  if (longest === 1 && pieces <= 5) return false;
  return pieces >= 4 || (pieces === 3 && (longest <= 4 || /\d/.test(text)));
}

/** A wide blank, or one of several blanks in a row. */
const inGap = (text: string, i: number): boolean =>
  text[i] === '\u3000' || text[i] === '\t' || (text[i] === ' ' && (text[i - 1] === ' ' || text[i + 1] === ' '));

/**
 * The kind of side matter a line is by its form alone, or null. Names that end in 文 or 图 and heads that end in 蓝图 are
 * none. `traits`: those of all the line's characters.
 */
export function note(line: string, traits: number = Trait.Any): Note | null {
  const text = line.trim();
  if (text.length < 2) return null;
  if (traits & Trait.Apart && (row(text) || programme.test(text))) return 'row';
  if (traits & Trait.Apart && isSigned(text)) return 'endnote';
  if (text.length <= LONGEST_SIGNATORY && respectfully.test(text)) return 'endnote';
  const first = text.charCodeAt(0);
  if (first === 0x2014 || first === 0x2015 || first === 0x2500) return attribution.test(text) ? 'attribution' : null;
  if (text.length <= 120 && '（(〔［'.includes(text[0]) && end.test(text)) {
    if (crossReference.test(text)) return 'crossReference';
    if (
      serial.test(text) ||
      closing(text) ||
      editorial.test(text) ||
      /[电電][）)〕]$|(?:摄|攝|整理|[报報][道導]|采写|供稿|供图)[）)〕]$/.test(text)
    )
      return 'endnote';
    return null;
  }
  if (traits & Trait.Page && text.length <= LONGEST_DAY && day.test(text)) return 'staff';
  if (traits & Trait.Year && text.length <= LONGEST_SIGNATORY && written.test(text)) return 'endnote';
  if ('）)'.includes(text[text.length - 1]) && text.length <= 160 && sourced.test(text.slice(-40))) return 'caption';
  if (traits & Trait.Label && text.length <= 160 && apart.test(text.slice(-30))) return 'caption';
  if (traits & Trait.Label && text.length <= 60 && (staff.test(text) || source.test(text))) return 'staff';
  if (text.length <= 40 && from.test(text)) return 'attribution';
  return traits & Trait.Picture ? pictured(text) : null;
}

/** A credit or a caption, or null. */
function pictured(text: string): Note | null {
  if (text.length <= 40 && archive.test(text)) return 'credit';
  if (credited(text) && !/[蓝藍版地宏草画畫构構绘繪试試企意力][图圖]$/.test(text)) {
    const alone = text.length <= 36 && !/[。！？].+[。]/.test(text.slice(0, -1));
    return alone ? 'credit' : text.length <= 160 ? 'caption' : null;
  }
  return picture.test(text) && text.length <= 200 ? 'caption' : null;
}

/** Whether a text ends by saying whose a picture is. */
function credited(text: string): boolean {
  if (!'摄攝图圖发發文影道導）)。'.includes(text.charAt(text.length - 1))) return false;
  const tail = text.slice(-30);
  return (/[摄攝图圖]/.test(tail) && credit.test(text)) || (/[发發）)][）)]?。?$/.test(tail) && agency.test(text));
}
