import * as vscode from 'vscode';
import * as requests from '../server/lsp/requests';
import { isNewspaper, newspaperEditor } from './editors';
import { base } from './scan/paths';
import type { Server } from './server';

const SCHEME = 'galley-story';
/** By it package.json knows the language of a story, under which its lines are wrapped. */
const FOLDER = '/galley-story';

/**
 * `galley.wholeStory`: an article joined over all its pages, as a document that cannot be edited and follows the pages. It
 * holds nothing but the story's words; where each part came from stands above it, as a lens that leads there.
 */
export function stories({ extension }: vscode.ExtensionContext, server: Server): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  /** What stands above the lines and what colours them, which come with the text. */
  const restChanged = new vscode.EventEmitter<void>();
  const known = new Map<string, requests.WholeStoryResult>();

  async function ask(story: vscode.Uri): Promise<requests.WholeStoryResult | undefined> {
    const params = paramsOf(story);
    const before = known.get(story.toString());
    // An article whose first words are edited has another id: it is then asked for by where it stood.
    const first = before?.parts.find(({ uri }) => uri === params.uri)?.first;
    const result = (await joined(params)) ?? (first === undefined ? null : await joined({ ...params, article: first }));
    // What is not known for a moment, as while a page is edited, stays as it was.
    if (result) known.set(story.toString(), result);
    restChanged.fire();
    return known.get(story.toString());
  }

  const joined = (params: requests.WholeStoryParams) =>
    server.ask<requests.WholeStoryParams, requests.WholeStoryResult | null>(requests.wholeStory, params);

  async function show(uri?: string, article?: string | number): Promise<void> {
    const editor = newspaperEditor();
    const of = uri ?? editor?.document.uri.toString();
    const at = article ?? editor?.selection.active.line;
    const result = of === undefined || at === undefined ? undefined : await joined({ uri: of, article: at });
    if (!result || of === undefined) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('There is no article here.'), 3000);
      return;
    }
    const query = new URLSearchParams({ uri: of, article: result.article }).toString();
    const story = vscode.Uri.from({ scheme: SCHEME, path: `${FOLDER}/${result.title.replace(/[/\\]/g, ' ')}`, query });
    known.set(story.toString(), result);
    const document = await vscode.workspace.openTextDocument(story);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  const types: readonly { readonly id: string }[] = extension.packageJSON.contributes.semanticTokenTypes;
  const legend = new vscode.SemanticTokensLegend(types.map(({ id }) => id));
  const follow = () => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === SCHEME) changed.fire(uri);
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return vscode.Disposable.from(
    changed,
    restChanged,
    vscode.commands.registerCommand('galley.wholeStory', show),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => (await ask(uri))?.text ?? '',
    }),
    vscode.languages.registerCodeLensProvider(
      { scheme: SCHEME },
      {
        onDidChangeCodeLenses: restChanged.event,
        provideCodeLenses: ({ uri }) => (known.get(uri.toString())?.parts ?? []).map(lensOf),
      },
    ),
    vscode.languages.registerDocumentSemanticTokensProvider(
      { scheme: SCHEME },
      {
        onDidChangeSemanticTokens: restChanged.event,
        provideDocumentSemanticTokens: (document) => tokensOf(document, known.get(document.uri.toString()), legend),
      },
      legend,
    ),
    server.onDidChangeIssue(follow),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!isNewspaper(document)) return;
      clearTimeout(waiting);
      waiting = setTimeout(follow, REST_MS);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
  );
}

/** Typing rests so long before a story follows it. */
const REST_MS = 300;

function paramsOf({ query }: vscode.Uri): requests.WholeStoryParams {
  const params = new URLSearchParams(query);
  return { uri: params.get('uri') ?? '', article: params.get('article') ?? '' };
}

/** The story's colours, as soon as the document is the story that is known. */
function tokensOf(
  document: vscode.TextDocument,
  story: requests.WholeStoryResult | undefined,
  legend: vscode.SemanticTokensLegend,
): vscode.SemanticTokens | undefined {
  if (document.getText() !== story?.text) return undefined;
  const builder = new vscode.SemanticTokensBuilder(legend);
  for (const { from, to, type } of story.tokens)
    builder.push(new vscode.Range(document.positionAt(from), document.positionAt(to)), type);
  return builder.build();
}

function lensOf({ uri, page, first, last, line, found }: requests.WholeStoryResult['parts'][number]): vscode.CodeLens {
  const source = vscode.Uri.parse(uri);
  const name = base(source.path);
  const title = !found
    ? vscode.l10n.t('{0} cannot be read: this part is missing', name)
    : page
      ? vscode.l10n.t('Page {0} · {1}, lines {2} to {3}', page, name, first + 1, last + 1)
      : vscode.l10n.t('{0}, lines {1} to {2}', name, first + 1, last + 1);
  const selection = new vscode.Range(first, 0, first, 0);
  return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
    title,
    command: 'vscode.open',
    arguments: [source, { selection, viewColumn: vscode.ViewColumn.One }],
  });
}
