import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from './cache';
import { temporary } from './run';

/** The sample issue: one invented paper's pages. */
export const sample = join(project, 'test/fixtures/qingyan/2025-06-18');

/** A temporary copy of the sample issue's pages, and more files if wanted, so that nothing done to them touches the project. */
export async function copyOfSample(more: Record<string, string> = {}): Promise<string> {
  const folder = join(temporary('issue'), '青岩日报 2025-06-18');
  await cp(sample, folder, { recursive: true, filter: (path) => !path.endsWith('.json') });
  for (const [name, content] of Object.entries(more)) await writeFile(join(folder, name), content);
  return folder;
}

/** What the suites open: the sample issue in `issue/`, and in `odd/` what else may come to be opened. */
export async function workspace(): Promise<string> {
  const folder = temporary('workspace');
  await cp(await copyOfSample(), join(folder, 'issue'), { recursive: true });
  await mkdir(join(folder, 'odd'));
  for (const [name, content] of Object.entries(odd)) await writeFile(join(folder, 'odd', name), content);
  return folder;
}

/** A short page with one broken line, whose line ends the odd files vary. */
const page = [
  '第03版：民生',
  '',
  '石桥镇新添三处便民菜场',
  '',
  '青岩日报讯（记者 陶砚秋）昨日清晨，石桥镇河西便民菜场开门迎客，',
  '',
  '附近两千多户居民买菜不必再绕行跨河大桥。',
  '',
  '据镇里介绍，另外两处菜场将在年底前陆续开放，摊位租金三年不变。',
  '',
];

const odd: Record<string, string | Buffer> = {
  'empty.news': '',
  'one-line.news': '石桥镇新添三处便民菜场',
  'binary.news': Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 37) % 256)),
  'lf.news': page.join('\n'),
  'crlf.news': page.join('\r\n'),
  'cr.news': page.join('\r'),
  'bom.news': `\uFEFF${page.join('\n')}`,
  'separator.news': page.join('\n').replace('昨日清晨，', '昨日清晨，\u2028'),
  'million-lines.news': '石桥镇的便民菜场开门了。\n'.repeat(1_000_000),
  'long-line.news': `${page.slice(0, 4).join('\n')}\n${'石桥镇的便民菜场开门了。'.repeat(280_000)}\n`,
  'letter.txt': '王老师：\n您好！昨天的作业我已经交了，请您查收。\n谢谢！\n',
  'notes.txt': 'Shopping list\n\n- milk\n- bread\n- two apples\n',
};
