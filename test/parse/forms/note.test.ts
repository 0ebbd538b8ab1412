import assert from 'node:assert/strict';
import { note } from '../../../server/parse/forms/note';
import { section } from '../../../server/parse/forms/section';

const check = (line: string, expected: string): Mocha.Test =>
  it(line, () => {
    assert.equal(note(line) ?? 'none', expected);
  });

describe('side matter by its form', () => {
  check('岳　清摄（影像中国）', 'credit');
  check('本报记者 岳清摄', 'credit');
  check('通讯员 供图', 'credit');
  check('资料图', 'credit');
  check('图为村民在新渠边取水。', 'caption');
  check('正在布展的荷花市集。通讯员 供图', 'credit');
  check('（作者为青岩市文史馆馆员）', 'endnote');
  check('白渡县 岳　清', 'endnote');
  check('渡口大学　白露', 'endnote');
  check('——摘自《水利志》', 'attribution');
  check('（相关报道见第二版）', 'crossReference');
  check('（未完待续）', 'endnote');
  check('（全文完）', 'endnote');
  check('责编：岳清　美编：白露', 'staff');
  check('製圖：岳　清', 'staff');
  check('責任編輯：岳清　版式設計：白露', 'staff');
  check('2024年11月6日', 'staff');
  check('车次　　始发　　终到　　开车', 'row');
  check('07:30 早安澄湖', 'row');
  check('客运段　洪　秀', 'none');
  check('商品　　　　金额（亿元）　　同比（%）', 'row');
  check('青岩一队 3∶1 澄湖队', 'row');
  check('岳清（水务局）21:17 19:21 21:12 何舟（轮渡公司）', 'row');
  check('安然 方圆 顾盼 马到 潘山', 'row');
  check('东门纺织厂　岳清', 'endnote');
  check('机械厂工人 何舟', 'endnote');
  check('荣昌号谨启　三月十六日', 'endnote');
  check('摘自《水利志》', 'attribution');
  check('一九五四年五月三日于柏树洼', 'endnote');
  check('村民以流笼运送药品。（圖：村民提供）', 'caption');
  check('救援人员在地铁站外待命。（渡口社/澄湖通讯社）', 'caption');
  check('旺铺招租　东堤路9号　一楼临街　电话：8200011', 'row');
});

describe('what only looks like side matter', () => {
  check('绘就乡村振兴新蓝图', 'none');
  check('李致文', 'none');
  check('比赛收到作品三百幅，其中四成用手机拍摄。', 'none');
  check('青岩队3:1胜澄湖队', 'none');
  check('向守堤人致敬', 'none');
  check('诗　二　首', 'none');
  check('《水利志》摘自何处', 'none');
  check('白渡县 水渠放水', 'none');
  check('全市 白露', 'none');
  check('全市一盘棋　防控有合力', 'none');
  check('水渠下月完工。', 'none');
});

describe('section markers', () => {
  const label = (line: string): string => {
    const found = section(line);
    return found ? `${found.label}${found.alone ? ' alone' : ''}` : 'none';
  };
  for (const [line, expected] of [
    ['【理】', '理 alone'],
    ['　　【点评】竹子是老材料', '点评'],
    ['【记者观察】', '记者观察 alone'],
    ['◎【观点】竹子', '观点'],
    ['［理］', '理 alone'],
    ['【记者岳清】', 'none'],
    ['［十三届］第十四号', 'none'],
    ['[1]', 'none'],
    ['【本报讯】石磨岭', 'none'],
    ['【晨星社十三日电】', 'none'],
    ['【上接A05版】去借', 'none'],
  ])
    it(line, () => {
      assert.equal(label(line), expected);
    });
});
