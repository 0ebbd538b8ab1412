import ignore, { type Ignore } from 'ignore';
import { Minimatch } from 'minimatch';
import { URI } from 'vscode-uri';
import type { Files } from './files';

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
export function admission(uri: string, { associations }: ScopeSettings): Admission {
  const { path } = URI.parse(uri);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const associated = associations.find(([pattern]) => glob(pattern).match(pattern.includes('/') ? path : name));
  if (associated) return associated[1] === 'newspaper' ? 'newspaper' : associated[1] === 'plaintext' ? 'maybe' : 'no';
  return /\.news$/i.test(name) ? 'newspaper' : /\.txt$/i.test(name) ? 'maybe' : 'no';
}

/** Which files and folders of one workspace folder the index leaves out. */
export interface Scope {
  /** `uri` lies under the root; its own folders count too. Asks the disk only for `.gitignore` files not seen before. */
  excludes(uri: string, folder: boolean): Promise<boolean>;
  /** Says that a folder was listed and holds no `.gitignore`: the disk need not be asked. */
  withoutRules(folder: string): void;
}

export function scopeOf(root: string, settings: ScopeSettings, files: Files): Scope {
  const patterns = settings.exclude.map(glob);
  const conditions = settings.excludeWhen.map(([pattern, sibling]) => ({ pattern: glob(pattern), sibling }));
  const rules = new Map<string, Promise<Ignore | null>>();
  const judged = new Map<string, Promise<boolean>>();
  const base = URI.parse(root).path.replace(/\/$/, '');

  const rulesIn = (folder: string): Promise<Ignore | null> => {
    const known = rules.get(folder) ?? ignoreFile(files, root, folder);
    rules.set(folder, known);
    return known;
  };

  async function judge(path: string, folder: boolean): Promise<boolean> {
    const slash = path.lastIndexOf('/');
    if (slash >= 0 && (await folderExcluded(path.slice(0, slash)))) return true;
    if (patterns.some((pattern) => pattern.match(path))) return true;
    for (const { pattern, sibling } of conditions)
      if (pattern.match(path) && (await exists(besides(path, sibling)))) return true;
    // As git does: the rules nearest the file that say anything decide.
    for (let at = slash; settings.gitignore; at = path.lastIndexOf('/', at - 1)) {
      const own = await rulesIn(path.slice(0, Math.max(0, at)));
      const said = own?.test(path.slice(at + 1) + (folder ? '/' : ''));
      if (said?.ignored || said?.unignored) return said.ignored;
      if (at < 0) break;
    }
    return false;
  }

  const exists = (path: string): Promise<boolean> =>
    files.stat(within(root, path)).then(
      () => true,
      () => false,
    );

  function folderExcluded(path: string): Promise<boolean> {
    const known = judged.get(path) ?? judge(path, true);
    judged.set(path, known);
    return known;
  }

  const pathOf = (uri: string): string => URI.parse(uri).path.slice(base.length + 1);

  return {
    withoutRules: (folder) => void rules.set(pathOf(folder), Promise.resolve(null)),
    excludes(uri, folder) {
      const path = pathOf(uri);
      if (path === '') return Promise.resolve(false);
      return folder ? folderExcluded(path) : judge(path, false);
    },
  };
}

/** The path of a sibling, its name given with `$(basename)` in it. */
function besides(path: string, sibling: string): string {
  const slash = path.lastIndexOf('/') + 1;
  const stem = path.slice(slash).replace(/\.[^.]*$/, '');
  return path.slice(0, slash) + sibling.replaceAll('$(basename)', stem);
}

async function ignoreFile(files: Files, root: string, folder: string): Promise<Ignore | null> {
  try {
    const bytes = await files.read(within(root, folder === '' ? '.gitignore' : `${folder}/.gitignore`));
    return ignore().add(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

const within = (root: string, path: string): string => {
  const parsed = URI.parse(root);
  return parsed.with({ path: `${parsed.path.replace(/\/$/, '')}/${path}` }).toString();
};

const globs = new Map<string, Minimatch>();

/** A pattern as the editor reads it: `**`, `*`, `?`, `{a,b}`, `[a-z]`; no comments, no negation, hidden files too. */
function glob(pattern: string): Minimatch {
  const known = globs.get(pattern) ?? new Minimatch(pattern, GLOB);
  globs.set(pattern, known);
  return known;
}

const GLOB = { dot: true, nocomment: true, nonegate: true, noext: true, nocase: false, platform: 'linux' } as const;
