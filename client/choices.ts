import type { Memento } from 'vscode';

const KEY = 'galley.isNewspaper';
/** The latest are kept: the memory of a workspace that is worked in for years stays small. */
const REMEMBERED = 1000;

/** Which documents a person said are newspapers, or are not: kept with the workspace. */
export class Choices {
  /** Asked about since the window was opened. */
  readonly asked = new Set<string>();

  constructor(private readonly memory: Memento) {}

  /** By URI; undefined where nobody chose. */
  of(uri: string): boolean | undefined {
    return this.all().find(([known]) => known === uri)?.[1];
  }

  keep(uri: string, isNewspaper: boolean): Thenable<void> {
    const others = this.all().filter(([known]) => known !== uri);
    return this.memory.update(KEY, [...others, [uri, isNewspaper]].slice(-REMEMBERED));
  }

  private all(): (readonly [string, boolean])[] {
    return this.memory.get(KEY, []);
  }
}
