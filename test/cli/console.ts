import { posix } from 'node:path';
import { encode } from '../../server/cli/encode';
import type { Io } from '../../server/cli/io';
import { run } from '../../server/cli/run';

/** Files by name: a string is UTF-8 text; an Error is what reading it gives. */
export type Files = Record<string, string | Uint8Array | Error>;

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** The files as they stand afterwards; those that were written are always bytes. */
  readonly files: Files;
  /** A file afterwards, as text in UTF-8. */
  text(path: string): string;
}

/** Runs one command line in a world of its own: the words of `line`, parted by blanks, over the given files. */
export async function galley(line: string, files: Files = {}, locale?: string): Promise<Outcome> {
  const after = { ...files };
  let out = '';
  let err = '';
  const io: Io = {
    async read(path) {
      const content = after[path] ?? failure('ENOENT');
      if (content instanceof Error) throw content;
      return typeof content === 'string' ? Buffer.from(content) : content;
    },
    async write(path, bytes) {
      if (files[path] instanceof Error) throw files[path];
      after[path] = bytes;
    },
    async append(path, text) {
      const before = after[path] ?? '';
      if (before instanceof Error) throw before;
      after[path] = `${typeof before === 'string' ? before : Buffer.from(before).toString()}${text}`;
    },
    now: () => new Date('2001-02-03T04:05:06.789Z'),
    absolute: (path) => posix.resolve('/archive', path),
    async out(text) {
      out += text;
    },
    async err(text) {
      err += text;
    },
    locale,
    version: '1.2.3',
  };
  const code = await run(line.split(' ').filter(Boolean), io);
  const text = (path: string): string => Buffer.from(after[path] as Uint8Array).toString();
  return { code, out, err, files: after, text };
}

/** What Node throws where a file cannot be read. */
export const failure = (code: string): Error => Object.assign(new Error(`${code}: as the system says`), { code });

/** A text's bytes in another encoding. */
export function bytesOf(text: string, encoding: string, mark = false): Uint8Array {
  const bytes = encode(text, encoding, mark);
  if (bytes === null) throw new Error(`not to be written as ${encoding}: ${text}`);
  return bytes;
}

/** A page that is in order; its articles start in lines 3 and 9. */
export const PAGE = `第01版：要闻

河水漫堤 城西停课

青岩日报讯（记者 安然 通讯员 贺勇）昨日清晨六时许，城西石桥河段水位持续上涨，漫过堤岸一侧的步道，附近三所学校停课一天。

市防汛办公室负责人介绍，经过连夜抢险，险情已经得到控制，没有人员伤亡，城区供水、供电一切正常。

百年粮仓修缮完工

青岩日报讯（记者 柳青）历时十四个月，南关百年粮仓的修缮工程昨日完工。修缮保留了全部原有梁架，更换糟朽木料三成。

粮仓将于下月起向市民免费开放，每日限三百人，须提前一天预约。
`;

/** The same with a paragraph cut in two: the end of line 5 is none. */
export const CUT = PAGE.replace('附近三所学校', '附近三所\n\n学校');
