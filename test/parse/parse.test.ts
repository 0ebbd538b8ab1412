import assert from 'node:assert/strict';
import { parse } from '../../server/parse/parse';
import { viewOf } from '../../server/parse/view';
import { Text } from '../../server/text/text';

/** Each block as `kind | text`, joined lines with ⏎: what the recogniser made of a text. */
function read(content: string): string {
  const { text, blocks } = parse(Text.of(content));
  return blocks
    .filter((b) => b.kind !== 'blank')
    .map(
      (b) =>
        `${b.kind} | ${text
          .slice(b.from, b.to)
          .trim()
          .replace(/\s*\n\s*/g, '⏎')}`,
    )
    .join('\n');
}

/** The expectation is the text: `kind | words` a line, set with the given separator between paragraphs. */
function check(expected: string, between = '\n\n', indent = ''): void {
  const rows = expected
    .trim()
    .split('\n')
    .map((row) => row.trim());
  const content = rows
    .map((row) => {
      const [, kind, words] = /^([\w]+) \| (.*)$/.exec(row) ?? [];
      const set = /^(?:body|subhead|section|caption|endnote|byline|attribution)$/.test(kind) ? indent : '';
      return set + words.replace(/⏎/g, between);
    })
    .join(between);
  assert.equal(read(content), rows.join('\n'));
}

const PAGE = `
  folio | 2025年6月18日 星期三 第02版 要闻
  headline | 澄湖轮渡试行夜航
  deck | 末班船延至二十二时三十分
  body | 青岩日报讯(记者 岳清) 从今天起，澄湖轮渡公司在望江路至澄湖新村航线上试行夜航，末班船由十九时延至二十二时三十分，票价仍为两元。
  body | 澄湖轮渡公司负责人说，夜航每天可多运送乘客一千八百人次，主要是下晚班的工人和上晚自习的学生。
  headline | 石磨岭水渠放水
  body | 本报讯（记者白露）石磨岭水渠第一段昨天正式放水，渠道全长十二公里，可灌溉沿线四个村的稻田九千亩。
  body | 水渠工地上的青年突击队用四十天完成了原定七十天的土方，第二段将于今年秋收以后动工。`;

describe('a page is read', () => {
  it('with blank lines between paragraphs', () => check(PAGE));
  it('with indented paragraphs and no blank lines', () => check(PAGE, '\n', '　　'));
  it('with neither', () => check(PAGE, '\n'));
  it('with CRLF', () => check(PAGE, '\r\n\r\n'));
  it('with lone CR', () => check(PAGE, '\r\r'));

  it('with a broken paragraph', () =>
    check(`${PAGE}
      headline | 老水厂改成图书馆
      body | 青岩日报讯(记者 石敢) 停用十一年的老水厂昨天以图书馆的身份重新开门，首日接待读者两千三百人，其中一半是附近的小学⏎生和他们的家长。
      body | 图书馆馆长方砚说，老水厂的三座沉淀池被改成了阅览室，池壁上的水位线保留了下来。`));

  it('with points that are counted, which are no headlines', () =>
    check(`${PAGE}
      headline | 轮渡公司招收水手
      body | 青岩日报讯(记者 白露) 澄湖轮渡公司昨天公布今年招收水手的办法，报名从下月一日开始，到十五日为止。
      subhead | 一、招收岗位和人数（二十人）
      body | 水手十六人，轮机工四人，在岗期间由公司提供食宿，每班六小时，每周轮休两天。
      subhead | 二、报名条件和办法
      body | 年满十八周岁，会游泳，持本人身份证到望江路码头报名，当场参加体检和面试。`));

  it('with a reference to other pages, which closes its paragraph', () =>
    check(`${PAGE}
      body | 轮渡公司提醒，试运行期间如遇大雾将临时停航，乘客可拨打服务电话查询。(相关报道见02版)
      body | 试航中的新渡船停靠在望江路码头。`));

  it('with a line that breaks off at a pause, which is no headline', () =>
    check(`${PAGE}
      body | 水渠通水以后，村里把旧水车留了下来，⏎立在村口当作路标，过路的人都要停下来看一看。`));

  it('with items of a list that end in semicolons, which are not joined', () =>
    check(`${PAGE}
      body | 1.从望江路码头上船，先到澄湖新村，再到青龙桥；
      body | 2.周五和周六人多，请避开晚上七点到九点；
      body | 3.大雾天停航，请先打电话问清楚。`));

  it('with briefs that their writers sign', () =>
    check(`${PAGE}
      headline | 简明新闻
      body | 市图书馆延长闭馆时间 自本月15日起，市图书馆闭馆时间由晚八点延至晚九点半，周一照常闭馆。（何舟）
      body | 云门区免费发放树苗 云门区园林中心定于本周六上午发放树苗两千株，每人限领两株。（石敢）`));

  it('with an author set wide under the title', () =>
    check(`${PAGE}
      headline | 大棚里的年轻面孔
      byline | 何　舟
      body | 走进松坪县的蔬菜大棚，年轻面孔多了起来，他们有的学园艺，有的学电商，还有的刚刚脱下军装，回到村里。`));

  it('with letters that readers sign', () =>
    check(`${PAGE}
      headline | 路灯坏了半个月没人修
      body | 我家住在望江路，窗外的路灯坏了半个月，打过两次电话，至今没有人来修，夜里走路要摸黑，请有关部门过问。
      endnote | 望山县 何　舟
      headline | 公园的长椅能不能多几张
      body | 澄湖公园里散步的老人很多，长椅却只有十来张，走累了没有地方坐，希望园林部门添置一些，最好有靠背。
      endnote | 白渡县 石敢`));

  it('with letters signed where they end, and a headline below', () =>
    check(`${PAGE}
      headline | 读者来信
      body | 我们住在望江路的几十户居民，用的是同一个水龙头，每天早晨要排半小时的队，盼望自来水公司多装几个。　望江路居民　何　舟
      headline | 百岁老人的“三字经”
      body | 石磨岭的欧阳奶奶今年一百零三岁，眼不花、耳不聋，有人问她长寿的秘诀，她说早早起，慢慢行，粗饭匀，少操心。`));

  it('with a comment by nobody’s name', () =>
    check(`${PAGE}
      column | 渡口时评
      headline | 让夜航亮到每一个码头
      byline | 本报评论员
      body | 夜航开通半个月，坐船的人一天比一天多。一条船解决的是回家的路，一座城要想的是所有晚归的人，灯该亮到每一个码头。`));

  it('with a header set over several lines', () =>
    check(
      PAGE.replace(
        'folio | 2025年6月18日 星期三 第02版 要闻',
        'folio | 青岩日报\nfolio | 2025年6月18日\nfolio | 第02版\nfolio | 要闻',
      ),
    ));

  it('with a column named under a header that names its page', () =>
    check(
      PAGE.replace('headline | 澄湖轮渡试行夜航', 'headline | 人物\n      headline | 澄湖轮渡试行夜航').replace(
        'headline | 人物',
        'column | 人物',
      ),
    ));

  it('with a question for a headline, and a deck over the byline', () =>
    check(`${PAGE}
      headline | “船长，我们能再坐一趟吗？”
      deck | ——随石磨岭小学的孩子夜游澄湖
      byline | 本报记者 何舟
      body | 石磨岭小学有九十六名学生，其中八十八名没有坐过轮渡。昨天晚上，他们一个不少地站在了望江路码头上。`));

  it('with letters, in which nobody’s address is a deck', () =>
    check(`${PAGE}
      headline | 公园的长椅能不能多几张
      body | 编辑同志：
      body | 澄湖公园里散步的老人很多，长椅却只有十来张，走累了没有地方坐，希望园林部门添置一些，最好有靠背。
      endnote | 白渡县 石敢`));

  it('with an index to the pages, which are no headers', () =>
    check(`${PAGE}
      body | 老矿区长出新森林　　　2版
      body | 百年药号重开张　　　　7版
      body | 渡口集市月底开街　　　8版`));

  it('with lists, which are no headlines', () =>
    check(`${PAGE}
      headline | 老物件征集揭晓
      body | 市档案馆征集老物件的活动昨天揭晓，共收到一千四百件，其中三百二十件将在下月开馆的新展厅里展出。
      body | 岳清（石磨岭乡）
      body | 何舟（轮渡公司）
      body | 白露（澄湖新村）
      body | 望江影城：《渡口》10:20 19:10
      body | 文化宫：《水渠》14:00
      body | 订票热线：8200044`));

  it('with a list under its headline, each item counted', () =>
    check(`${PAGE}
      headline | 三条步行线路昨起向市民开放
      deck | 赏荷夜游采茶各有去处
      body | 线路一　望江路码头—澄湖长堤—荷花市集（看荷，半天）
      body | 线路二　老水厂展厅—南市街（夜游，两小时）
      body | 线路三　石磨岭水渠—岭后村茶园（采茶，一天）
      body | 各条线路的集合地点和时间，可拨打景区电话询问，雨天顺延。`));

  it('with an interview, whose questions are no headlines', () =>
    check(`${PAGE}
      headline | 夜航的船长
      byline | 本报记者 何舟
      body | 问：夜里开船怕不怕？
      body | 答：不怕。澄湖的水道我走了二十六年，哪里有沙洲，哪里有暗桩，闭着眼睛也说得出来，何况岸上如今有灯。
      body | 问：想不想换到白天？
      body | 答：不想。晚上坐船的人，都是赶着回家的人，船早到一分钟，家里的灯就早一分钟等到人，这比什么都强。`));

  it('with a notice, whose further lines tell where and when', () =>
    check(`${PAGE}
      headline | 荷花市集招募摊主
      body | 第三届荷花市集将于7月5日开市，设在澄湖长堤。现招募摊主四十名，沿湖村民优先，摊位免收租金，报名者请自备摊架
      body | 咨询电话：6180077
      body | 地址：澄湖景区管委会一楼大厅`));

  it('with an author who says where he works', () =>
    check(`${PAGE}
      headline | 睡前一杯酒　血压跟着走
      byline | 青岩市人民医院高血压科　何舟
      body | 门诊上常有病人问，睡前喝一点酒是不是能帮助睡眠。答案是否定的，酒精刚喝下去时血管扩张，三四个小时以后血压反而升高。`));

  it('with a department, whatever stands around it', () =>
    check(`${PAGE}
      headline | 图片新闻
      caption | 6月15日，澄湖边的荷花市集开市，摊主们把莲蓬和荷叶茶摆上了长堤，傍晚前就卖完了。通讯员 摄
      headline | 更　正
      body | 本报6月12日第三版《水渠放水》一文中，“九十亩”应为“九千亩”，特此更正，并向读者致歉。`));

  it('with a conversation that goes on under a subhead', () =>
    check(`${PAGE}
      headline | 钟楼上的三十年
      byline | 本报记者 何舟
      body | 周刊：现在手机都能看时间，还要钟楼做什么？
      body | 石敲钟：报时是给一座城听的，手机是给一个人看的。老街上的人听惯了，少敲一下都会有人上来问。（笑）
      subhead | 传下去
      body | 周刊：有人接您的班吗？
      body | 石敲钟：有一个在读书的姑娘，每个周六都来。她比我当年学得快，两个月就会听声音，知道哪个齿轮该上油了。`));

  it('with authors of all kinds between headline and text', () =>
    check(
      `${PAGE}
      headline | 乘务员七次让铺
      byline | 客运段　洪　秀
      body | 一月二十九日，一百七十五次列车超员一倍，走道里站满了人，七车乘务员在洗脸间里看见一位抱孩子的妇女，把她领到乘务室，让出了自己的铺。
      headline | 家长会能不能坐成一圈
      byline | 令狐春生
      body | 多数家长会是老师在上面讲，家长在下面记，谁也看不见谁的脸。去年我们班把桌子围成了一圈，请每位家长先说一句孩子这学期最好的一天。
      headline | 公车老人卡可以不响三声
      byline | 文茂雄（退休教师，望江）
      body | 搭公车刷老人卡，机器总要连响三声，全车的人都抬起头来看。我今年七十一岁，不怕人知道我老，只是不愿意每天被提醒四次。`,
      '\n',
      '　　',
    ));

  it('with titles behind their labels, as an export has them', () =>
    check(`folio | 第03版：经济　青岩日报　2025-06-18
      headline | 标题：旧厂房里长出新市场
      deck | 副题：第二纺织厂盘活闲置资产见闻
      byline | 作者：岳清
      body | 正文：
      body | 停产三年的第二纺织厂大门上，如今挂着两块牌子。厂长说，有厂房两万平方米，闲着也是闲着，不如改成市场，当年就有三百二十一名职工重新上岗。
      headline | 标题：农民进城买保险
      body | 五月十八日一早，石磨乡农民坐头班车进城，到保险公司给自家的三亩大棚买了一份雪灾险。`));

  it('with a resumed piece', () =>
    check(`${PAGE}
      body | （上接第一版）闲置土地清零、低效用地处置等工作有序推进，要素保障为园区发展提供支撑。
      body | 截至目前，园区已有四十三家企业完成技术改造，新增就业岗位一千二百个。`));
});

describe('an article', () => {
  const { articles } = parse(
    Text.of(`我市推进旧书回收

一本旧书换一棵树苗

书里书外

【理】

让每一本书都有人读，让每一棵树都有人种，是这座城市的约定。

——摘自《青岩读书公约》

【事】

青岩日报讯(全媒体记者/岳　清 通讯员/白露) 上周六，望江路小学的学生们抱着旧书来到图书馆，每人领走了一棵香樟树苗。图书馆馆长说，旧书换树苗的活动已经办了六年。

学生换回的树苗种在澄湖南岸，如今已经连成一片小树林。（下转04版①）
`),
  );
  const [article] = articles;

  it('is one', () => assert.equal(articles.length, 1));
  it('has a headline block', () =>
    assert.deepEqual(
      [article.kicker, article.headline, article.column],
      ['我市推进旧书回收', '一本旧书换一棵树苗', '书里书外'],
    ));
  it('has a byline with every name, unpadded', () =>
    assert.deepEqual(
      article.bylines[0].people.map((p) => `${p.role} ${p.name}`),
      ['全媒体记者 岳清', '通讯员 白露'],
    ));
  it('has its sections', () =>
    assert.deepEqual(
      article.sections.map((s) => s.label),
      ['理', '事'],
    ));
  it('has its jump', () => {
    const [jump] = article.continuations;
    assert.deepEqual([jump.direction, jump.page, jump.mark], ['to', '04', '①']);
  });
});

describe('a reference cut in two by a line end', () => {
  const story = [
    '轮渡公司说，夜航的班次会依照乘客的',
    '多少来增减，望江路的候船厅也会多开',
    '一个钟头，灯会亮到最后一班船靠岸。',
  ];
  const cut = (before: string, after: string): string[] => {
    const text = [...story, ...story, before, after, '', '上接01版', ...story].join('\n');
    const sheet = parse(Text.of(`青岩日报 2025年6月18日 第01版：要闻\n\n渡船夜航今起试运行\n\n${text}\n`));
    return [
      ...sheet.pages.map(({ label }) => label),
      ...sheet.continuations.map((one) => `${one.direction} ${one.page}`),
    ];
  };
  it('is no page header', () => {
    assert.deepEqual(cut('乘客也可在码头问到班次的表。（下转', '第七版）'), ['01', 'to 7', 'from 01']);
    assert.deepEqual(cut('乘客也可在码头上问到班次的表。下转', '16版②'), ['01', 'to 16', 'from 01']);
  });
});

describe('a narrow measure', () => {
  const MEASURE = 16;
  const stories = [
    '渡船夜航今起试运行，末班船从望江路开出，靠岸时已近半夜，候船厅的灯一直亮着，值班的人等船靠稳了才走。',
    '夜里船上的人不多，多半是下晚班的工人，也有从学院回来的学生，他们靠着窗坐，一路看见两岸的灯火，谁也不说话。',
  ];
  const set = (text: string): string[] => text.match(new RegExp(`.{1,${MEASURE}}`, 'g')) ?? [];
  const joinsOf = (lines: readonly string[]): number[] =>
    parse(Text.of(lines.join('\n'))).blocks.flatMap(({ joins }) => joins);

  it('hides no indents', () => {
    const lines = [...stories, ...stories].flatMap((story) => set(`　　${story}`));
    assert.equal(viewOf(Text.of(lines.join('\n'))).profile.indented, true);
  });

  it('is filled by a line whose next word, number or quotation had no place on it', () => {
    const said = ['末班船的船长姓石，昨晚离岸时说', '“灯亮着就好”。他在这条水道上开了', '1126天船，没有误过一班。'];
    said[0] = said[0].slice(0, MEASURE - 1);
    const lines = [...stories.flatMap(set), ...said, ...stories.flatMap(set)];
    const first = lines.indexOf(said[0]);
    assert.deepEqual(
      joinsOf(lines).filter((at) => at >= first && at <= first + 2),
      [first, first + 1],
    );
  });

  it('joins no subhead in quotation marks with the text below, though it fills the measure', () => {
    const title = '“坐船回家的路比从前好走一些”';
    const lines = [...stories.flatMap(set), title, ...stories.flatMap(set)];
    assert.ok(!joinsOf(lines).includes(lines.indexOf(title)));
  });

  it('begins a paragraph with the second of two quotations, though the first fills the measure', () => {
    const said = [
      '“船票还是两块钱，但坐船的人却',
      '比从前多了，都说灯亮了心也安。”',
      '“末班船总等到最后一个客人上了',
      '船才开，船上的人从来都不催他。”',
    ];
    const lines = [...stories.flatMap(set), ...said, ...stories.flatMap(set)];
    const joins = joinsOf(lines);
    assert.ok(joins.includes(lines.indexOf(said[0])));
    assert.ok(!joins.includes(lines.indexOf(said[1])));
  });
});
