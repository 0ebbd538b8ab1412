import { Char, isBlank, isHan, kindOf } from '../chars';
import type { Named } from './people';

/**
 * The surnames that any reader knows, simplified and traditional, and the compound ones: those of nine in ten people (after the
 * Ministry of Public Security's yearly name report) and those of the Hundred Family Surnames that are not first of all everyday
 * words. Asked only where nothing else tells a name.
 */
const SINGLE = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林郑鄭谢謝罗羅梁宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫閻阎雷段史龙龍陶贺賀黎顾顧毛郝龚龔邵万萬钱錢覃戴严嚴莫孔向常汤湯康易乔喬赖賴武庞龐温溫阮牛葛樊岳殷施左柳纪紀穆简簡翟单單管祝童霍梅裴倪柯凌艾路关關洪詹鲁魯蒙辛欧歐俞冉柏甘房费費齐齊符卓全解池鲍鮑焦盛翁申成屈古柴商冷舒尤苗晏封宫宮靳闻聞司桂游连連燕米安苑秋花水褚卫华戚喻窦章云奚郎昌凤酆廉岑滕毕邬乐卞伍卜湛祁禹狄贝臧茅项蓝闵席季娄危颜刁骆虞昝裘缪宗宣贲郁杭包诸钮嵇邢荣荀羊惠甄曲芮羿储汲邴糜巫乌巴弓牧隗谷宓蓬郗班仰仲伊宁仇栾暴钭厉戎韶郜蓟蒲邰鄂索咸籍蔺屠阴胥苍莘党逄姬扶堵郦雍却璩桑濮边扈冀郏浦尚庄瞿慕茹宦鱼戈庾暨衡耿匡寇禄阙殳沃蔚夔隆巩厍聂佘楚晁敖訾阚饶毋沙乜鞠蒯查荆竺逯盖桓衛華竇雲鳳畢鄔樂項藍閔婁顏駱繆鈕榮儲烏寧欒厲藺黨酈邊莊鞏聶闞饒蓋尧仝冼揭隋撒佟么牟鹿仉谌亓妥邸苟哈鄢漆晋涂塗芦蘆辜',
);
const COMPOUND = new Set(
  '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|令狐|慕容|夏侯|端木|司空|独孤|钟离|鍾離|南宫|长孙|宇文'.split(
    '|',
  ),
);
/** Surnames that are first of all everyday words, or rare: of use only where the place speaks for a name. */
const RARE = new Set('束洛丛叢丘迟遲栗时時文丰豐兰伏平慈农農车車海计計言随来貝衣习習展光明年宝寶');
/** What stands where a name might but names a kind of piece: 评论员观察, 记者手记, ■点评. */
const GENRES = new Set(
  (
    '直击 直擊 探访 探訪 走访 走訪 体验 體驗 亲历 親歷 蹲点 蹲點 见闻 見聞 述评 述評 特写 特寫 特稿 追踪 追蹤 暗访 暗訪 夜访 侧记 側記 见证 現場 现场 目击 目擊 观察 觀察 评论 評論 手记 手記 札记 调查 調查 来信 來信 专访 專訪 访谈 訪談 随笔 隨筆 连线 連線 日记 日記 视点 視點 快评 点评 ' +
    '點評 简讯 簡訊 简报 贺信 贺电 连载 文摘 单位 项目 安全 方案 热线 文章 综合 綜合 报道 报导 報道 報導 案例 链接 背景 声音 数据 提示 名片 人物 简介 ' +
    '短评 短評 时评 時評 快评 快評 提要 摘要 导读 導讀 导语 導語 引子 引言 前言 楔子 题记 題記 尾声 尾聲 结语 結語 后记 後記 附记 附記 按语 按語 编者按 編者按 编后 編後 编后语 編後語 卷首语 卷首語 开栏语 開欄語'
  ).split(' '),
);
export const namesGenre = (word: string): boolean =>
  GENRES.has(word) || (word.length === 2 && /[左右][一二三四五六图圖起上下]/.test(word));

const ORNAMENT = /^[\s\u3000\u00a0]*[□■◆◇●○▲△★☆▼◎※►▶•]+/;

/** What words for what somebody did, behind a name, end in. */
const TAILS = '图圖摄攝影文理写译述道導';

/** Behind a name, who that is: ■石敢（影评人）, 岳清（退休教师，望江）; what somebody did (（文/图）, （整理）) is another matter. */
export const TRADE = '[（(](?![文图圖摄攝整采採译譯])[^（）()。/／]{2,24}[）)]';
const trade = new RegExp(`${TRADE}$`);

/** （三十七） is an instalment, and nobody. */
const counts = /^[〇零一二三四五六七八九十百]+$/;

const spaced = /^\S[\s\u3000]+\S[\s\u3000]+([\u4e00-\u9fff])$/;

/** Six names with their padding, and an ornament. */
const LONGEST = 40;

/** A name and what its owner did (欧阳立秋摄影报道) are eight characters at most. */
const LONGEST_WORD = 8;

/** Whether the first word of a text is too long for a name: of most lines that ends the question. */
function opensInProse(text: string): boolean {
  let from = 0;
  while (from < text.length && !isHan(text.charCodeAt(from))) from++;
  let to = from;
  while (to < text.length && to - from <= LONGEST_WORD && isHan(text.charCodeAt(to))) to++;
  return to - from > LONGEST_WORD;
}

/**
 * The names a line consists of and of nothing else, with the reason it is believed to be a byline: an ornament before, a
 * bracket around, or the padding of two-character names. Null where the line may as well be a title.
 */
export function bareNames(line: string): { people: Named[]; from: number; to: number; sure: boolean } | null {
  const text = line.trim();
  if (text.length < 2 || text.length > LONGEST || opensInProse(text)) return null;
  const leading = line.length - line.trimStart().length;
  const ornament = kindOf(line.charCodeAt(leading)) === Char.Bullet && ORNAMENT.test(line);
  const lead = ornament ? (ORNAMENT.exec(line)?.[0].length ?? 0) : leading;
  const end = line.trimEnd().length;
  const bracket = '（(〔'.includes(line[lead]) && '）)〕'.includes(line[end - 1]);
  const from = lead + (bracket ? 1 : 0);
  const inner = line.slice(
    from,
    end - (bracket ? 1 : (ornament && trade.exec(line.slice(from, end))?.[0].length) || 0),
  );
  const tail =
    TAILS.includes(inner[inner.length - 1]) &&
    /[\s\u3000]*(?:文\s*[/／、]\s*[图圖摄攝]|[图圖]\s*[/／、]?\s*文|(?:采访|採訪)?整理|采写|编译|口述|[摄攝]影[报報][道導]|[报報][道導](?:\s*[／/、]\s*[摄攝]影)?|文)$/.exec(
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
      // 叶　知　秋: three characters set apart, and nothing else on the line.
      const third = found.length === 0 && spaced.exec(words.slice(start));
      if (third) {
        name += third[1];
        at = words.length;
      }
      padded = true;
    }
    known &&= isName(name);
    if ((!known && !ornament && !bracket) || name.length > 4 || namesGenre(name) || counts.test(name)) return null;
    found.push({ name, role: tail ? tail[0].trim() : null, from: from + start, to: from + at });
  }
  if (found.length === 0 || found.length > (ornament ? 8 : 4) || (!known && found.length > 1 && !padded)) return null;
  if (!ornament && !bracket && !tail && !padded && (found.length > 1 || found[0].name.length === 4)) return null;
  return {
    people: found,
    from: lead,
    to: end,
    sure: known ? ornament || bracket : line.trimStart().startsWith('□') && found[0].name.length < 4,
  };
}

/** How many characters at the word's beginning are a surname: 2, 1 or 0. */
export const surnameLength = (word: string): number =>
  COMPOUND.has(word.slice(0, 2)) ? 2 : SINGLE.has(word[0]) ? 1 : 0;

/** Whether a word may be a whole Chinese name: a surname known to any reader, and a given name of one or two characters. */
export function isName(word: string): boolean {
  const given = word.length - surnameLength(word);
  return given < word.length && (given === 1 || given === 2);
}

/** The same where the place speaks for a name: rare surnames count. */
export const mayBeName = (word: string): boolean =>
  isName(word) || (RARE.has(word[0]) && (word.length === 2 || word.length === 3));
