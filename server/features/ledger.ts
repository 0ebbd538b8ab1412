import type { Anchor } from '../parse/anchor';
import { type Correction, SAYINGS, type Saying } from '../parse/corrections';
import type { Notes } from '../parse/notes';
import type { Dismissal } from '../rules/dismissal';
import { type Message, message, type Words } from '../text/words';

// The ledger: what people said of the texts of a folder, as a file of JSON lines that the editor and the command line share.

/** Where the ledger lies, relative to the folder whose texts it speaks of. */
export const LEDGER = '.galley/notes.jsonl';
export const SCHEMA = 'galley.notes/1';

/** One line of the ledger, just as it is written there; members that are not known here are kept. */
export interface Entry {
  /** When it was said: ISO 8601, UTC. What was said with one command has one time. */
  readonly at: string;
  /** The text that it is about, or the folder: relative to the ledger's folder, with `/`; the folder itself is empty. */
  readonly file?: string;
  readonly folder?: string;
  /** A correction. */
  readonly says?: Saying;
  /** A dismissal: the rule's code; of a `word`, of one place (`anchor`, `words`, `nth`), or of all it finds in the folder. */
  readonly dismisses?: string;
  readonly word?: string;
  readonly words?: string;
  readonly nth?: number;
  readonly anchor?: Anchor;
}

export interface Ledger {
  readonly entries: readonly Entry[];
  /** Lines (0-based) that cannot be read. While there is one, nothing may be written: it would be lost. */
  readonly faults: readonly { readonly line: number; readonly reason: Message }[];
}

export const emptyLedger: Ledger = { entries: [], faults: [] };

/** Reads a ledger; total: what cannot be read is among the faults, and the rest counts. */
export function ledgerOf(content: string): Ledger {
  const entries: Entry[] = [];
  const faults: { line: number; reason: Message }[] = [];
  content
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .forEach((written, line) => {
      if (written.trim() === '') return;
      const value = parsed(written);
      const schema = (value as { schema?: unknown } | null)?.schema;
      if (schema === SCHEMA) return;
      if (schema !== undefined) faults.push({ line, reason: message(NEWER, String(schema), SCHEMA) });
      else if (value === undefined) faults.push({ line, reason: message(NO_JSON) });
      else if (isEntry(value)) entries.push(value);
      else faults.push({ line, reason: message(NO_ENTRY) });
    });
  return { entries, faults };
}

/** The file's content: in the order of files and, for each, of time, so that a new word is one new line to git. */
export function written(entries: readonly Entry[]): string {
  const lines = [...entries].sort(inOrder).map((entry) => JSON.stringify(entry));
  return `${[JSON.stringify({ schema: SCHEMA }), ...lines].join('\n')}\n`;
}

/** What counts for one text: a path relative to the ledger's folder, with `/`. */
export interface FileNotes extends Notes {
  readonly dismissals: readonly Dismissal[];
}

export const unnoted: FileNotes = { corrections: [], dismissals: [] };

export function notesFor(entries: readonly Entry[], path: string): FileNotes {
  const own = entries
    .filter(({ file, folder }) => file === path || (folder !== undefined && isWithin(folder, path)))
    .sort(inTime);
  return {
    corrections: own.flatMap(({ says, anchor }) => (says && anchor ? [{ says, anchor }] : [])),
    dismissals: own.flatMap((entry) => dismissalIn(entry) ?? []),
  };
}

/** The line of the ledger for a correction of a file. */
export const correctionEntry = (file: string, { says, anchor }: Correction, at: string): Entry => ({
  file,
  says,
  at,
  anchor,
});

/** The line of the ledger for a dismissal; `where` is the file for one place, else the folder that it counts in. */
export function dismissalEntry(where: string, dismissal: Dismissal, at: string): Entry {
  const { rule: dismisses } = dismissal;
  if (dismissal.scope === 'off') return { folder: where, dismisses, at };
  if (dismissal.scope === 'word') return { folder: where, dismisses, word: dismissal.word, at };
  const { words, nth, anchor } = dismissal;
  return { file: where, dismisses, words, nth, at, anchor };
}

/** The entries without those said last, all at one time; and these. */
export function withoutLast(entries: readonly Entry[]): { kept: Entry[]; last: Entry[] } {
  const latest = [...entries].sort(inTime).at(-1)?.at;
  return { kept: entries.filter(({ at }) => at !== latest), last: entries.filter(({ at }) => at === latest) };
}

/** An entry in words: what was said, of which words. */
export function described({ says, dismisses, word, words, anchor, folder }: Entry): Message {
  if (says) return message(SAID[says], anchor?.words ?? '');
  if (word !== undefined) return message(NEVER, word, dismisses ?? '');
  if (anchor) return message(NOT_HERE, words || anchor.words, dismisses ?? '');
  return message(folder ? OFF_IN : OFF, dismisses ?? '', folder ?? '');
}

function dismissalIn({ dismisses: rule, word, words, nth, anchor }: Entry): Dismissal | null {
  if (rule === undefined) return null;
  if (word !== undefined) return { scope: 'word', rule, word };
  return anchor ? { scope: 'place', rule, anchor, words: words ?? '', nth: nth ?? 0 } : { scope: 'off', rule };
}

const isWithin = (folder: string, path: string): boolean => folder === '' || path.startsWith(`${folder}/`);
const inTime = (a: Entry, b: Entry): number => compare(a.at, b.at);
const inOrder = (a: Entry, b: Entry): number =>
  compare(a.file ?? a.folder ?? '', b.file ?? b.folder ?? '') ||
  inTime(a, b) ||
  compare(JSON.stringify(a), JSON.stringify(b));
/** By code units: the same order on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { at, file, folder, says, dismisses, anchor, word, words, nth } = value as Record<string, unknown>;
  if (typeof at !== 'string' || (typeof file === 'string') === (typeof folder === 'string')) return false;
  if (anchor !== undefined && !isAnchor(anchor)) return false;
  if (says !== undefined) return dismisses === undefined && isOneOf(SAYINGS, says) && !!anchor && file !== undefined;
  if (typeof dismisses !== 'string') return false;
  if (file !== undefined) return !!anchor && isMissingOr('string', words) && isMissingOr('number', nth);
  return anchor === undefined && isMissingOr('string', word);
}

function isAnchor(value: unknown): value is Anchor {
  if (typeof value !== 'object' || value === null) return false;
  const { words, hash, before, after, nth, of } = value as Record<string, unknown>;
  return (
    [words, hash, before, after].every((member) => typeof member === 'string') &&
    [nth, of].every((member) => Number.isSafeInteger(member))
  );
}

const isMissingOr = (type: 'string' | 'number', value: unknown): boolean =>
  value === undefined || typeof value === type;
const isOneOf = (list: readonly unknown[], value: unknown): boolean => list.includes(value);

const SAID: Readonly<Record<Saying, Words>> = {
  article: { en: 'Article starts here: {0}', zh: '此处是一篇稿件的开头：{0}' },
  split: { en: 'Split here: {0}', zh: '从此处拆成两篇：{0}' },
  merge: { en: 'Belongs to the article above: {0}', zh: '属于上一篇稿件：{0}' },
  'not-headline': { en: 'Not a headline: {0}', zh: '不是标题：{0}' },
  subhead: { en: 'Subhead: {0}', zh: '小标题：{0}' },
};
const NOT_HERE: Words = { en: 'Not a problem here: {0} ({1})', zh: '此处没有问题：{0}（{1}）' };
const NEVER: Words = { en: 'Never this word: {0} ({1})', zh: '不再提示此词：{0}（{1}）' };
const OFF: Words = { en: 'Rule off: {0}', zh: '不用此规则：{0}' };
const OFF_IN: Words = { en: 'Rule off in {1}: {0}', zh: '在 {1} 中不用此规则：{0}' };
const NO_JSON: Words = { en: 'not JSON', zh: '不是 JSON' };
const NO_ENTRY: Words = { en: 'not a note that Galley knows', zh: '不是 Galley 认识的批注' };
const NEWER: Words = { en: 'written as {0}; this Galley reads {1}', zh: '格式为 {0}，本版 Galley 只读 {1}' };
