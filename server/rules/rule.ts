import type { Issue } from '../issue/issue';
import type { Sheet } from '../parse/sheet';
import type { Edit } from '../text/edit';
import type { Range } from '../text/range';
import type { Span } from '../text/span';
import type { Message, Words } from '../text/words';
import type { Dismissal } from './dismissal';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** How far a fix may go by itself: only `certain` ones enter a fix-all. */
export type Tier = 'certain' | 'likely' | 'possible';

/** One kind of damage: how to find it and how to mend it. One file each; its page of documentation stands beside it. */
export interface Rule {
  /** Stable: settings, dismissals and the inspect format name it. */
  readonly code: string;
  readonly title: Words;
  /** Unless the reader's settings say otherwise. No warning but one measured at a precision of 0.95 or more. */
  readonly severity: Severity;
  /** The problems of one file, in the order of the text. Pure; never throws; linear in the text. */
  find(context: Context): Iterable<Finding>;
  /** The fixes of one problem that `find` gave for this same context; the preferred one first. */
  fix?(context: Context, problem: Problem): Fix[];
}

/** What a rule may look at. */
export interface Context {
  /** The file's name for `issue`: its URI or path. */
  readonly file: string;
  readonly sheet: Sheet;
  /** What is known of the other files (and of this one). */
  readonly issue: Issue;
}

/** What the reader chose: per rule code a severity, or `off`. A code that is missing keeps its rule's own severity. */
export interface Settings {
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** What a person said is no problem, in this file. */
  readonly dismissals?: readonly Dismissal[];
}

/** A problem as its rule sees it, before the reader's settings give it a severity. */
export interface Finding {
  readonly span: Span;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly message: Message;
  /** `broken-line`: the lines (0-based) whose line end is no paragraph end. */
  readonly joins?: readonly number[];
  readonly related?: readonly Related[];
  /** Where the problem covers more than what is wrong: the wrong characters, a span for each error. */
  readonly wrong?: readonly Span[];
}

export interface Problem extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

export interface Related {
  /** Another file, or undefined for this one. */
  readonly file?: string;
  /** A range and not a span: the other file's text is not at hand. */
  readonly place: Range;
  readonly message: Message;
}

/** Edits that mend a problem, with what they are allowed to do: checked by `conserves` each time they are applied. */
export interface Fix {
  readonly title: Message;
  readonly tier: Tier;
  readonly edits: readonly Edit[];
  readonly declares: Declaration;
}

/** The characters a fix takes away and puts in, each in the order of the text. */
export interface Declaration {
  readonly removes: string;
  readonly adds: string;
  /** True where characters also change their place; they are then in neither of the other two. */
  readonly moves?: boolean;
}
