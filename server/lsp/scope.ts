import ignore, { type Ignore } from 'ignore';
import { makeRe } from 'minimatch';
import { URI } from 'vscode-uri';
import type { Files } from './files';
import { nameOf, pathIn } from './uris';

/** What a person's settings say of the files of one workspace folder; `scopeSettings` reads them. */
export interface ScopeSettings {
  /** Patterns, relative to the workspace folder, of what the index leaves out. */
  readonly exclude: readonly string[];
  /** Patterns of what it leaves out where a sibling exists, and the sibling's name: `$(basename)` stands for the file's stem. */
  readonly excludeWhen: readonly (readonly [pattern: string, sibling: string])[];
  readonly gitignore: boolean;
  /** `files.associations`: patterns of names (or of paths, where they hold a slash) and the language each stands for. */
  readonly associations: readonly (readonly [string, string])[];
}

/** For a client that cannot be asked. */
export const NO_SETTINGS: ScopeSettings = {
  exclude: ['**/.git', '**/node_modules'],
  excludeWhen: [],
  gitignore: true,
  associations: [],
};

/** What the client answers for the sections `files`, `search` and `galley.exclude`; what is not understood is not set. */
export function scopeSettings(files: unknown, search: unknown, exclude: unknown): ScopeSettings {
  const section = (value: unknown): Record<string, unknown> =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const listed = Array.isArray(exclude) ? Object.fromEntries(exclude.map((pattern) => [pattern, true])) : exclude;
  const all = [section(files).exclude, section(search).exclude, listed].flatMap((value) =>
    Object.entries(section(value)),
  );
  return {
    exclude: all.flatMap(([pattern, value]) => (value === true ? [pattern] : [])),
    excludeWhen: all.flatMap(([pattern, value]) => {
      const { when } = section(value);
      return typeof when === 'string' ? [[pattern, when] as const] : [];
    }),
    gitignore: section(search).useIgnoreFiles !== false,
    associations: Object.entries(section(section(files).associations)).flatMap(([pattern, language]) =>
      typeof language === 'string' ? [[pattern, language] as const] : [],
    ),
  };
}

/** How a file comes into the index: as a newspaper's for sure, after a look at its text, or not at all. */
export type Admission = 'newspaper' | 'maybe' | 'no';

/** What the name alone says, under a person's associations. */
export function admission(uri: string, { associations }: ScopeSettings, name = nameOf(uri)): Admission {
  const associated = associations.find(([pattern]) =>
    glob(pattern).test(pattern.includes('/') ? URI.parse(uri).path : name),
  );
  if (associated) return associated[1] === 'newspaper' ? 'newspaper' : associated[1] === 'plaintext' ? 'maybe' : 'no';
  return /\.news$/i.test(name) ? 'newspaper' : /\.txt$/i.test(name) ? 'maybe' : 'no';
}

/** Which files and folders of one workspace folder the index leaves out; all are named as `fileOf` does. */
export interface Scope {
  /** `file` lies under the root; its own folders count too. Asks the disk only for `.gitignore` files not seen before. */
  excludes(file: string, folder: boolean): Promise<boolean>;
  /**
   * The same for what was listed in one folder that is not left out itself, by names: it is told at once then. `names` are
   * all that the folder holds, so that the disk need not be asked what is there.
   */
  within(folder: string, names: ReadonlySet<string>): Promise<(name: string, folder: boolean) => boolean>;
}

/** A `.gitignore`: of a path, what follows after so many characters is judged by it. */
interface Rules {
  readonly from: number;
  readonly own: Ignore;
}

export function scopeOf(root: string, settings: ScopeSettings, files: Files): Scope {
  const excluded = anyOf(settings.exclude);
  const conditions = settings.excludeWhen.map(([pattern, sibling]) => ({ pattern: glob(pattern), sibling }));
  const ruled = new Map<string, Promise<readonly Rules[]>>();
  const judged = new Map<string, Promise<boolean>>();

  /** What speaks of a folder's content, the nearest first. */
  function rulesFor(folder: string, own = true): Promise<readonly Rules[]> {
    const rules = ruled.get(folder) ?? (settings.gitignore ? gathered(folder, own) : NONE);
    ruled.set(folder, rules);
    return rules;
  }

  async function gathered(folder: string, own: boolean): Promise<readonly Rules[]> {
    const above = folder === '' ? [] : await rulesFor(parentOf(folder));
    const found = own ? await ignoreFile(files, root, folder) : null;
    return found ? [{ from: folder === '' ? 0 : folder.length + 1, own: found }, ...above] : above;
  }

  /** Whether rules leave out a path; what a sibling decides is not asked. */
  function ruledOut(path: string, folder: boolean, rules: readonly Rules[]): boolean {
    if (excluded(path)) return true;
    // As git does: the rules nearest the file that say anything decide.
    for (const { from, own } of rules) {
      const said = own.test(path.slice(from) + (folder ? '/' : ''));
      if (said.ignored || said.unignored) return said.ignored;
    }
    return false;
  }

  /** The names of siblings that hide a file where they are there. */
  const hiding = (path: string): string[] =>
    conditions.filter(({ pattern }) => pattern.test(path)).map(({ sibling }) => besides(path, sibling));

  async function judge(path: string, folder: boolean): Promise<boolean> {
    const parent = parentOf(path);
    if (parent !== '' && (await folderExcluded(parent))) return true;
    if (ruledOut(path, folder, await rulesFor(parent))) return true;
    for (const sibling of hiding(path)) if (await exists(inside(parent, sibling))) return true;
    return false;
  }

  const exists = (path: string): Promise<boolean> =>
    files.stat(uriIn(root, path)).then(
      () => true,
      () => false,
    );

  function folderExcluded(path: string): Promise<boolean> {
    const known = judged.get(path) ?? judge(path, true);
    judged.set(path, known);
    return known;
  }

  return {
    excludes(file, folder) {
      const path = pathIn(root, file);
      if (path === '') return Promise.resolve(false);
      return folder ? folderExcluded(path) : judge(path, false);
    },
    async within(folder, names) {
      const parent = pathIn(root, folder);
      const rules = await rulesFor(parent, names.has('.gitignore'));
      return (name, isFolder) => {
        const path = inside(parent, name);
        return ruledOut(path, isFolder, rules) || hiding(path).some((sibling) => names.has(sibling));
      };
    },
  };
}

const NONE: Promise<readonly Rules[]> = Promise.resolve([]);

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

const inside = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The name of a sibling, given with `$(basename)` in it. */
function besides(path: string, sibling: string): string {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return sibling.replaceAll('$(basename)', stem);
}

async function ignoreFile(files: Files, root: string, folder: string): Promise<Ignore | null> {
  try {
    const bytes = await files.read(uriIn(root, inside(folder, '.gitignore')));
    return ignore().add(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

const uriIn = (root: string, path: string): string => {
  const parsed = URI.parse(root);
  return parsed.with({ path: `${parsed.path.replace(/\/$/, '')}/${path}` }).toString();
};

/** Most patterns only name what is left out wherever it lies, such as `.git`: those take one look-up together. */
function anyOf(patterns: readonly string[]): (path: string) => boolean {
  const names = new Set(patterns.flatMap((pattern) => NAMED.exec(pattern)?.[1] ?? []));
  const others = patterns.filter((pattern) => !NAMED.test(pattern)).map(glob);
  return (path) => names.has(path.slice(path.lastIndexOf('/') + 1)) || others.some((other) => other.test(path));
}

const NAMED = /^\*\*\/([\w.@-]+)$/;

const globs = new Map<string, RegExp>();

/** A pattern as the editor reads it: `**`, `*`, `?`, `{a,b}`, `[a-z]`; no comments, no negation, hidden files too. */
function glob(pattern: string): RegExp {
  const known = globs.get(pattern) ?? (makeRe(pattern, GLOB) || NOTHING);
  globs.set(pattern, known);
  return known;
}

const NOTHING = /(?!)/;
const GLOB = { dot: true, nocomment: true, nonegate: true, noext: true, nocase: false, platform: 'linux' } as const;
