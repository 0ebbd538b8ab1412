import * as vscode from 'vscode';
import { DETECT_LENGTH, detect } from '../server/parse/detect';
import { Choices } from './choices';
import { LANGUAGE } from './editors';
import { isGarbledNewspaper } from './garbled';
import { base } from './scan/paths';

const PLAIN = 'plaintext';
/** So much text put in at once is a paste, and worth a look; typing is not. */
const PASTE = 200;

/**
 * Turns plain text that reads as a newspaper's into `newspaper`, as `galley.detect` says. A document's language that a person
 * chose stands: it is remembered, and given again when the document is opened another time.
 */
export function detectNewspapers(memory: vscode.Memento): vscode.Disposable[] {
  const choices = new Choices(memory);
  /** The language that each open document was last seen with. */
  const seen = new Map<string, string>();
  const ours = new Set<string>();

  async function opened(document: vscode.TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const before = seen.get(uri);
    seen.set(uri, document.languageId);
    // A change of language closes a document and opens it anew; one that is not ours is a person's.
    if (before === undefined || before === document.languageId) return judge(document);
    if (!ours.delete(uri)) await choices.keep(uri, document.languageId === LANGUAGE);
  }

  async function judge(document: vscode.TextDocument): Promise<void> {
    if (document.languageId !== PLAIN || !isFile(document)) return;
    const uri = document.uri.toString();
    const chosen = choices.of(uri);
    if (chosen === false) return;
    const mode = vscode.workspace.getConfiguration('galley', document).get<string>('detect');
    if (chosen === undefined) {
      if (mode === 'off' || !(await readsLikeOne(document))) return;
      if (mode === 'ask' && !(await agreed(document, choices))) return;
    }
    if (document.isClosed || document.languageId !== PLAIN) return;
    ours.add(uri);
    try {
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
    } catch {
      // It was closed meanwhile: the next change of its language will not be ours.
      ours.delete(uri);
    }
  }

  function closed({ uri }: vscode.TextDocument): void {
    // Only when it does not come back at once, as it does in a change of language.
    setTimeout(() => {
      const gone = !vscode.workspace.textDocuments.some((other) => other.uri.toString() === uri.toString());
      if (gone) seen.delete(uri.toString());
    });
  }

  // Not while the editor starts and waits for us; what is opened meanwhile was looked at already.
  setTimeout(() => {
    for (const document of vscode.workspace.textDocuments)
      if (!seen.has(document.uri.toString())) void opened(document);
  });
  return [
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidCloseTextDocument(closed),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some(({ text }) => text.length >= PASTE)) void judge(document);
    }),
  ];
}

/** Files and new documents; not the output panel, a terminal's text or the like. */
const isFile = ({ uri }: vscode.TextDocument): boolean =>
  uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;

/** As much as `detect` looks at, without making one string of a document of any size. */
function beginning(document: vscode.TextDocument): string {
  const lines: string[] = [];
  let length = 0;
  for (let line = 0; line < document.lineCount && length < DETECT_LENGTH; line++) {
    const { text } = document.lineAt(line);
    lines.push(text);
    length += text.length + 1;
  }
  return lines.join('\n');
}

async function readsLikeOne(document: vscode.TextDocument): Promise<boolean> {
  const text = beginning(document);
  return detect(text) || isGarbledNewspaper(document, text);
}

/** A question closed without an answer is not put again for this document until the window is opened anew. */
async function agreed(document: vscode.TextDocument, choices: Choices): Promise<boolean> {
  const uri = document.uri.toString();
  if (choices.asked.has(uri)) return false;
  choices.asked.add(uri);
  const yes = vscode.l10n.t('Yes');
  const no = vscode.l10n.t('No');
  const name = base(document.uri.path);
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('{0} looks like newspaper text. Show its articles and continuations?', name),
    yes,
    no,
  );
  if (answer !== undefined) await choices.keep(uri, answer === yes);
  return answer === yes;
}
