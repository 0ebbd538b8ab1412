import { type Message, message, type Words } from '../text/words';

/** What the command line says, in both languages. */
export const UNREADABLE_TEXT: Words = { en: 'not a text file', zh: '不是文本文件' };
export const UNDECODABLE: Words = {
  en: 'not valid {1}: {0} place(s), the first in line {2} (byte {3})',
  zh: '有 {0} 处不是有效的 {1} 编码，第一处在第 {2} 行（字节 {3}）',
};
export const UNDECODABLE_MANY: Words = {
  en: 'not valid {1}: {0} places or more, the first in line {2} (byte {3})',
  zh: '至少有 {0} 处不是有效的 {1} 编码，第一处在第 {2} 行（字节 {3}）',
};

export const FIXED: Words = {
  en: '{0}: fixed: {1}; problems left: {2}',
  zh: '{0}：已修复 {1} 处，余 {2} 个问题',
};
export const WOULD_FIX: Words = {
  en: '{0}: would fix: {1}; problems left then: {2}',
  zh: '{0}：可修复 {1} 处，将余 {2} 个问题',
};
export const NOT_FIXED: Words = {
  en: '{0}: nothing to fix for certain; problems left: {2}',
  zh: '{0}：没有可确定修复之处，余 {2} 个问题',
};
export const FIX_REFUSED: Words = {
  en: 'fixes left out because they would change more than they declare: {0}',
  zh: '有 {0} 处修复未做：它们会改动所声明之外的文字',
};
export const NO_PLACE: Words = {
  en: 'standard input cannot be fixed in place; use --diff',
  zh: '标准输入无法就地修复；请用 --diff',
};
export const NO_ROUND_TRIP: Words = {
  en: 'not written: some of its bytes would not survive being written again as {0}; is --encoding right?',
  zh: '未写入：按 {0} 重新写出会损失部分字节；--encoding 是否正确？',
};
export const NOT_ENCODABLE: Words = {
  en: 'not written: {0} has no code for a character of the fixed text',
  zh: '未写入：修复后的文字中有 {0} 无法表示的字符',
};
export const CHANGED: Words = { en: 'not written: it changed meanwhile', zh: '未写入：文件在此期间被改动' };
export const UNWRITABLE: Words = { en: 'cannot be written: {0}', zh: '无法写入：{0}' };
export const TOO_DIFFERENT: Words = {
  en: 'too many changes for a diff; use --dry-run',
  zh: '改动太多，无法生成差异；请用 --dry-run',
};
export const SUM: Words = {
  en: 'problems: {0}; files with problems: {1} of {2}',
  zh: '问题：{0} 个；有问题的文件：{1}/{2}',
};

export const NAMED: Words = { en: '{0}: {1}', zh: '{0}：{2}' };
export const RATE: Words = {
  en: 'error rate {0} per 10,000 characters (weighed errors: {1}; characters: {2})',
  zh: '差错率万分之 {0}（差错计 {1}，共 {2} 字）',
};
export const RATE_OVER: Words = {
  en: 'error rate {0} per 10,000 characters, over {3} (weighed errors: {1}; characters: {2})',
  zh: '差错率万分之 {0}，超过万分之 {3}（差错计 {1}，共 {2} 字）',
};

export const NOT_LOGGED: Words = {
  en: 'what was done to {0} could not be written down: {1}',
  zh: '对 {0} 的改动未能记录：{1}',
};
export const REVERTED: Words = {
  en: '{0}: taken back: {1}; left as they are: {2}',
  zh: '{0}：已撤回 {1} 处，未动 {2} 处',
};
export const WOULD_REVERT: Words = {
  en: '{0}: would take back: {1}; would leave as they are: {2}',
  zh: '{0}：可撤回 {1} 处，将不动 {2} 处',
};
export const NOT_REVERTED: Words = {
  en: 'not taken back: {0}, once in line {1}: the text there was changed since, or is not to be told from another place',
  zh: '未撤回：{0}（原第 {1} 行）：该处文字此后已改动，或与他处无法区分',
};
export const NO_LOG: Words = {
  en: 'line {0} is none of a log of fixes; nothing of this log is taken back',
  zh: '第 {0} 行不是修复记录；此记录未予撤回',
};
export const LEDGER_FAULT: Words = {
  en: 'line {0} is left out: {1}',
  zh: '第 {0} 行未采用：{1}',
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
