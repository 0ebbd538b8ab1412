/** A section marker such as 【理】 at a line's start; offsets are relative to the line. */
export interface Section {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Nothing else stands on the line. */
  readonly alone: boolean;
}

const form = /^\s*[【〖]\s*([^【】〖〗。，,；;：:！!？?]{1,10}?)\s*[】〗]/;
// Datelines, continuations and credits wear the same brackets.
const other =
  /[讯訊电電]$|记者|記者|通讯员|通訊員|[上下紧緊文][接转轉]|[转轉]入|[摄攝]$|[报報][导導道]$|作者|[版頁页]$/;

/** The section marker a line begins with, or null. `【本报讯】` and `【上接A05版】` are none. */
export function section(line: string): Section | null {
  const match = form.exec(line);
  if (!match || other.test(match[1])) return null;
  const from = match[0].length - match[0].trimStart().length;
  return { from, to: match[0].length, label: match[1], alone: line.slice(match[0].length).trim() === '' };
}
