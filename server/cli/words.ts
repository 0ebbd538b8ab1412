import { type Message, message, type Words } from '../text/words';

/** What the command line says, in both languages. */
export const UNREADABLE_TEXT: Words = { en: 'not a text file', zh: '不是文本文件' };
export const UNDECODABLE: Words = {
  en: '{0} places are not valid {1}, the first in line {2} (byte {3})',
  zh: '有 {0} 处不是有效的 {1} 编码，第一处在第 {2} 行（字节 {3}）',
};
export const UNDECODABLE_MANY: Words = {
  en: '{0} places or more are not valid {1}, the first in line {2} (byte {3})',
  zh: '至少有 {0} 处不是有效的 {1} 编码，第一处在第 {2} 行（字节 {3}）',
};

const FAILURES: Readonly<Record<string, Words>> = {
  ENOENT: { en: 'no such file', zh: '没有这个文件' },
  ENOTDIR: { en: 'no such file', zh: '没有这个文件' },
  EISDIR: { en: 'is a folder; name the files in it', zh: '是文件夹；请写出其中的文件' },
  EACCES: { en: 'no permission to read it', zh: '没有读取权限' },
  EPERM: { en: 'no permission to read it', zh: '没有读取权限' },
  ERR_FS_FILE_TOO_LARGE: { en: 'too large to be read', zh: '文件太大，无法读取' },
};

/** Why a file could not be read, from what the outside world threw. */
export function readFailure(error: unknown): Message {
  const { code, message: reason } = error as { code?: string; message?: string };
  const known = FAILURES[code ?? ''];
  return known ? message(known) : message({ en: 'cannot be read: {0}', zh: '无法读取：{0}' }, reason ?? String(error));
}
