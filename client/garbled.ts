import * as vscode from 'vscode';
import { DETECT_LENGTH, detect } from '../server/parse/detect';

/** The encodings that an archive's files may be in without saying so. */
const ENCODINGS = ['gb18030', 'big5'] as const;
/** At least so many characters that are none; fewer are damage in single places. */
const LEAST = 8;
/** And at least this share of them. */
const SHARE = 0.05;
/** No larger file is read only to be looked at. */
const MOST_BYTES = 8_000_000;

/**
 * Whether the file of a document that VS Code read in the wrong encoding holds newspaper text: in what is shown of it there
 * is no sign of that. `beginning` is what is shown.
 */
export async function isGarbledNewspaper({ uri, isDirty }: vscode.TextDocument, beginning: string): Promise<boolean> {
  const lost = beginning.match(/\uFFFD/g)?.length ?? 0;
  if (isDirty || uri.scheme === 'untitled' || lost < LEAST || lost < beginning.length * SHARE) return false;
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > MOST_BYTES) return false;
    // Of two bytes for a character, mostly.
    const bytes = (await vscode.workspace.fs.readFile(uri)).subarray(0, 2 * DETECT_LENGTH);
    return ENCODINGS.some((encoding) => detect(new TextDecoder(encoding).decode(bytes)));
  } catch {
    // A file that cannot be read again is what it is shown as.
    return false;
  }
}
