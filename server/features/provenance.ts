import { applyEdits, type Edit } from '../text/edit';
import type { Text } from '../text/text';

// The log of fixes: what was changed where, by which rule, so that it can be looked into and taken back. Names nobody.

export const LOG_FOLDER = '.galley/log';
export const LOG_SCHEMA = 'galley.log/1';

/** One applied fix, a line of the log. */
export interface Logged {
  readonly schema: typeof LOG_SCHEMA;
  /** ISO 8601, UTC. What was done at one stroke has the same `at` and `step`. */
  readonly at: string;
  readonly step: number;
  /** Relative to the folder that holds `.galley`, with `/`. */
  readonly file: string;
  readonly rule: string;
  readonly edits: readonly LoggedEdit[];
}

export interface LoggedEdit {
  /** 1-based, in the text before. */
  readonly line: number;
  /** Offset (UTF-16) of `after` in the text as the stroke left it. */
  readonly from: number;
  readonly before: string;
  readonly after: string;
  /** What stands around it after the stroke: it is found again by this. */
  readonly left: string;
  readonly right: string;
}

/** A fix that was applied. */
export interface Done {
  readonly rule: string;
  readonly edits: readonly Edit[];
}

/** Characters on each side by which a place is found again. */
const AROUND = 24;

/** The lines of the log for fixes applied to `text` at one stroke; `edits` in its own offsets. */
export function logged(text: Text, done: readonly Done[], file: string, at: string, step = 0): Logged[] {
  const all = done.flatMap(({ edits }) => edits);
  const after = applyEdits(text, all);
  const shifts = new Map<Edit, number>();
  let shift = 0;
  for (const edit of [...all].sort((a, b) => a.from - b.from || a.to - b.to)) {
    shifts.set(edit, shift);
    shift += edit.insert.length - (edit.to - edit.from);
  }
  return done.map(({ rule, edits }) => ({
    schema: LOG_SCHEMA,
    at,
    step,
    file,
    rule,
    edits: edits.map((edit) => {
      const from = edit.from + (shifts.get(edit) ?? 0);
      const to = from + edit.insert.length;
      return {
        line: text.lineAt(edit.from) + 1,
        from,
        before: text.slice(edit.from, edit.to),
        after: edit.insert,
        left: after.slice(from - AROUND, from),
        right: after.slice(to, to + AROUND),
      };
    }),
  }));
}

export const logLines = (records: readonly Logged[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** Reads a log; `faults` are the lines (0-based) that are none of one. */
export function logOf(content: string): { records: Logged[]; faults: number[] } {
  const records: Logged[] = [];
  const faults: number[] = [];
  content.split(/\r\n?|\n/).forEach((line, i) => {
    if (line.trim() === '') return;
    const record = parsed(line);
    if (isLogged(record)) records.push(record);
    else faults.push(i);
  });
  return { records, faults };
}

export interface Reverted {
  readonly text: Text;
  readonly undone: readonly Logged[];
  /** Those whose places are not there any more, or are not to be told from others. */
  readonly refused: readonly Logged[];
}

/** Takes fixes of one file back, the latest stroke first; each fix wholly or not at all. */
export function reverted(text: Text, records: readonly Logged[]): Reverted {
  const undone: Logged[] = [];
  const refused: Logged[] = [];
  let now = text;
  for (const stroke of strokes(records).reverse()) {
    const content = now.toString();
    const taken: Edit[] = [];
    for (const record of stroke) {
      const edits = record.edits.map((edit) => inverse(content, edit));
      const whole = edits.filter((edit) => edit !== null);
      if (whole.length < edits.length || whole.some((edit) => taken.some((other) => meet(edit, other))))
        refused.push(record);
      else {
        undone.push(record);
        taken.push(...whole);
      }
    }
    now = applyEdits(now, taken);
  }
  return { text: now, undone, refused };
}

function strokes(records: readonly Logged[]): Logged[][] {
  const all = new Map<string, Logged[]>();
  const ordered = [...records].sort((a, b) => (a.at === b.at ? a.step - b.step : a.at < b.at ? -1 : 1));
  for (const record of ordered) {
    const key = `${record.at} ${record.step}`;
    all.set(key, [...(all.get(key) ?? []), record]);
  }
  return [...all.values()];
}

/** The edit that takes one back, where it was or at the only place that looks so; null where there is none. */
function inverse(content: string, { from, before, after, left, right }: LoggedEdit): Edit | null {
  const words = left + after + right;
  const start = from - left.length;
  let at = content.startsWith(words, start) ? start : content.indexOf(words);
  if (at !== start && at >= 0 && content.indexOf(words, at + 1) >= 0) at = -1;
  if (at < 0) return null;
  return { from: at + left.length, to: at + left.length + after.length, insert: before };
}

const meet = (a: Edit, b: Edit): boolean => a.from < b.to && b.from < a.to;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isLogged(value: unknown): value is Logged {
  if (typeof value !== 'object' || value === null) return false;
  const { schema, at, step, file, rule, edits } = value as Record<string, unknown>;
  const words = [at, file, rule].every((member) => typeof member === 'string');
  return schema === LOG_SCHEMA && words && Number.isSafeInteger(step) && Array.isArray(edits) && edits.every(isEdit);
}

function isEdit(value: unknown): value is LoggedEdit {
  if (typeof value !== 'object' || value === null) return false;
  const { line, from, before, after, left, right } = value as Record<string, unknown>;
  return (
    [line, from].every(Number.isSafeInteger) &&
    [before, after, left, right].every((member) => typeof member === 'string')
  );
}
