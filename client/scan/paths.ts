/** What the name of a page's original may be made of. */
export interface PageFacts {
  /** The text file's path, `/` between its folders, as URIs have it. */
  readonly path: string;
  /** The path of the workspace's folder that holds it, or null. */
  readonly root: string | null;
  /** As printed or told by the path: `02`, `A2`; empty where neither tells. */
  readonly label: string;
  /** ISO 8601, or null. */
  readonly date: string | null;
  readonly paper: string | null;
}

/** The endings that can be shown, the likeliest first: of several files with one name the first of these is taken. */
export const ENDINGS = ['jpg', 'jpeg', 'png', 'webp', 'avif', 'gif', 'bmp', 'pdf', 'tif', 'tiff'] as const;

/** A place to look: a folder, and a file's name there. */
export interface Candidate {
  readonly folder: string;
  /** With an ending of its own, or without: any of `ENDINGS` will do then. Letters may be large or small. */
  readonly name: string;
}

/** What a pattern of `galley.scan.path` comes to for one page. */
export interface Resolved {
  readonly candidates: readonly Candidate[];
  /** Whether another page would have another file: if not, the file holds the whole issue. */
  readonly ofPage: boolean;
  /** Variables that nobody knows, and those that nothing is known for. */
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
}

const PER_PAGE = new Set(['page', 'fileBasenameNoExtension']);

/**
 * Fills in a pattern: VS Code's variables for files, and `${page}`, `${date}`, `${year}`, `${month}`, `${day}`, `${paper}`. It is
 * relative to the text file's folder unless it begins with `/` or a drive. A page's number is tried as printed and with up to
 * two zeros before it.
 */
export function resolved(pattern: string, facts: PageFacts): Resolved {
  const values = valuesOf(facts);
  const used = [...new Set([...pattern.matchAll(VARIABLE)].map(([, name]) => name))];
  const known = used.filter((name) => name in values);
  const missing = known.filter((name) => !values[name]);
  const unknown = used.filter((name) => !(name in values));
  const pages = used.includes('page') ? labels(facts.label) : [''];
  const fill = (page: string) =>
    pattern.replace(VARIABLE, (_, name) => (name === 'page' ? page : (values[name] ?? '')));
  const candidates = missing.length + unknown.length > 0 ? [] : pages.map((page) => placed(fill(page), facts.path));
  return { candidates, ofPage: used.some((name) => PER_PAGE.has(name)), unknown, missing };
}

const VARIABLE = /\$\{([^}]*)\}/g;

function valuesOf({ path, root, label, date, paper }: PageFacts): Record<string, string> {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  const folder = parent(path);
  return {
    page: label,
    date: date ?? '',
    year,
    month,
    day,
    paper: (paper ?? '').replace(/[/\\]/g, ' '),
    fileBasenameNoExtension: stem(base(path)),
    fileDirname: folder,
    fileDirnameBasename: base(folder),
    workspaceFolder: root ?? '',
  };
}

/** 02 may be written 02, 2 and 002 in a file's name, A2 also A02. */
export function labels(label: string): string[] {
  const [, letters, number] = /^(.*?)0*(\d+)$/.exec(label) ?? [];
  if (number === undefined) return [label];
  return [...new Set([label, ...[1, 2, 3].map((width) => letters + number.padStart(width, '0'))])];
}

function placed(filled: string, text: string): Candidate {
  const plain = filled.trim().replace(/\\/g, '/');
  const absolute = /^(?:\/|[A-Za-z]:\/)/.test(plain);
  const path = plainPath(absolute ? plain.replace(/^(?=[A-Za-z]:)/, '/') : `${parent(text)}/${plain}`);
  return { folder: parent(path), name: base(path) };
}

/** Where a file of the same name is looked for when nothing is set: beside the text, and in what `inSibling` allows. */
export const besideText = ({ path }: PageFacts): Candidate => ({ folder: parent(path), name: stem(base(path)) });

/**
 * Whether a folder beside the text (or beside the text's own folder) may hold the originals of these very pages. A folder with a
 * number in its name is another day's or another page's.
 */
export const mayHoldScans = (folder: string): boolean => !/\d/.test(folder) && !/^[.]|^node_modules$/.test(folder);

/** Whether a file is what a candidate names; `rank` orders several. */
export function rank(candidate: Candidate, file: string): number {
  const ending = endingOf(file);
  const at = (ENDINGS as readonly string[]).indexOf(ending);
  if (at < 0) return -1;
  const wanted = candidate.name.normalize('NFC').toLowerCase();
  const found = file.normalize('NFC').toLowerCase();
  return found === wanted || stem(found) === wanted ? at : -1;
}

export const endingOf = (file: string): string => /\.([^.]+)$/.exec(file)?.[1].toLowerCase() ?? '';
export const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
export const parent = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '/';
const stem = (name: string): string => name.replace(/(?<=.)\.[^.]*$/, '');

/** Without `.`, `..` and doubled slashes. */
function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
