import assert from 'node:assert/strict';
import { author } from '../../../server/parse/forms/affiliation';
import { byline } from '../../../server/parse/forms/byline';
import { closing } from '../../../server/parse/forms/closing';
import { opensWithField } from '../../../server/parse/forms/fields';
import type { Signature } from '../../../server/parse/forms/signature';

/** The people (role:name), outlet, place and date that a signature names, as one readable string. */
const said = (signature: Signature | null): string =>
  signature === null
    ? 'none'
    : [
        signature.outlet ?? '-',
        ...(signature.city ? [`@${signature.city}`] : []),
        ...(signature.date ? [signature.date] : []),
        ...signature.people.map((p) => (p.role ? `${p.role}:${p.name}` : p.name)),
      ].join(' ');

const opens = (line: string, expected: string): Mocha.Test =>
  it(line, () => {
    assert.equal(said(byline(line)), expected);
  });
const closes = (line: string, expected: string): Mocha.Test =>
  it(line, () => {
    assert.equal(said(closing(line)), expected);
  });

describe('a byline or dateline opens a line', () => {
  opens('青岩日报讯(全媒体记者/岳清 通讯员/白露) 昨日，', '青岩日报 全媒体记者:岳清 通讯员:白露');
  opens('本报讯(记者 岳清 通讯员 白露 石敢) 昨日，', '本报 记者:岳清 通讯员:白露 通讯员:石敢');
  opens('时报讯 (记者岳清 通讯员白露)昨日，', '时报 记者:岳清 通讯员:白露');
  opens('本报讯（见习记者　岳　清）昨日，', '本报 见习记者:岳清');
  opens('本报评论员', '本报');
  opens('文/晚来风', '- 文:晚来风');
  opens('主持人：岳清', '- 主持人:岳清');
  opens('（晨星社特约评论员）', '晨星社');
  opens('渡口日报编辑部', '渡口日报');
  opens('本报讯昨日，澄湖', '本报');
  opens('【本报讯】石磨岭水渠', '本报');
  opens('本报澄江11月11日电　　（记者岳清、白露）昨日', '本报 @澄江 11月11日 记者:岳清 记者:白露');
  opens('晨星社白渡8月１１日专电（记者岳清）昨日', '晨星社 @白渡 8月１１日 记者:岳清');
  opens('本报白渡、岩港6月1日电 （记者岳清、白露）昨日', '本报 @白渡、岩港 6月1日 记者:岳清 记者:白露');
  opens('晨星社白渡8月11日电 昨日', '晨星社 @白渡 8月11日');
  opens('据晨星社电 （记者岳清）昨日', '晨星社 记者:岳清');
  opens('【晨星社白渡十三日电】本社记者岳清报导：昨日', '晨星社 @白渡 十三日 本社记者:岳清');
  opens('本報白渡廿四日電　昨日', '本報 @白渡 廿四日');
  opens('（岩港12日讯）岩港市', '- @岩港 12日');
  opens('（晨星社岩港20日綜合外電報導）岩港市', '晨星社 @岩港 20日');
  opens('【本報訊（記者 溫若嵐）】岩港市', '本報 記者:溫若嵐');
  opens('〔國際新聞中心／綜合報導〕岩港市', '-');
  opens('〔記者溫若嵐、葉青／岩港、白渡報導〕岩港市', '- @岩港 記者:溫若嵐 記者:葉青');
  opens('〔記者溫若嵐／專題報導〕岩港市', '- 記者:溫若嵐');
  opens('综合晨星社电 昨日', '晨星社');
  opens('〔記者溫若嵐／岩港報導〕岩港市', '- @岩港 記者:溫若嵐');
  opens('【本報綜合報導】岩港', '本報');
  opens('本报记者岳清发自白渡 昨日', '本报 @白渡 记者:岳清');
  opens('本报6月1日讯（记者岳清、白露）昨日', '本报 6月1日 记者:岳清 记者:白露');
  opens('本报白渡讯（首席记者 岳清）昨日', '本报 @白渡 首席记者:岳清');
  opens('渡口晚报6月1日讯（记者岳清）昨日', '渡口晚报 6月1日 记者:岳清');
  opens('【渡口商报讯】记者岳清、白露报道：昨日', '渡口商报 记者:岳清 记者:白露');
  opens('【本報訊】記者溫若嵐報導昨日', '本報 記者:溫若嵐');
  opens('【溫若嵐、葉青／岩港報導】昨日', '- @岩港 溫若嵐 葉青');
  opens('【渡口商报讯】记者岳清白渡报道：昨日', '渡口商报 记者:岳清');
  opens('渡口都讯 记者岳清 实习生白露 昨日上午，市水务局', '渡口都 记者:岳清 实习生:白露');
  opens('本报讯 通讯员 岳清 记者 白露 昨日上午，市水务局', '本报 通讯员:岳清 记者:白露');
  opens('本报讯（记者岳清 白露 文/图）昨日', '本报 记者:岳清 记者:白露');
  opens('本报讯(记者岳清/文 白露/图)昨日', '本报 记者:岳清 图:白露');
  opens('本报讯（岳清 白露）昨日', '本报 岳清 白露');
  opens('本报消息（记者 岳清）昨日', '本报 记者:岳清');
  opens('（晨星社记者岳清白渡3日电）昨日', '晨星社 @白渡 3日 记者:岳清');
  opens('〔本報記者溫若嵐岩港報導〕岩港市', '本報 @岩港 本報記者:溫若嵐');
  opens('（记者 岳清 通讯员 白露）昨日', '- 记者:岳清 通讯员:白露');
  opens('记者岳清报道：昨日上午，市水务局', '- 记者:岳清');
  opens('本报记者 岳清 白露 昨日上午，市水务局', '本报 本报记者:岳清 本报记者:白露');
  opens('渡口记者 岳清 昨日上午，市水务局', '- 渡口记者:岳清');
});

describe('a byline fills a line', () => {
  opens('本报记者　岳清', '本报 本报记者:岳清');
  opens('□本报记者 岳清 白露 实习生 石敢', '本报 本报记者:岳清 本报记者:白露 实习生:石敢');
  opens('记者/岳清', '- 记者:岳清');
  opens('（秋　池）', '- 秋池');
  opens('□林下客', '- 林下客');
  opens('■石敢（影评人）', '- 石敢');
  opens('渡口晚报·渡口时间 记者 岳清 通讯员 白露', '渡口晚报 记者:岳清 通讯员:白露');
  opens('渡口晨报·晨视频记者岳清 白渡报道', '渡口晨报 @白渡 记者:岳清');
  opens('渡口都市报时间新闻记者岳清 通讯员白露', '渡口都市报 记者:岳清 通讯员:白露');
  opens('晨星社“渡口视点”记者 岳清 白露', '晨星社 记者:岳清 记者:白露');
  opens('文/渡口日报全媒体记者岳清', '- 全媒体记者:岳清');
  opens('执笔：岳清', '- 执笔:岳清');
  opens('本报记者 岳清 责编 白露', '本报 本报记者:岳清 责编:白露');
  opens('本报记者 岳清 石敢 澄江、岩港报道', '本报 @澄江、岩港 本报记者:岳清 本报记者:石敢');
  opens('温若岚 澄江报道', '- @澄江 温若岚');
  opens('溫若嵐／岩港報導', '- @岩港 溫若嵐');
  opens('採訪：溫若嵐 攝影：葉青', '- 採訪:溫若嵐 攝影:葉青');
  opens('渡口日报记者 岳清（文）白露（图）', '渡口日报 记者:岳清 图:白露');
  opens('文丨岳清', '- 文:岳清');
  opens('晨星社澄江3月5日电 记者岳清、白露', '晨星社 @澄江 3月5日 记者:岳清 记者:白露');
  opens('文/本报记者 岳清', '- 本报记者:岳清');
  opens('文/图 本报记者 岳清', '- 本报记者:岳清');
  opens('本报记者 岳清 文/图', '本报 本报记者:岳清');
  opens('本报首席记者 岳清 文 白露 图', '本报 本报首席记者:岳清 图:白露');
  opens('本报首席记者 岳清 文 本报记者 白露 摄', '本报 本报首席记者:岳清 本报记者:白露');
  opens('文/岳清 图/白露', '- 文:岳清 图:白露');
  opens('岳清/文 白露/图', '- 文:岳清 图:白露');
  opens('岳清 口述 白露 整理', '- 口述:岳清 整理:白露');
  opens('口述：岳清 整理：白露', '- 口述:岳清 整理:白露');
  opens('记者岳清实习生白露', '- 记者:岳清 实习生:白露');
  opens('記者溫若嵐／岩港報導', '- @岩港 記者:溫若嵐');
  opens('本报记者 岳清 白渡市报道', '本报 @白渡市 本报记者:岳清');
  opens('本报记者 岳清 发自白渡', '本报 @白渡 记者:岳清');
  opens('[记者 岳清]', '- 记者:岳清');
  opens('—— 本报记者 岳清', '本报 本报记者:岳清');
  opens('□ 岳　清 白　露 石　敢 温若岚 严　冬', '- 岳清 白露 石敢 温若岚 严冬');
  opens('By Anna Reed and Tom Okafor', '- Anna Reed Tom Okafor');
});

describe('an author with where he works', () => {
  opens('二轧钢厂　岳清', '- 岳清');
  opens('湖阳市第一医院副主任医师　何舟', '- 何舟');
  opens('县广播站　石敢　白露', '- 石敢 白露');
  opens('□ 岳清（新闻学院2014级）', '- 岳清');
  opens('■岳清（退休教师，望江）', '- 岳清');
  opens('文/岳清（国家二级公共营养师）', '- 文:岳清');
  opens('小记者　石敢（望江路小学四年级3班）', '- 小记者:石敢');
  opens('本报报道员　何舟', '本报 本报报道员:何舟');
});

describe('what may be an author below a headline', () => {
  const may = (line: string, expected: string): Mocha.Test =>
    it(line, () => assert.equal(said(byline(line) ?? author(line)), expected));
  may('　　短评　岳清', '- 岳清');
  may('岳清（退休教师，望江）', '- 岳清');
  may('岳明礼　白露', '- 岳明礼 白露');
  may('县广播站　农可　胡杨树', '- 农可 胡杨树');
  may('二年级　皮　皮', '- 皮皮');
  may('荆小鹿', '- 荆小鹿');
  may('　　车前草', '- 车前草');
  may('恨水樓主', '- 恨水樓主');
  may('核心阅读', 'none');
  may('　　编者按', 'none');
  may('澄湖夜航，票价不变', 'none');
});

describe('the fields of an export', () => {
  opens('来源：渡口都市报　　作者：岳　清　　版次：A03', '渡口都市报 岳清');
  opens('来源：渡口都市报　　作者：白露 文/图　　版次：A03', '渡口都市报 文/图:白露');
  opens('来源：投稿　　作者：暂缺', '投稿');
  opens('来源：渡口都市报', 'none');
  opens('报道：岳清', '- 报道:岳清');
  opens('报道／摄影：岳清', '- 报道／摄影:岳清');
  opens('口述：时未晚　　记录：姜　禾', '- 口述:时未晚 记录:姜禾');
  opens('本報特派員岳清', '本報 本報特派員:岳清');
});

describe('a line that begins with a field of an export', () => {
  const begins = (line: string, expected: boolean): Mocha.Test =>
    it(line, () => assert.equal(opensWithField(line), expected));
  begins('作者：（无）', true);
  begins('　　正文：', true);
  begins('字数：1200', true);
  begins('记者：夜里开船怕不怕？', false);
  begins('标题：老街书店重开', false);
});

describe('a byline closes a paragraph', () => {
  closes('水渠下月完工。（本报记者　岳清）', '本报 本报记者:岳清');
  closes(
    '水渠完工。（本报白渡、岩港、澄江6月1日电 记者岳清、白露）',
    '本报 @白渡、岩港、澄江 6月1日 记者:岳清 记者:白露',
  );
  closes('（晨星社白渡6月1日电）', '晨星社 @白渡 6月1日');
  closes('（晨星社白渡6月1日电 记者岳清）', '晨星社 @白渡 6月1日 记者:岳清');
  closes('水渠下月完工，票价不变。（岳清 白露）', '- 岳清 白露');
  closes('沿线四个村的居民从下月起都能喝上来自石磨岭的清水。（岳清）', '- 岳清');
  closes('水渠下月完工。（本报记者岳清、白露参与采写）', '本报 本报记者:岳清 本报记者:白露');
  closes('水渠下月完工，票价不变。（文/岳清）', '- 文:岳清');
  closes('水渠下月完工，票价不变。（本报记者岳清采访整理）', '本报 本报记者:岳清');
  closes('水渠下月完工，票价不变。（记者 岳清 文/图）', '- 记者:岳清');
  closes('水渠下月完工，票价不变。本报记者 岳清', '本报 本报记者:岳清');
  closes('水渠下月完工，票价不变。通讯员　岳清', '- 通讯员:岳清');
  closes('水渠下月完工，票价不变。（市民 岳清）', '- 岳清');
  closes('水渠下月完工，票价不变。（大学生 阿敢）', '- 阿敢');
  closes('水渠下月完工，票价不变。（洛　敏）', '- 洛敏');
  closes('水渠下月完工，票价不变。（谈小满 岳清）', 'none');
  closes('（市青少年宫　岳　清）', '- 岳清');
});

describe('a byline behind an odd blank', () => {
  // U+2028 is no line end of the editor’s, but of a regular expression’s.
  opens('水\u2028本报讯（记者岳清）', '水\u2028本报 记者:岳清');
});

describe('what only looks like a byline', () => {
  opens('稳增长　惠民生', 'none');
  opens('记者直击：一夜之间 一城三景', 'none');
  opens('（三十七）', 'none');
  opens('公司还提供资讯（含电子版）服务', 'none');
  opens('记者手记', 'none');
  opens('本报评论员文章引热议', 'none');
  opens('通讯员队伍又添新人', 'none');
  opens('电视台昨天开播', 'none');
  opens('本报讯息中心招聘', 'none');
  opens('本报消息灵通，市民信赖', 'none');
  opens('记者 走访 发现，市水务局', 'none');
  opens('记者从市水务局获悉，昨日', 'none');
  opens('国家电网6月1日电告各地', 'none');
  opens('用水用电 昨日恢复', 'none');
  opens('责编/岳清', 'none');
  opens('■点评', 'none');
  opens('（左三）', 'none');
  opens('记者 您怎么看', 'none');
  closes('水渠下月完工，票价不变。（完）', 'none');
  closes('水渠下月完工，票价不变。（详情 见后）', 'none');
  closes('老街的一天（钟声）', 'none');
  closes('别让市场只剩一块牌子（评论员观察）', 'none');
  closes('（作者为青岩市文史馆馆员）', 'none');
});
