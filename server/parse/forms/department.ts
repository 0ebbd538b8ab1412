import { simplified } from '../../text/simplified';
import type { Line } from '../line';

/** What a paper calls the place of its briefs, letters and serials (体坛快讯, 读者来信), and its boxes beside a report (相关链接). */
const departments = [
  /(?:[快短简簡][讯訊报報]|要[闻聞]|短波|速递|速遞|速[览覽读讀]|快[递遞]|[传傳]真|播[报報]|[来來]信|信箱|[热熱][线線]|集[锦錦]|一[览覽]|[动動][态態]|新[闻聞]|[资資][讯訊]|通[讯訊]|消息|往[来來]|回音壁|[连連][载載]|[随隨漫][笔筆]|[杂雜夜]谈|[论論][坛壇]|[启啟]事|公告|[声聲]明|公示|[讣訃]告|更正|[广廣]告)$/,
  /(?:[链鏈]接|提示|[贴貼]士|知[识識]|百科|手[记記]|背景|[数數][据據]|[声聲]音|名片|[档檔]案|延伸[阅閱][读讀]|回放|解[读讀]|[观觀][点點]|案例|看[点點]|[点點][评評])$/,
];
/** 1 where a line names a department, 2 where it names a box, 0 where neither. */
export const departmentOf = ({ text, first, last }: Line): number =>
  departments.findIndex((form) => form.test(text.slice(first, last))) + 1;

/** What a paper calls its columns of comment: 渡口时评, 今日短评. */
const comment = /(?:[时時短快微锐銳热熱][评評]|[评評][论論]|[观觀]察|[论論][语語]|[随隨]想|漫[谈談]|一[议議])$/;

/** Whether a line is the name of a department or a column, by its last words. */
export const namesDepartment = (line: Line): boolean =>
  departmentOf(line) > 0 || comment.test(line.text.slice(line.first, line.last));

/**
 * What heads a department in every paper and stands nowhere else: all 25 such lines of the labelled pages begin something.
 * Other papers' own names for theirs look like any headline.
 */
const DEPARTMENTS = new Set(
  (
    '图片新闻 新闻图片 图片故事 图说新闻 简讯 短讯 短波 简明新闻 新闻简报 新闻速递 要闻简报 要闻速览 一句话新闻 一周简讯 本市简讯 ' +
    '国际短讯 体坛短讯 体坛快讯 读者来信 读者来函 来函照登 来信照登 编读往来 更正 更正启事 启事 征稿启事 招领启事 遗失声明 遗失启事 公告 讣告 ' +
    '今日看点 今日导读 今日要目 本期导读 本期看点 导读 短评 时评 快评 微评 小言论'
  ).split(' '),
);
/** In columns, set wide: 更　　　正. */
const LONGEST = 20;

/** Whether a line is nothing but such a word. */
export const isDepartment = ({ text, first, last, columns, stops, pauses }: Line): boolean =>
  columns <= LONGEST &&
  stops + pauses === 0 &&
  DEPARTMENTS.has(simplified(text.slice(first, last).replace(/[ \u3000]/g, '')));
