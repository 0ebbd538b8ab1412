import type { Digest } from './digest';
import type { Edition } from './edition';
import { LEAVES } from './elsewhere';
import { grouped } from './grouped';
import type { Issue } from './issue';
import { printed } from './prints';

/** A run of paragraphs that an earlier page of the same issue prints as well, in another file. Lines are 0-based. */
export interface Reprint {
  /** The first lines of the later paragraphs, in order, and the file and first line of the earlier ones. */
  readonly lines: readonly number[];
  readonly file: string;
  readonly first: number;
}

interface Place {
  readonly file: string;
  readonly line: number;
  /** The page's label. Two files of one page are two states of it. */
  readonly label: string;
  /** Where its page comes in the issue, and the paragraph among those of its file. */
  readonly order: number;
  readonly index: number;
}

/** Two files that share more of their paragraphs than this, and more than half, are copies of each other. */
const FEW = 3;

/**
 * What of a file stands on an earlier page of its issue already. What the issue prints more than twice is standing matter;
 * files that are copies of each other are no two pages.
 */
export function reprints(issue: Issue, digest: Digest): Reprint[] {
  const { file } = digest;
  const known = issue.with(digest);
  const edition = known.edition(file, 0);
  if (!edition || edition.leaves.length > LEAVES || edition.leaves.every((leaf) => leaf.file === file)) return [];
  const { places, sizes } = remembered(known, edition);
  const pairs: [Place, Place][] = [];
  for (const { print, line } of printed(digest.prints)) {
    const [earlier, later, ...more] = places.get(print) ?? [];
    if (later?.file !== file || later.line !== line || more.length > 0) continue;
    if (earlier.file !== file && earlier.label !== later.label) pairs.push([earlier, later]);
  }
  return [...grouped(pairs, ([earlier]) => earlier.file)].flatMap(([other, shared]) => {
    const least = Math.min(sizes.get(other) ?? 0, sizes.get(file) ?? 0);
    return shared.length > FEW && shared.length * 2 > least ? [] : runs(shared);
  });
}

/** Paragraphs that follow each other in both files are one. */
function runs(pairs: readonly [Place, Place][]): Reprint[] {
  const found: { lines: number[]; file: string; first: number }[] = [];
  pairs.forEach(([earlier, later], i) => {
    const [before, same] = pairs[i - 1] ?? [];
    const goesOn = before?.index === earlier.index - 1 && same?.index === later.index - 1;
    if (goesOn) found[found.length - 1].lines.push(later.line);
    else found.push({ lines: [later.line], file: earlier.file, first: earlier.line });
  });
  return found;
}

/** The prints of a file on those of its pages that the edition knows by a label: which page is earlier must be known. */
function placed({ file, pages, prints }: Digest, { leaves }: Edition): { print: string; place: Place }[] {
  const own = new Map(
    leaves.map((leaf, order) => [leaf.file === file ? leaf.page : null, { order, label: leaf.label }]),
  );
  let page = -1;
  return [...printed(prints)].flatMap(({ print, line }, index) => {
    while (page + 1 < pages.length && pages[page + 1].line <= line) page++;
    const leaf = own.get(page);
    return leaf?.label ? [{ print, place: { file, line, ...leaf, index } }] : [];
  });
}

interface Printed {
  readonly digests: readonly (Digest | undefined)[];
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** How many prints each file has. */
  readonly sizes: ReadonlyMap<string, number>;
}

const memory = new WeakMap<Edition, Printed>();

/** Where an edition prints its paragraphs, in its order; remembered while the digests of its files stay the same. */
function remembered(issue: Issue, edition: Edition): Printed {
  const files = [...new Set(edition.leaves.map((leaf) => leaf.file))];
  const digests = files.map((file) => issue.get(file));
  const known = memory.get(edition);
  if (known?.digests.every((digest, i) => digest === digests[i])) return known;
  const all = digests.flatMap((digest) => (digest ? placed(digest, edition) : []));
  all.sort((a, b) => a.place.order - b.place.order);
  const places = new Map(
    [...grouped(all, ({ print }) => print)].map(([print, group]) => [print, group.map(({ place }) => place)]),
  );
  const sizes = new Map(digests.map((digest, i) => [files[i], [...printed(digest?.prints ?? '')].length]));
  const fresh = { digests, places, sizes };
  memory.set(edition, fresh);
  return fresh;
}
