import * as vscode from 'vscode';
import * as requests from '../server/lsp/requests';
import { type Desk, deskPage } from './deskPage';
import { type Change, type Item, items, nextItem, preview } from './deskQueue';
import { newspaperInFront, sent } from './editors';
import { pageName } from './issueNode';
import type { Overviews } from './overviews';
import { openPanel, type Panel } from './panel';
import { problemsOf } from './problems';
import type { Server } from './server';

const MEMORY = 'galley.desk.dismissed';
/** Dismissed problems that are remembered, the latest of all files. */
const REMEMBERED = 2000;
/** How long after a fix the problems found before it may still be the last ones known. */
const SETTLE_MS = 3000;

/** The command that opens the correction desk on the text a person is in, and, open, goes on with that text. */
export function deskCommand(context: vscode.ExtensionContext, server: Server, overviews: Overviews): vscode.Disposable {
  let desk: CorrectionDesk | undefined;
  const command = vscode.commands.registerCommand('galley.desk', async () => {
    const editor = await newspaperInFront();
    if (!editor) return;
    if (!desk) {
      desk = new CorrectionDesk(context, server, overviews);
      desk.onDidClose(() => {
        desk = undefined;
      });
    }
    await desk.take(editor.document, editor.document.offsetAt(editor.selection.start));
  });
  const act = vscode.commands.registerCommand('galley.desk.act', (what: string) => desk?.act(what));
  return vscode.Disposable.from(command, act, { dispose: () => desk?.dispose() });
}

interface Step {
  readonly what: 'accept' | 'dismiss' | 'skip';
  readonly key: string;
  readonly at: number;
  /** The document's version after it. */
  readonly version: number;
}

/** Takes up the problems of a text one by one; what was dismissed is remembered with the workspace. */
class CorrectionDesk {
  private readonly panel: Panel;
  private readonly subscription: vscode.Disposable;
  private document: vscode.TextDocument | undefined;
  private item: Item | undefined;
  private fixes: readonly Offered[] = [];
  private at = 0;
  private readonly skipped = new Set<string>();
  private steps: Step[] = [];
  private settling: ReturnType<typeof setTimeout> | undefined;
  private next: { readonly uri: string; readonly name: string; readonly problems: number } | undefined;
  private turn = 0;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: Server,
    private readonly overviews: Overviews,
  ) {
    const title = vscode.l10n.t('Correction Desk');
    const wish = { id: 'galley.desk', title, style: 'desk.css', column: vscode.ViewColumn.Beside };
    this.panel = openPanel(context, wish, (act) => void this.act(act));
    this.subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((uri) => uri.toString() === this.document?.uri.toString())) return;
      clearTimeout(this.settling);
      this.settling = undefined;
      void this.draw();
    });
    this.onDidClose(() => {
      clearTimeout(this.settling);
      this.subscription.dispose();
    });
  }

  onDidClose(listener: () => void): void {
    this.panel.panel.onDidDispose(listener);
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** Goes on with this document from an offset. */
  async take(document: vscode.TextDocument, at: number): Promise<void> {
    if (document.uri.toString() !== this.document?.uri.toString()) this.steps = [];
    this.document = document;
    this.at = at;
    this.panel.panel.reveal();
    await this.draw();
  }

  /** What a button or key of the page says: `accept N`, `skip`, `dismiss`, `undo`, `edit`, `next`. */
  async act(what: string): Promise<void> {
    const [name, index] = what.split(' ');
    if (name === 'next') return this.goOn();
    if (name === 'undo') return this.undo();
    // Until the fix before it was looked at, no problem is known to stand where it did.
    if (!this.document || !this.item || this.settling) return;
    const { key, from } = this.item;
    if (name === 'edit') return void (await this.show(false));
    if (name === 'accept') return this.accept(this.fixes[Number(index)]);
    if (name === 'dismiss') await this.remember([...this.dismissed, this.nameOf(key)]);
    else this.skipped.add(this.nameOf(key));
    this.steps.push({ what: name === 'dismiss' ? 'dismiss' : 'skip', key, at: from, version: this.document.version });
    this.at = from + 1;
    await this.draw();
  }

  private async accept(fix: Offered | undefined): Promise<void> {
    const { document, item } = this;
    if (!fix || !document || !item) return;
    const edit = new vscode.WorkspaceEdit();
    for (const change of fix.changes) edit.replace(document.uri, rangeIn(document, change), change.insert);
    this.settle();
    await vscode.workspace.applyEdit(edit);
    this.steps.push({ what: 'accept', key: item.key, at: item.from, version: document.version });
    this.at = item.from;
  }

  private async undo(): Promise<void> {
    const step = this.steps.pop();
    const { document } = this;
    if (!step || !document) return;
    if (step.what === 'accept') {
      if (document.version !== step.version) {
        this.steps.push(step);
        const edited = vscode.l10n.t('The text was edited since: undo there.');
        return void vscode.window.showInformationMessage(edited);
      }
      this.settle();
      await this.show(false);
      await vscode.commands.executeCommand('undo');
      this.panel.panel.reveal();
      // The step before it was taken at the version that stands again, under a new number.
      this.steps = this.steps.map((earlier, i) =>
        i === this.steps.length - 1 ? { ...earlier, version: document.version } : earlier,
      );
    } else if (step.what === 'dismiss')
      await this.remember(this.dismissed.filter((key) => key !== this.nameOf(step.key)));
    else this.skipped.delete(this.nameOf(step.key));
    this.at = step.at;
    if (step.what !== 'accept') await this.draw();
  }

  private async goOn(): Promise<void> {
    if (!this.next) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(this.next.uri));
    await vscode.window.showTextDocument(document, { viewColumn: this.column(), preserveFocus: true });
    await this.take(document, 0);
  }

  /** Waits for the problems to be found anew; not for ever, as a fix may leave them as they were. */
  private settle(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.settling = undefined;
      void this.draw();
    }, SETTLE_MS);
  }

  private async draw(): Promise<void> {
    const { document } = this;
    if (!document || this.settling) return;
    const turn = ++this.turn;
    const text = document.getText();
    const problems = problemsOf(document.uri).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint);
    const all = items(
      problems.map(({ range, code, message }) => ({
        code: String(typeof code === 'object' ? code.value : (code ?? '')),
        message,
        from: document.offsetAt(range.start),
        to: document.offsetAt(range.end),
      })),
      (from, to) => text.slice(from, to),
    );
    const named = (keys: Iterable<string>) =>
      new Set(all.filter(({ key }) => new Set(keys).has(this.nameOf(key))).map(({ key }) => key));
    const setAside = named(this.dismissed);
    const item = nextItem(all, this.at, setAside, named(this.skipped));
    const fixes = item ? await this.fixesOf(document, item) : [];
    const next = item ? undefined : await this.nextPage(document);
    if (turn !== this.turn) return;
    Object.assign(this, { item, fixes, next });
    if (item) await this.show(true);
    this.panel.show(deskPage(this.page(document, all.length - setAside.size, text), vscode.l10n));
  }

  private page(document: vscode.TextDocument, left: number, text: string): Desk {
    const { item, fixes, steps, next } = this;
    const here = item && { from: item.from, to: item.to, insert: '' };
    return {
      file: vscode.workspace.asRelativePath(document.uri),
      item,
      context: here ? preview(text, [here]) : [],
      fixes: fixes.map(({ title, changes }) => ({ title, preview: preview(text, changes) })),
      fixed: steps.filter(({ what }) => what === 'accept').length,
      dismissed: steps.filter(({ what }) => what === 'dismiss').length,
      left,
      canUndo: steps.length > 0,
      next,
    };
  }

  /** In offsets of the document as it stands; none where it is edited while they are looked for. */
  private async fixesOf(document: vscode.TextDocument, { code, from, to }: Item): Promise<Offered[]> {
    const { version } = document;
    const found = await this.server.ask<requests.FixesOfParams, requests.FixesOfResult>(requests.fixesOf, {
      textDocument: { uri: document.uri.toString() },
      range: { start: sent(document.positionAt(from)), end: sent(document.positionAt(to)) },
      code,
    });
    if (!found || document.version !== version) return [];
    const at = ({ line, character }: { line: number; character: number }) =>
      document.offsetAt(new vscode.Position(line, character));
    return found.map(({ title, edits }) => ({
      title,
      changes: edits.map(({ range, newText }) => ({ from: at(range.start), to: at(range.end), insert: newText })),
    }));
  }

  private async nextPage({ uri }: vscode.TextDocument) {
    const edition = await this.overviews.edition({ uri: uri.toString() });
    const page = edition?.leaves.find(
      (page) => page.problems > 0 && vscode.Uri.parse(page.uri).toString() !== uri.toString(),
    );
    return page && { uri: page.uri, name: pageName(page, vscode.l10n), problems: page.problems };
  }

  /** The problem in its text, beside the desk. */
  private async show(preserveFocus: boolean): Promise<void> {
    const { document, item } = this;
    if (!document) return;
    const range = item && rangeIn(document, item);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: this.column(), preserveFocus });
    if (!range) return;
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Where the text stands already, and never over the desk. */
  private column(): vscode.ViewColumn {
    const shown = vscode.window.visibleTextEditors.filter(({ document }) => document.languageId === 'newspaper');
    const own = shown.find(({ document }) => document === this.document) ?? shown[0];
    return own?.viewColumn ?? vscode.ViewColumn.One;
  }

  private nameOf = (key: string): string => `${this.document?.uri.toString()} ${key}`;

  private get dismissed(): string[] {
    return this.context.workspaceState.get(MEMORY, []);
  }

  private remember = (keys: readonly string[]): Thenable<void> =>
    this.context.workspaceState.update(MEMORY, keys.slice(-REMEMBERED));
}

interface Offered {
  readonly title: string;
  readonly changes: readonly Change[];
}

const rangeIn = (document: vscode.TextDocument, { from, to }: { from: number; to: number }): vscode.Range =>
  new vscode.Range(document.positionAt(from), document.positionAt(to));
