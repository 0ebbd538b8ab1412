import type { Digest } from './digest';
import { LEAVES } from './elsewhere';
import type { Issue } from './issue';
import { namesIn, records } from './names';

/** How many articles of a file's issue bear each name in their bylines. */
export function reporters(issue: Issue, own: Digest): ReadonlyMap<string, number> {
  const leaves = issue.edition(own.file, own.pages.length > 0 ? 0 : -1)?.leaves ?? [];
  const files = new Set(leaves.length > LEAVES ? [] : leaves.map((leaf) => leaf.file));
  const times = new Map<string, number>();
  for (const file of files.add(own.file)) {
    const names = file === own.file ? own.names : (issue.get(file)?.names ?? '');
    for (const record of records(names))
      for (const person of namesIn(record).people) times.set(person, (times.get(person) ?? 0) + 1);
  }
  return times;
}
