import * as vscode from 'vscode';
import { base, besideText, type Candidate, mayHoldScans, type PageFacts, parent, rank, resolved } from './paths';

/** The file that shows a page, or what was looked for in vain. */
export type Found =
  | { readonly uri: vscode.Uri; readonly ofIssue: boolean }
  | {
      readonly uri: undefined;
      readonly lookedFor: readonly string[];
      readonly unknown: readonly string[];
      readonly missing: readonly string[];
    };

/** Folders beside a text that are looked into; an archive with more of them says in the settings where its scans are. */
const MOST_FOLDERS = 40;

/** Looks for the original of a page of `text`: where `galley.scan.path` says, or under the text's own name. */
export async function findOriginal(text: vscode.Uri, facts: PageFacts): Promise<Found> {
  const folders = new Folders(text);
  const pattern = vscode.workspace.getConfiguration('galley', text).get<string>('scan.path', '').trim();
  const { candidates, ofPage, unknown, missing } = pattern
    ? resolved(pattern, facts)
    : { candidates: await sameName(folders, facts), ofPage: true, unknown: [], missing: [] };
  for (const candidate of candidates) {
    const uri = await folders.find(candidate);
    if (uri) return { uri, ofIssue: !ofPage };
  }
  return { uri: undefined, lookedFor: candidates.map(({ folder, name }) => `${folder}/${name}`), unknown, missing };
}

/** Beside the text, in a folder beside it, and in one beside its own folder where that is not one day's. */
async function sameName(folders: Folders, facts: PageFacts): Promise<Candidate[]> {
  const own = besideText(facts);
  const above = parent(own.folder);
  const beside = [own.folder, ...(mayHoldScans(base(own.folder)) && above !== own.folder ? [above] : [])];
  const lists = await Promise.all(
    beside.map(async (folder) =>
      (await folders.below(folder)).filter(mayHoldScans).map((name) => `${folder === '/' ? '' : folder}/${name}`),
    ),
  );
  const others = lists.flat().filter((folder) => folder !== own.folder);
  return [own, ...others.slice(0, MOST_FOLDERS).map((folder) => ({ ...own, folder }))];
}

/** Folders of the file system that a text lies in, each read once. */
class Folders {
  private readonly known = new Map<string, Promise<[string, vscode.FileType][]>>();

  constructor(private readonly text: vscode.Uri) {}

  async find(candidate: Candidate): Promise<vscode.Uri | undefined> {
    const files = (await this.read(candidate.folder)).filter(([, type]) => type & vscode.FileType.File);
    const [best] = files
      .map(([name]) => ({ name, at: rank(candidate, name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    return best && vscode.Uri.joinPath(this.at(candidate.folder), best.name);
  }

  /** The names of the folders in a folder. */
  async below(folder: string): Promise<string[]> {
    return (await this.read(folder)).filter(([, type]) => type & vscode.FileType.Directory).map(([name]) => name);
  }

  private read(folder: string): Promise<[string, vscode.FileType][]> {
    const known = this.known.get(folder) ?? this.list(folder);
    this.known.set(folder, known);
    return known;
  }

  /** Nothing where the folder cannot be read: there is then nothing in it for us. */
  private async list(folder: string): Promise<[string, vscode.FileType][]> {
    try {
      return await vscode.workspace.fs.readDirectory(this.at(folder));
    } catch {
      return [];
    }
  }

  /** On the same machine or virtual file system as the text. */
  private at = (path: string): vscode.Uri => this.text.with({ path, query: '', fragment: '' });
}
