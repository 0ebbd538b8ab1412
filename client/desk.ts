import * as vscode from 'vscode';
import * as requests from '../server/lsp/requests';
import { applied } from './applying';
import { type Desk, deskPage } from './deskPage';
import { type Choices, choicesFor, NO_CHOICES, problemsIn } from './deskQuestions';
import { type Change, type Item, inverseOf, nextItem, preview } from './deskQueue';
import { columnOf, isShownBy, replacements, showBeside } from './deskText';
import { isOf, newspaperInFront } from './editors';
import { pageName } from './issueNode';
import type { Overviews } from './overviews';
import { openPanel, type Panel, reading } from './panel';
import type { Server } from './server';

const ID = 'galley.desk';

/** The command that opens the correction desk on the text a person is in, and, open, goes on with that text. */
export function deskCommand(context: vscode.ExtensionContext, server: Server, overviews: Overviews): vscode.Disposable {
  let desk: CorrectionDesk | undefined;
  const opened = (panel?: vscode.WebviewPanel): CorrectionDesk => {
    if (desk) return desk;
    desk = new CorrectionDesk(context, server, overviews, panel);
    desk.onDidClose(() => {
      desk = undefined;
    });
    return desk;
  };
  const command = vscode.commands.registerCommand('galley.desk', async () => {
    const editor = await newspaperInFront();
    if (editor) await opened().take(editor.document, editor.document.offsetAt(editor.selection.start));
  });
  const act = vscode.commands.registerCommand('galley.desk.act', (what: string) => desk?.act(what));
  const serializer = vscode.window.registerWebviewPanelSerializer(ID, {
    deserializeWebviewPanel: (panel) => opened(panel).resume(),
  });
  return vscode.Disposable.from(command, act, serializer, { dispose: () => desk?.dispose() });
}

/** How far a person came with a text; kept with the workspace. */
interface Progress {
  readonly uri: string;
  readonly at: number;
  readonly skipped: readonly string[];
  readonly fixed: number;
  /** What was dismissed: it may be taken back anywhere, and counts no more then. */
  readonly kept: readonly requests.RemoveNotesParams[];
}

const begun = (uri: string, at: number): Progress => ({ uri, at, skipped: [], fixed: 0, kept: [] });

interface Step {
  readonly before: Progress;
  /** The document's version before and after it. */
  readonly stood: number;
  readonly version: number;
  /** What takes a fix back. */
  readonly inverse?: readonly Change[];
  /** What takes a dismissal back. */
  readonly note?: requests.RemoveNotesParams;
}

/** Takes up the problems of a text one by one. What is decided lies in the text and its ledger; only skips are the desk's own. */
class CorrectionDesk {
  private readonly panel: Panel;
  private document: vscode.TextDocument | undefined;
  private progress = begun('', 0);
  private steps: Step[] = [];
  /** The problem that is taken up, in the document of `version`. */
  private item: Item | undefined;
  private version = -1;
  private choices: Choices = NO_CHOICES;
  private next: (NonNullable<Desk['next']> & { readonly uri: string }) | undefined;
  /** What the page shows of it: only what was pressed at the sight of this counts for it. */
  private sight = '';
  private drawing: Promise<void> = Promise.resolve();
  private acting: Promise<void> = Promise.resolve();
  private stale = false;
  /** Whether the problem is to be selected in its text: not while a person writes there. */
  private shows = false;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: Server,
    private readonly overviews: Overviews,
    restored?: vscode.WebviewPanel,
  ) {
    const wish = {
      id: ID,
      title: vscode.l10n.t('Correction Desk'),
      style: 'desk.css',
      column: vscode.ViewColumn.Beside,
      stays: true,
    };
    this.panel = openPanel(context, { ...wish, restored }, (act, sight) => void this.act(act, sight));
    this.panel.show(reading());
    const isOurs = (uri: vscode.Uri): boolean => uri.toString() === this.document?.uri.toString();
    const subscription = vscode.Disposable.from(
      vscode.languages.onDidChangeDiagnostics(({ uris }) => void (uris.some(isOurs) && this.draw())),
      vscode.workspace.onDidChangeTextDocument(({ document }) => void (isOurs(document.uri) && this.draw())),
      server.onDidChangeIssue(() => void this.draw()),
    );
    this.onDidClose(() => subscription.dispose());
  }

  onDidClose(listener: () => void): void {
    this.panel.panel.onDidDispose(listener);
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** Goes on with this document from an offset. */
  async take(document: vscode.TextDocument, at: number): Promise<void> {
    const uri = document.uri.toString();
    if (uri !== this.progress.uri) {
      this.steps = [];
      const kept = this.context.workspaceState.get<Progress>(ID);
      this.progress = { ...begun(uri, at), ...(kept?.uri === uri && kept) };
    }
    this.document = document;
    this.keep({ at });
    void this.panel.focus();
    await this.draw(true);
  }

  /** Goes on where a person was when the window was closed. */
  async resume(): Promise<void> {
    const kept = this.context.workspaceState.get<Progress>(ID);
    if (!kept) return this.dispose();
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(kept.uri));
    await vscode.window.showTextDocument(document, { viewColumn: columnOf(this.document), preserveFocus: true });
    await this.take(document, kept.at);
  }

  /**
   * What a button or key of the page says: `accept N`, `dismiss SCOPE`, `skip`, `undo`, `edit`, `review`, `rule`, `next`, and
   * at what sight. One after the other: who is quicker than we are loses nothing.
   */
  act(what: string, sight?: string): Promise<void> {
    this.acting = this.acting.catch(() => undefined).then(() => this.acted(what, sight));
    return this.acting;
  }

  private async acted(what: string, sight = this.sight): Promise<void> {
    const [name, choice] = what.split(' ');
    if (name === 'next') return this.goOn();
    if (name === 'undo') return this.undo();
    if (name === 'review') return void this.review();
    await this.drawnLast();
    const { document, item } = this;
    if (!document || !item || document.version !== this.version) return;
    // What was pressed before this problem could be seen is not meant for it.
    if (sight !== this.sight) return;
    if (name === 'edit') return this.edit(item);
    if (name === 'rule') return void vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(item.page ?? ''));
    const { progress } = this;
    const { key, from: at } = item;
    const stood = document.version;
    const took = (what: Partial<Progress>, back: Pick<Step, 'inverse' | 'note'> = {}): Promise<void> => {
      this.steps.push({ before: { ...progress, at }, stood, version: document.version, ...back });
      this.keep({ at, ...what });
      return this.draw(true);
    };
    if (name === 'accept') {
      const fix = this.choices.fixes[Number(choice)];
      const inverse = fix && inverseOf(document.getText(), fix.changes);
      if (!inverse || !(await applied(document, replacements(document, fix.changes)))) return;
      if (fix.log) await vscode.commands.executeCommand('galley.log', fix.log);
      return took({ fixed: progress.fixed + 1 }, { inverse });
    }
    if (name === 'dismiss') {
      const way = this.choices.dismissals.find(({ scope }) => scope === choice);
      const note = way && (await vscode.commands.executeCommand<requests.KeptNote>('galley.note', way.note));
      return note ? took({ kept: [...progress.kept, note] }, { note }) : undefined;
    }
    return took({ at: at + 1, skipped: [...new Set([...progress.skipped, key])] });
  }

  private async undo(): Promise<void> {
    const step = this.steps.at(-1);
    const { document } = this;
    if (!step || !document) return;
    if (step.inverse) {
      if (document.version !== step.version) {
        const edited = vscode.l10n.t('The text was edited since: undo there.');
        return void vscode.window.showInformationMessage(edited);
      }
      // Not by the editor's own command, which is for whatever has the focus.
      if (!(await applied(document, replacements(document, step.inverse)))) return;
    } else if (step.note) await this.server.ask<requests.RemoveNotesParams, null>(requests.removeNotes, step.note);
    this.steps.pop();
    // What stood before it stands again, under a new number.
    const { version } = document;
    this.steps = this.steps.map((other) => (other.version === step.stood ? { ...other, version } : other));
    this.keep(step.before);
    await this.draw(true);
  }

  private async review(): Promise<void> {
    const gone = await vscode.commands.executeCommand<boolean>('galley.reviewNotes');
    if (!gone) await this.panel.regain();
  }

  private async goOn(): Promise<void> {
    if (!this.next) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(this.next.uri));
    await vscode.window.showTextDocument(document, { viewColumn: columnOf(this.document), preserveFocus: true });
    await this.take(document, 0);
  }

  /** Shows the problem to be taken up; one call after the other, and those that came together as one. */
  private draw(shows = false): Promise<void> {
    this.shows ||= shows;
    this.stale = true;
    this.drawing = this.drawing.catch(() => undefined).then(() => (this.stale ? this.drawn() : undefined));
    return this.drawing;
  }

  /** Until nothing is left to be drawn: where the text was edited, the same problem stands elsewhere. */
  private async drawnLast(): Promise<void> {
    let { drawing } = this;
    for (await drawing; drawing !== this.drawing; await drawing) drawing = this.drawing;
  }

  private async drawn(): Promise<void> {
    const { document, progress, shows } = this;
    this.stale = false;
    this.shows = false;
    const started = document?.version;
    // Where the text is edited meanwhile, that draws again: but whoever writes there keeps the cursor.
    const again = () => {
      this.shows ||= shows && document?.version === started;
    };
    const found = document && (await problemsIn(this.server, document));
    if (!found) return again();
    const { version } = document;
    const item = nextItem(found, progress.at, new Set(progress.skipped));
    const choices = item ? await choicesFor(this.server, document, item) : NO_CHOICES;
    const next = item ? undefined : await this.nextPage(document);
    const dismissed = await this.dismissed();
    if (document.version !== version || document !== this.document) return again();
    Object.assign(this, { item, choices, next, version });
    // Problems look alike: how many were taken up before tells them apart.
    const titles = choices.fixes.map(({ title }) => title);
    this.sight = [progress.uri, this.steps.length, item?.key, ...titles].join('\n');
    if (shows && item) await showBeside(document, item);
    this.panel.show(deskPage(this.page(document, found.length, dismissed), vscode.l10n));
  }

  private page(document: vscode.TextDocument, left: number, dismissed: number): Desk {
    const { item, steps, next, progress } = this;
    const text = document.getText();
    return {
      file: vscode.workspace.asRelativePath(document.uri),
      item,
      sight: this.sight,
      context:
        item && !isShownBy(this.choices.fixes[0]?.changes ?? [], item) ? preview(text, [{ ...item, insert: '' }]) : [],
      fixes: this.choices.fixes.map(({ title, changes }) => ({ title, preview: preview(text, changes) })),
      dismissals: this.choices.dismissals,
      fixed: progress.fixed,
      dismissed,
      left,
      canUndo: steps.length > 0,
      next,
    };
  }

  private async dismissed(): Promise<number> {
    const { kept } = this.progress;
    if (kept.length === 0) return 0;
    return (await this.server.ask<requests.CountNotesParams, number>(requests.countNotes, { kept })) ?? 0;
  }

  private async nextPage({ uri }: vscode.TextDocument) {
    const edition = await this.overviews.edition({ uri: uri.toString() });
    const page = edition?.leaves.find((page) => page.problems > 0 && !isOf(uri, page.uri));
    return page && { uri: page.uri, name: pageName(page, vscode.l10n), problems: page.problems };
  }

  /** Gives the text the focus, once the problem is selected there: what is typed at once must not land elsewhere. */
  private async edit(item: Item): Promise<void> {
    const { document } = this;
    if (!document) return;
    await showBeside(document, item);
    await vscode.window.showTextDocument(document, columnOf(document));
  }

  private keep(more: Partial<Progress>): void {
    this.progress = { ...this.progress, ...more };
    void this.context.workspaceState.update(ID, this.progress);
  }
}
