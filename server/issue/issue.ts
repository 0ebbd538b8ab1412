import type { Digest } from './digest';

/** Everything known of the files of a workspace: an immutable map of digests. Resolving is a lookup made when asked. */
export class Issue {
  static readonly empty = new Issue(new Map());

  private constructor(readonly files: ReadonlyMap<string, Digest>) {}

  with(digest: Digest): Issue {
    return new Issue(new Map(this.files).set(digest.file, digest));
  }

  without(file: string): Issue {
    const files = new Map(this.files);
    files.delete(file);
    return new Issue(files);
  }
}
