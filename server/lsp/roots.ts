import type { Files } from './files';
import { type Admission, admission, type Scope, scopeOf } from './scope';
import { type Area, NO_AREA } from './settings';
import { fileOf, isWithin } from './uris';

/** A workspace folder. */
export interface Root {
  /** As `fileOf` spells it. */
  readonly folder: string;
  readonly area: Area;
  readonly scope: Scope;
}

/** What the settings say of a workspace folder, or (null) of what lies in none. */
export type AreaOf = (root: string | null) => Promise<Area>;

/** The workspace folders, and what the settings say of a file: files are named as `fileOf` does. */
export class Roots {
  static readonly none = new Roots([], NO_AREA);

  static async of(uris: readonly string[], areaOf: AreaOf, files: Files): Promise<Roots> {
    const elsewhere = await areaOf(null);
    const all = uris.map(async (uri): Promise<Root> => {
      const area = await areaOf(uri);
      const folder = fileOf(uri);
      return { folder, area, scope: scopeOf(folder, area.scope, files) };
    });
    return new Roots(await Promise.all(all), elsewhere);
  }

  private constructor(
    readonly all: readonly Root[],
    private readonly elsewhere: Area,
  ) {}

  /** The innermost workspace folder of a file. */
  of(file: string): Root | undefined {
    let innermost: Root | undefined;
    for (const root of this.all)
      if (isWithin(file, root.folder) && root.folder.length > (innermost?.folder.length ?? 0)) innermost = root;
    return innermost;
  }

  area = (file: string): Area => this.of(file)?.area ?? this.elsewhere;

  /** How a file may come into the index, by its name. */
  admission = (file: string): Admission => admission(file, this.area(file).scope);
}
