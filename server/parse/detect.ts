// Whether a text is a newspaper's, judged by its beginning alone. Pure, small and free of imports: the client asks it of
// every plain text that is opened, before any server runs. It knows the forms that newspapers print, no names.

/** How many characters of the beginning are looked at: more need not be handed over. */
export const DETECT_LENGTH = 65536;

/** True for the text of a newspaper page, article or issue; false where the signs are too few to be sure. */
export function detect(text: string): boolean {
  const beginning = text.slice(0, DETECT_LENGTH);
  const lines = beginning
    .split(beginning.includes('\r') ? /\r\n?|\n/ : '\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || isOfMachines(lines)) return false;
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  const chinese = hanIn(beginning) > characters / 4;
  const signs = chinese ? CHINESE : ENGLISH;
  // A novel that prints one newspaper cutting has a sign too: they must also stand close together.
  const enough = Math.max(ENOUGH, (characters * (chinese ? DENSE : DENSE / 3)) / 10_000);
  let score = chinese ? shape(lines) : 0;
  return signs.some((sign) => {
    score += scoreOf(sign, lines);
    return score >= enough;
  });
}

const ENOUGH = 3;
/** Least score in ten thousand characters; a page of a city paper has 20 to 60, an English one needs three times the characters. */
const DENSE = 2.5;

/** How many Han characters a text has, by the ranges that texts are written in: to match each takes longer than all the rest. */
function hanIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xd840 && code <= 0xd88d))
      count++;
  }
  return count;
}

/** A printed form that newspapers have and other texts seldom: looked for at a line's beginning, its end, or as a whole short line. */
interface Sign {
  readonly at: 'start' | 'end' | 'line';
  readonly form: RegExp;
  readonly weight: number;
  /** Other texts repeat it too (第2版, 第1版): however often it comes it counts once. */
  readonly once?: boolean;
}

const OUTLET = '(?:本[报報刊]|新[华華]社|中新[社网網]|\\p{Script=Han}{1,8}[报報])';
const REPORTER = '(?:记者|記者|通讯员|通訊員|实习生|實習生)';
const PAGE = '第?\\s?[A-Z]{0,2}[\\d０-９〇一二三四五六七八九十]{1,3}\\s?版';

const CHINESE: readonly Sign[] = [
  // Datelines: 某日报讯(记者/甲), 本报某地3月1日电, 新華社南京廿四日電, 【本報綜合報道】
  sign(
    'start',
    `^[【〔［[(（]?[据據]?${OUTLET}[\\p{Script=Han}\\d０-９ ]{0,16}?(?:[讯訊电電]|[报報][导導道])(?=[】〕］\\])）(（:：\\s]|$)`,
    3,
  ),
  sign('start', `^[【〔［[(（]?[据據]?(?:本[报報刊]|新[华華]社)[\\p{Script=Han}\\d０-９ ]{0,16}?[讯訊电電]`, 3),
  // Bylines: （记者 甲 通讯员 乙）, 〔記者甲／台北報導〕, 本报记者 甲, 记者/甲, at the end （本报记者甲）
  sign(
    'start',
    `^[^。]{0,24}[(（〔【][^()（）〔〕【】]{0,12}${REPORTER}[\\s/／]*\\p{Script=Han}[^()（）〔〕【】]{0,40}[)）〕】]`,
    2,
  ),
  sign(
    'line',
    `^[■□●◎▲◆]?\\s*${OUTLET}?[\\p{Script=Han}]{0,8}${REPORTER}[\\s/／]+\\p{Script=Han}[^。，,；：:]{0,30}$`,
    2,
  ),
  sign(
    'line',
    `^[■□●◎▲◆]?\\s*(?:本[报報刊]|新[华華]社)\\p{Script=Han}{0,6}${REPORTER}\\s*\\p{Script=Han}[^。，,；：:]{0,30}$`,
    2,
  ),
  sign(
    'end',
    `[(（](?:本[报報刊][^()（）]{0,20}${REPORTER}|${REPORTER}|作者[为為系]|新[华華]社[^()（）]{0,16}[电電])[^()（）]{0,30}[)）]$`,
    2,
  ),
  // Page headers: 第03版：要闻, A02版 要闻, 2020年3月6日 星期五 第02版, 某某日报2020.3.6星期五
  sign('line', `^${PAGE}[:：·]\\s?[^。，；]{1,30}$`, 2),
  { ...sign('line', `^${PAGE}(?:[\\s(（][^。，；]{0,30})?$`, 2), once: true },
  sign('line', `^[^。，；]{0,16}\\d{4}[年.][^。，；]{3,24}${PAGE}[^。，；]{0,12}$`, 3),
  sign('line', `^\\p{Script=Han}{1,8}[报報]\\s?\\d{4}[年.][^。，；]{3,16}(?:星期|週|周)[^。，；]{1,16}$`, 3),
  // Continuations: （下转第三版）, 上接01版①
  sign('end', `(?:上接|下[转轉]|下文[转轉]入)${PAGE}[①-⑳]?[)）〕］\\]]?$`, 3),
  sign('start', `^[(（〔［[]?上接${PAGE}`, 3),
  // Credits: 新华社记者甲摄, 乙 摄影报道, 丙摄（某社发）
  sign(
    'line',
    `(?:${REPORTER}|文\\s*/?|图为|圖為).{0,24}(?:[摄攝](?:影[报報][导導道])?|供[图圖])(?:[(（][^()（）]{1,12}[)）])?[)）]?$`,
    1,
  ),
];

const MONTH = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?';
const ENGLISH: readonly Sign[] = [
  // By JANE DOE, Staff Writer
  sign('line', `^(?:By|BY) [A-Z][\\w.'’-]*(?: [A-Z][\\w.'’-]*){1,3}(?:(?:,| and| AND| of| OF) .{2,40})?$`, 2),
  sign(
    'line',
    `^(?:.{0,40} )?(?:Staff (?:Writer|Reporter|Photographer|Correspondent)|Special Correspondent|STAFF (?:WRITER|REPORTER))s?$`,
    1,
  ),
  // QINGYAN, March 3 (AP) —
  sign(
    'start',
    `^[A-Z][A-Z .'’-]{2,24}(?:, [A-Z][A-Za-z.]{1,14})?(?:, ${MONTH} \\d{1,2})?(?: \\([A-Z][\\w ]{1,20}\\))?\\.? ?(?:—|–|--) ?[A-Z“"]`,
    2,
  ),
  // Continued on Page A4, See FLOOD, Page 6
  sign('end', `(?:[Cc]ontinued|CONTINUED) (?:on|from|ON|FROM) (?:[Pp]age|PAGE|p\\.) ?[A-Z]?-?\\d{1,3}[.)]?$`, 3),
  sign('start', `^\\(?(?:[Cc]ontinued|CONTINUED) (?:from|FROM) (?:[Pp]age|PAGE|p\\.) ?[A-Z]?-?\\d{1,3}`, 3),
  sign('line', `^(?:See|SEE) [A-Z][A-Z ]{2,20}, (?:(?:[Pp]age|PAGE) )?[A-Z]?-?\\d{1,3}$`, 3),
  // THE QINGYAN HERALD, MONDAY, MARCH 3, 1930    Page A3
  sign(
    'line',
    `^(?=.*(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?=.*\\b[12]\\d{3}\\b)(?=.*(?:\\bpage [a-z]?-?\\d|\\b(?:herald|times|post|gazette|tribune|chronicle|courier|journal|daily|news|observer|examiner|star)\\b)).{10,100}$`,
    3,
    'i',
  ),
];

function sign(at: Sign['at'], form: string, weight: number, flags = ''): Sign {
  return { at, form: new RegExp(form, `u${flags}`), weight };
}

/** Forms stand at a line's ends: a paragraph's inside is never read, so one line of a million characters costs nothing. */
const REACH = 100;

function scoreOf({ at, form, weight, once }: Sign, lines: readonly string[]): number {
  let count = 0;
  for (const line of lines) {
    if (at === 'line' && line.length > REACH) continue;
    if (form.test(at === 'end' ? line.slice(-REACH) : line.slice(0, REACH))) count++;
    if (once && count > 0) break;
  }
  return count * weight;
}

/** Headlines over paragraphs: never enough alone, a novel's chapters look the same. */
function shape(lines: readonly string[]): number {
  const headed = lines.filter(
    (line, i) => line.length >= 4 && line.length <= 30 && !STOPS.test(line) && (lines[i + 1]?.length ?? 0) >= 60,
  );
  return headed.length >= 2 ? 1 : 0;
}

const STOPS = /[。！？!?；;，,：:…”」）)]$/;

/** Source code, logs, tables and marked-up text quote newspapers now and then: their own form decides. */
function isOfMachines(lines: readonly string[]): boolean {
  const columns = columnsIn(lines[0]);
  const alike = () => lines.filter((line) => columnsIn(line) === columns).length;
  if (lines.length >= 3 && columns >= 2 && alike() > lines.length * 0.8) return true;
  // All three are told by ASCII, of which most lines of a newspaper have none.
  const openings = lines.map((line) => line.slice(0, 400)).filter((opening) => ASCII.test(opening));
  const share = (form: RegExp) => openings.filter((opening) => form.test(opening)).length / lines.length;
  return share(CODE) > 0.2 || share(LOG) > 0.3 || share(MARKUP) > 0.15;
}

const columnsIn = (line: string): number => line.slice(0, 2000).match(/[,\t|]/g)?.length ?? 0;

const ASCII = /[!-~]/;

const CODE =
  /[;{}]$|^(?:\/\/|\/\*|\*\s|import\s|from\s\S+\simport|def\s|class\s|function\s|const\s|let\s|var\s|return\b|if\s*\(|#include|#!|@\w+|"[^"]*"\s*:)|=>|\(\)|^<\/?[a-z!][^>]*>$/;
const LOG =
  /^\[?(?:\d{4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d|\w{3} \d{1,2} \d\d:)[T\s\d:.,[\]+Z-]*|^\[?(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\b/;
const MARKUP = /^(?:#{1,6}\s|[-*+]\s|>\s|```|\|.*\|$|\d+\.\s)|\[[^\]]+\]\([^)]+\)|\*\*[^*]+\*\*|`[^`]+`/;
