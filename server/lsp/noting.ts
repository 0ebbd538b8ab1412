import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Command,
  type ExecuteCommandParams,
} from 'vscode-languageserver';
import { correctionEntry, described, dismissalEntry, type Entry } from '../features/ledger';
import { SAYING_TITLES, sayings } from '../features/sayings';
import { anchorOf, found, printed } from '../parse/anchor';
import type { Saying } from '../parse/corrections';
import { type Dismissal, dismissalOf, wordOf } from '../rules/dismissal';
import type { Problem } from '../rules/rule';
import { problems, ruleOf } from '../rules/rules';
import { type Language, message, say, type Words } from '../text/words';
import { spanIn } from './convert';
import { problemsOf } from './diagnostics';
import type { OpenDocument } from './document';
import type { Home } from './ledgers';
import { folderAt } from './notes';
import type * as requests from './requests';
import { contextOf, type Session } from './session';
import { fileOf, folderOf } from './uris';

// What a person says of a text: what is offered, and how it is kept.

/** The protocol's command that keeps a note; its one argument is a `Note`. */
export const NOTE = 'galley.note';

/** Positions are of this version of the document: of another one nothing is kept. */
interface Note {
  readonly uri: string;
  readonly version: number;
  /** A correction of these lines. */
  readonly says?: Saying;
  readonly lines?: readonly number[];
  /** A dismissal: of the problem with these offsets, of a word, or of the whole rule in the document's folder. */
  readonly dismisses?: string;
  readonly scope?: Dismissal['scope'];
  readonly from?: number;
  readonly to?: number;
}

/** Ways to say that a problem is none. They do not hurry: they come after the fixes. */
export async function dismissalActions(
  session: Session,
  document: OpenDocument,
  { range }: CodeActionParams,
): Promise<CodeAction[]> {
  const within = spanIn(document.text, range);
  const all = await problemsOf(session, document);
  return all
    .filter(({ span }) => span.from <= within.to && within.from <= span.to)
    .flatMap((problem) => {
      const rule = titleOf(problem.code, session.client.language);
      return dismissals(session, document, problem).map(({ title, note }) => {
        const named = say(session.client.language, message(OF_RULE, title, rule));
        return { title: named, kind: CodeActionKind.QuickFix, command: keeping(named, note) };
      });
    });
}

/** What a rule is called. */
export const titleOf = (code: string, language: Language): string => ruleOf(code)?.title[language] ?? code;

/** Ways to say that one problem is none, the narrowest first. */
export function dismissals(
  { client: { language } }: Session,
  document: OpenDocument,
  problem: Problem,
): { scope: Dismissal['scope']; title: string; note: Note }[] {
  const way = (scope: Dismissal['scope'], words: Words, ...args: string[]) => ({
    scope,
    title: say(language, message(words, ...args)),
    note: { ...about(document), dismisses: problem.code, scope, ...problem.span },
  });
  const word = wordOf(document.text, problem);
  return [way('place', NOT_HERE), ...(word === null ? [] : [way('word', NEVER, word)]), way('off', OFF_IN_FOLDER)];
}

/** Ways to correct how a line is read: only for a person who asks, so that no bulb lights on every line of a page. */
export function sayingActions(session: Session, document: OpenDocument, params: CodeActionParams): CodeAction[] {
  const { range, context } = params;
  if (range.start.line !== range.end.line || context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  return sayings(contextOf(session, document).sheet, range.start.line).map(({ says, lines }) => {
    const title = say(session.client.language, message(SAYING_TITLES[says]));
    return {
      title,
      kind: CodeActionKind.RefactorRewrite,
      command: keeping(title, { ...about(document), says, lines }),
    };
  });
}

const about = ({ uri, version }: OpenDocument) => ({ uri, version });
const keeping = (title: string, note: Note): Command => ({ title, command: NOTE, arguments: [note] });

/** Carries out `galley.note`. What cannot be kept is told to the person; nothing is kept of a text that was edited meanwhile. */
export async function keepNote(
  session: Session,
  { arguments: [note] = [] }: ExecuteCommandParams,
): Promise<requests.KeptNote> {
  const { uri, version, says, lines = [] } = note as Note;
  const document = session.documents.get(uri);
  if (document?.version !== version) {
    session.connection.window.showWarningMessage(say(session.client.language, message(EDITED)));
    return null;
  }
  if (says) return session.notes.add(uri, ({ path }, at) => corrections(document, says, lines, path, at));
  const dismissal = await dismissed(session, document, note as Note);
  if (!dismissal) return null;
  const where = (home: Home): string => (dismissal.scope === 'place' ? home.path : folderAt(uri, home));
  return session.notes.add(uri, (home, at) => [dismissalEntry(where(home), dismissal, at)]);
}

function corrections(
  { text }: OpenDocument,
  says: Saying,
  lines: readonly number[],
  file: string,
  at: string,
): Entry[] {
  const places = printed(text);
  return places.flatMap((place, index) =>
    lines.includes(place.at) ? [correctionEntry(file, { says, anchor: anchorOf(places, index) }, at)] : [],
  );
}

async function dismissed(session: Session, document: OpenDocument, note: Note): Promise<Dismissal | null> {
  const { dismisses: rule = '', scope } = note;
  if (scope === 'off') return { scope, rule };
  const settings = await session.settings.of(document.uri);
  // Those that were dismissed already count, too: a place's number is among all.
  const all = problems(contextOf(session, document), settings);
  const is = ({ code, span }: Problem): boolean => code === rule && span.from === note.from && span.to === note.to;
  const problem = all.find(is);
  if (!problem) return null;
  if (scope !== 'word') return dismissalOf(document.text, all, problem);
  const word = wordOf(document.text, problem);
  return word === null ? null : { scope, rule, word };
}

/** What makes sense to say of a line, for the client's own commands. */
export const sayingsAt = (
  session: Session,
  document: OpenDocument,
  { line }: requests.SayingsAtParams,
): requests.SayingsAtResult =>
  sayings(contextOf(session, document).sheet, line).map(({ says, lines }) => ({
    says,
    title: say(session.client.language, message(SAYING_TITLES[says])),
    note: { ...about(document), says, lines },
  }));

/** Everything that was said of the texts of the workspace and of the open documents, for a list to go through. */
export async function listNotes(session: Session): Promise<requests.ListNotesResult> {
  const { notes, documents, workspace } = session;
  notes.ledgers.changed();
  // One file of each folder: those beside it have the same ledger.
  const byFolder = new Map([...workspace.issue.digests()].map(({ file }) => [folderOf(file), workspace.uriOf(file)]));
  const uris = [...byFolder.values(), ...documents.all().map(({ uri }) => uri)];
  const homes = await Promise.all(uris.map((uri) => notes.ledgers.home(uri)));
  const lists = [...new Set([...homes.map(({ folder }) => folder), null])].map(async (folder) => {
    const { entries } = await notes.ledgers.read(folder);
    return entries.map(
      (entry): requests.ListedNote => ({ ...said(session, entry), folder, ...placed(session, folder, entry) }),
    );
  });
  return (await Promise.all(lists)).flat().sort((a, b) => (a.at < b.at ? 1 : -1));
}

const said = ({ client }: Session, entry: Entry) => ({
  id: JSON.stringify(entry),
  at: entry.at,
  words: say(client.language, described(entry)),
  about: entry.file ?? entry.folder ?? '',
});

/** The file and, where it is open, the line; null where that is not found any more. */
function placed(
  { documents, workspace }: Session,
  folder: string | null,
  { file, anchor }: Entry,
): Pick<requests.ListedNote, 'uri' | 'line'> {
  if (file === undefined || !anchor) return {};
  const uri = workspace.uriOf(folder === null ? file : fileOf(within(folder, file)));
  const document = documents.get(uri);
  if (!document) return { uri };
  const lines = printed(document.text);
  const [index] = found(lines, [anchor]);
  return { uri, line: index === null ? null : lines[index].at };
}

const within = (folder: string, path: string): string =>
  [folder.replace(/\/$/, ''), ...path.split('/').map(encodeURIComponent)].join('/');

export async function removeNotes(session: Session, { folder, ids }: requests.RemoveNotesParams): Promise<null> {
  await session.notes.remove(folder, new Set(ids));
  return null;
}

/** How many of these notes still stand. */
export async function countNotes({ notes }: Session, { kept }: requests.CountNotesParams): Promise<number> {
  const folders = [...new Set(kept.map(({ folder }) => folder))];
  const ledgers = await Promise.all(folders.map((folder) => notes.ledgers.read(folder)));
  const standing = ledgers.map(({ entries }) => new Set(entries.map((entry) => JSON.stringify(entry))));
  return kept.filter(({ folder, ids }) => ids.some((id) => standing[folders.indexOf(folder)].has(id))).length;
}

/** Takes back what was said last; answers in words what that was, empty where there is nothing. */
export async function undoNote(session: Session, { uri }: requests.FileParams): Promise<requests.UndoNoteResult> {
  const entries = await session.notes.undo(uri);
  return entries.map((entry) => say(session.client.language, described(entry)));
}

const NOT_HERE: Words = { en: 'Not a problem here', zh: '此处没有问题' };
const NEVER: Words = { en: 'Never this word: {0}', zh: '不再提示此词：{0}' };
const OFF_IN_FOLDER: Words = { en: 'This rule off in this folder', zh: '在此文件夹中不用此规则' };
const OF_RULE: Words = { en: '{0} ({1})', zh: '{0}（{1}）' };
const EDITED: Words = {
  en: 'The text was edited meanwhile; nothing was kept.',
  zh: '文本在此期间已被修改，未作保存。',
};
