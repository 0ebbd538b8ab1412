import assert from 'node:assert';
import fc from 'fast-check';
import { detect } from '../../server/parse/detect';
import { spent } from '../spent';

const body =
  '昨日清晨,青岩市新开的渡口迎来第一批乘客。船从城南码头出发,沿河而下,一路停靠五站,全程约四十分钟。船上备有救生衣和茶水,老人和孩子可以免费乘坐,不少市民特地赶来尝鲜。';
const yes = (name: string, text: string) => it(`yes: ${name}`, () => assert.ok(detect(text)));
const no = (name: string, text: string) => it(`no: ${name}`, () => assert.ok(!detect(text)));

describe('detect', () => {
  yes('a city paper with bylines', `渡船开航\n\n青岩日报讯(全媒体记者/安然 通讯员/贺 勇) ${body}\n\n${body}`);
  yes('an agency report', `渡口新开\n　　新华社青岩6月18日电（记者安然、贺勇）${body}\n　　${body}`);
  yes('a page with folio and signed articles', `第03版：要闻\n渡船开航\n${body}（本报记者　安然）\n${body}`);
  yes('a page of one national daily', `2025年6月18日 星期三 第04版 综合\n渡船开航\n本报记者　安　然\n${body}`);
  yes('continuations', `渡船开航\n${body}\n（下转第三版）\n上接01版①\n${body}`);
  yes(
    'traditional characters',
    `河水漫堤\n【本報青岩廿四日電】昨夜大雨，河水漫堤，城西各校停課一日，居民紛紛遷往高處暫避。`,
  );
  yes('a report of old', `渡口\n本報南京廿四日電　渡口昨日開航，往來客商稱便。`);
  yes('carriage returns alone', `渡船开航\r青岩日报讯(记者 安然) ${body}\r${body}`);
  yes('a hard-wrapped page', `第02版：社会\n渡船开航\n　　本报讯（记者 安然）${body.replace(/.{20}/g, '$&\n')}`);
  yes(
    'an English page',
    `THE QINGYAN HERALD, MONDAY, MARCH 3, 1930\nFERRY OPENS ON THE SOUTH BANK\nBy ANNE RAN\nQINGYAN, March 2 — The first boat left the south bank at dawn.\nContinued on Page 4`,
  );
  yes(
    'an English report',
    `Ferry opens\nBy Anne Ran, Staff Writer\nQINGYAN, March 2 (QP) — The first boat left the south bank at dawn with forty people on board.`,
  );

  no('an empty text', '');
  no('blank lines', '\n \n\t\n');
  no('one word', '你好');
  no('a novel', `第一章 渡口\n\n${`　　“你怎么才来？”他问。\n　　${body}\n`.repeat(60)}`);
  no(
    'a novel with one cutting',
    `第一章\n${body.repeat(40)}\n本报讯 昨夜河水漫堤。\n${body.repeat(400)}`.replace(/。/g, '。\n'),
  );
  no('a law', Array.from({ length: 30 }, (_, i) => `第${i + 1}条　渡口由主管部门管理，具体办法另行制定。`).join('\n'));
  no('a chat', `安然 2025-06-18 10:00:00\n看到新闻了吗\n贺勇 2025-06-18 10:01:00\n看到了，记者写得不错\n`.repeat(10));
  no('a list of things to do', '买菜\n交电费\n给记者回电话\n第2版稿子\n');
  no('a diary', `6月18日 星期三 晴\n${body}\n6月19日 星期四 雨\n${body}`);
  no('a letter', `尊敬的编辑：\n　　您好！${body}\n　　此致\n敬礼\n　　　　读者 安然\n　　　　2025年6月18日`);
  no('source code', 'import x from "y";\n// 本报讯（记者 安然）\nconst a = 1;\nfunction f() {\n  return a;\n}\n');
  no('source code with much of it', `${'#include <stdio.h>\nint main() { puts("（下转第三版）"); }\n'.repeat(20)}`);
  no('a log', '2025-06-18 10:00:00 INFO 本报讯（记者 安然）已入库\n'.repeat(20));
  no(
    'a table',
    '日期,版次,标题,记者\n2025-06-18,第01版,渡船开航,本报记者 安然\n2025-06-18,第02版,河水漫堤,本报记者 贺勇\n',
  );
  no('marked-up text', '# 署名的写法\n\n- `本报讯（记者 甲）`\n- `（下转第三版）`\n\n## 版头\n\n- 第03版：要闻\n');
  no('an HTML page', '<html>\n<body>\n<p>本报讯（记者 安然）</p>\n</body>\n</html>\n');
  no(
    'a licence',
    `MIT License\n\nCopyright (c) 2025 The Authors\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files, to deal in the Software\nwithout restriction, including without limitation the rights to use, copy, and\nmodify.\n`,
  );
  no(
    'an English novel',
    `CHAPTER ONE\n\nBy the River\n\n${'The boat left at dawn, and nobody on the bank saw it go. Monday came and went.\n'.repeat(200)}`,
  );
  no(
    'a letter quoted by e-mail',
    'On Monday, March 3, 2025, Anne Ran wrote:\n> Continued thanks for the news.\n> Anne\n',
  );
  no('a version list', '2025版\n新增功能\n第2版\n修正错误\n第1版\n首次发布\n');
  no(
    'subtitles',
    '1\n00:00:01,000 --> 00:00:03,000\n本报讯，昨夜大雨\n\n2\n00:00:04,000 --> 00:00:06,000\n河水漫堤\n'.repeat(20),
  );

  it('never throws, and looks at the beginning only', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof detect(text) === 'boolean'));
    const late = `${'河'.repeat(70_000)}\n本报讯（记者 安然）${body}`;
    assert.ok(!detect(late));
  });

  it('takes no time over one line of a million characters', async () => {
    const took = await spent(() => {
      for (const unit of ['报', '第', '（记者', '1,', 'A '.repeat(8)]) detect(unit.repeat(200_000));
    });
    assert.ok(took < 500, `${took} ms`);
  });
});
