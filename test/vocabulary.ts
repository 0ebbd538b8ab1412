/** Words and sentence moulds of the invented papers that generate.ts prints. `{name}` is filled by what a story is about. */

/** What a story is about. */
export interface Topic {
  readonly thing: string;
  readonly office: string;
  readonly users: string;
  readonly deeds: readonly string[];
}

export const TOPICS: readonly Topic[] = [
  { thing: '夜航渡船', office: '市交通运输局', users: '乘客', deeds: ['开始试运行', '增开末班船', '换上电动机'] },
  { thing: '社区食堂', office: '市民政局', users: '老人', deeds: ['开张满月', '推出送餐服务', '扩建完工'] },
  { thing: '图书驿站', office: '市图书馆', users: '读者', deeds: ['建成开放', '延长开放时间', '更新藏书'] },
  { thing: '灌溉水渠', office: '市水务局', users: '农户', deeds: ['提前通水', '完成清淤', '全线衬砌'] },
  { thing: '货运班列', office: '市商务局', users: '企业', deeds: ['首次发车', '加密班次', '接通港口'] },
  { thing: '竹编作坊', office: '市文化馆', users: '学徒', deeds: ['开班授徒', '接到海外订单', '搬进新院子'] },
  { thing: '早市摊区', office: '市城市管理局', users: '摊主', deeds: ['重新划线', '装上遮雨棚', '试行错时经营'] },
  {
    thing: '山区卫生室',
    office: '市卫生健康委员会',
    users: '患者',
    deeds: ['接入远程门诊', '添置检验设备', '完成改造'],
  },
  { thing: '青少年天文台', office: '市科学技术协会', users: '学生', deeds: ['预约开放', '添置望远镜', '公布观测成果'] },
  { thing: '环城步道', office: '市园林绿化中心', users: '市民', deeds: ['全线贯通', '补种行道树', '亮起夜灯'] },
  { thing: '有机茶园', office: '市农业农村局', users: '茶农', deeds: ['开园采摘', '通过认证', '试用采茶机'] },
  { thing: '旧厂房展厅', office: '市文化和旅游局', users: '观众', deeds: ['迎来首展', '征集老物件', '免费开放'] },
];

export const SURNAMES = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎',
];
export const GIVEN = [
  ...'安白川春丹东芳飞风歌光海禾鹤虹华慧江洁锦静岚兰乐林麟岭鹿明木宁鹏平清秋然瑞山书舒松棠田桐薇文溪晓星雪岩燕阳野宜雨远云泽舟竹',
];

export const PAPERS = ['青岩日报', '云渡晚报', '雁回新报', '松坪时报'];
export const PLACES = [
  '云门区',
  '石磨区',
  '澄湖区',
  '白渡县',
  '松坪县',
  '望山县',
  '桐花镇',
  '柳树湾村',
  '南市街',
  '槐树巷',
  '双桥社区',
  '老闸口',
];
export const PAGE_NAMES = ['要闻', '民生', '经济', '综合', '县区', '科教', '文化', '副刊'];
export const COLUMNS = ['百姓身边事', '一线见闻', '记者走基层', '城市细节', '岩上观察'];
export const SECTIONS = ['案例', '点评', '背景', '声音', '数据'];
export const SUBHEADS = [
  '一张图纸改了七遍',
  '账本里的变化',
  '从等人来到请人来',
  '难题怎么解',
  '细节里看温度',
  '下一步怎么走',
];
export const JOBS = ['居民', '返乡青年', '退休教师', '工程师', '店主', '志愿者', '社区工作者', '技术员'];

export const LEADS = [
  '{date}，记者从{office}获悉，{place}{thing}{deed}，预计每年惠及{users}{number}人次。',
  '{date}上午，{place}{thing}{deed}，第一天就迎来{users}{number}人次，比预想的多了近两成。',
  '清晨六点，{place}已经热闹起来。随着{thing}{deed}，附近的{users}不必再跑远路。',
  '{place}{thing}{deed}的消息传开后，不少{users}专程赶来。{date}，记者来到现场探访。',
];

/** No story draws the same mould twice: a paper that repeats itself word for word is damaged. */
export const SENTENCES = [
  '据{office}介绍，{thing}项目去年{month}月动工，总投资{number}万元，先后克服了场地狭窄、雨季偏长等困难。',
  '“{quote}”{job}{person}说，自己特意绕过来看了两回。',
  '{job}{person}在这里住了{small}年，说起从前直摆手：“{quote}”',
  '“{quote}”在场的{job}{person}接过话头。',
  '目前，全市类似的{thing}已有{small}处，比三年前增加{few}处，覆盖{few}个乡镇和街道。',
  '统计显示，今年前{few}个月，这里共接待{users}{number}人次，同比增长{percent}%。',
  '{office}有关负责人{person}表示，下一步将{plan}，力争年底前{goal}。',
  '记者在现场看到，{scene}。',
  '再往里走，{scene}。',
  '和过去相比，{change}，{users}的抱怨少了，笑脸多了。',
  '变化最大的是早晚高峰，{change}。',
  '为了摸清需求，工作人员走访了{number}户人家，收回问卷{number}份，整理出意见{small}条。',
  '按照《{place}{thing}管理办法》（试行），遇有大风、暴雨等天气将暂停服务，并提前{few}小时发布通知。',
  '这笔账{person}算得很清楚：过去一年要花{number}元，如今不到一半，省下来的钱可以添置新设备。',
  '不只{place}，{elsewhere}也在学着这么做，第一批{small}个点位已经选定。',
  '项目最初并不被看好，方案前后修改{few}次，光是听证会就开了{few}场。',
  '负责日常维护的{person}今年{small}岁，每天要走{few}公里，鞋底磨穿过{few}双。',
  '消息在网上发布后，{number}名{users}留言，其中提得最多的是停车和厕所。',
  '这一做法已被写进{elsewhere}的年度计划，预计{month}月起分批实施。',
  '经费从哪里来？除财政补助{number}万元外，其余部分由{few}家企业捐助。',
  '施工期间，{users}最担心噪声，施工队便把最响的活安排在上午九点以后。',
  '验收那天，{place}来了{number}多人，连久不出门的老人也让家人推着轮椅来看。',
  '为了方便{users}，现场还设有饮水点、充电桩和一间{small}平方米的休息室。',
  '据了解，{elsewhere}的{thing}也将于{month}月底前完成升级，届时两地可以互通互用。',
];

export const QUOTES = [
  '以前来一趟要半天，现在喝杯茶的工夫就办好了。',
  '东西是旧的，用法是新的，大家看着都新鲜。',
  '我就想看看，钱花在哪儿了，看完心里踏实。',
  '孩子比我先学会，回家还当起了我的老师。',
  '做得好不好，不听我们说，要听来的人说。',
  '最难的不是修，是修好了以后天天有人管。',
];
export const SCENES = [
  '入口处立着一块木牌，几位老人正戴着眼镜一行一行地读',
  '墙上挂着一张手绘地图，红线是已经完工的，蓝线是正在施工的',
  '几名学生蹲在地上量尺寸，本子上密密麻麻记满了数字',
  '门口的长椅坐满了人，有人带来了自家炒的瓜子分给大家',
  '屋顶的雨水顺着新装的铜链流进水缸，缸里养着几尾红鱼',
];
export const PLANS = [
  '把服务时间延长到晚上九点',
  '在每个街道设立联络点',
  '开放预约和意见反馈的渠道',
  '培训一批本地讲解员',
  '引入第三方评估',
];
export const GOALS = [
  '实现乡镇全覆盖',
  '把等候时间压缩一半',
  '新增三十个点位',
  '形成一套可以推广的办法',
  '让每个人步行十五分钟就能到达',
];
export const CHANGES = [
  '路宽了，灯亮了',
  '排队的人少了，聊天的人多了',
  '流程从七步减到三步',
  '维修从三天缩短到三小时',
  '看的人变成了做的人',
];

/** What stands after a section marker. */
export const COMMENTS = [
  '把小事办好，需要的不是大话，而是有人每天多走几步路。',
  '看得见的变化背后，是一次次坐下来听、站起来改。',
  '一项新办法能不能站住脚，要看热闹过后还有没有人来。',
  '公共空间属于每一个人，爱护它也就成了每一个人的事。',
];
