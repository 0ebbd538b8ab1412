import type { Continuation, Sheet } from '../parse/sheet';
import { type Digest, digest, sameLinks } from './digest';
import type { Edition } from './edition';
import type { Issue } from './issue';
import { type Candidate, type Resolution, resolutions, type State } from './resolution';

/** Resolves one reference (`index` into the file's `Digest.continuations`, which is that of `Sheet.continuations`). */
export function resolve(issue: Issue, file: string, index: number): Resolution {
  const reference = issue.get(file)?.continuations[index];
  const edition = reference && issue.edition(file, reference.on);
  return (edition && remembered(issue, edition).get(`${index} ${file}`)) ?? NOWHERE;
}

/** A reference that leads nowhere for sure, and why; `candidates` as in `Resolution`. */
export interface Unresolved {
  readonly state: Exclude<State, 'linked' | 'elsewhere'>;
  readonly candidates: readonly Candidate[];
}

/**
 * What is wrong with a reference of a sheet, or null: it is linked, or the page it names is not among the files, about
 * which nothing can be said. The sheet's own text counts before what the issue knew of the file.
 */
export function unresolved(issue: Issue, file: string, sheet: Sheet, reference: Continuation): Unresolved | null {
  const index = sheet.continuations.indexOf(reference);
  const { state, candidates } = resolve(issue.with(digest(file, sheet)), file, index);
  return state === 'linked' || state === 'elsewhere' ? null : { state, candidates };
}

const NOWHERE: Resolution = { state: 'elsewhere', target: null, candidates: [] };

interface Remembered {
  readonly digests: readonly (Digest | undefined)[];
  readonly found: ReadonlyMap<string, Resolution>;
}

const memory = new WeakMap<Edition, Remembered>();
/** What is known to hold in an issue as it is: its references are asked for one by one, and an edition may have thousands. */
const holding = new WeakMap<Issue, WeakMap<Edition, Remembered['found']>>();

/** How often an edition's references were resolved: what shows that nothing is worked out twice. */
export let resolved = 0;

/** An edition's references resolved, remembered while the digests of its files lead to the same links. */
function remembered(issue: Issue, edition: Edition): Remembered['found'] {
  const held = holding.get(issue) ?? new WeakMap();
  holding.set(issue, held);
  const found = held.get(edition) ?? looked(issue, edition);
  held.set(edition, found);
  return found;
}

function looked(issue: Issue, edition: Edition): Remembered['found'] {
  const digests = [...new Set(edition.leaves.map((leaf) => leaf.file))].map((file) => issue.get(file));
  const known = memory.get(edition);
  const same = known?.digests.every((before, i) => unchanged(before, digests[i]));
  const found = known && same ? known.found : fresh(issue, edition);
  // Those of now also where they say the same: the ones before hold on to a text that is no more.
  memory.set(edition, { digests, found });
  return found;
}

function fresh(issue: Issue, edition: Edition): ReadonlyMap<string, Resolution> {
  resolved++;
  return new Map(resolutions(issue, edition).map(([end, found]) => [`${end.index} ${end.file}`, found]));
}

const unchanged = (a: Digest | undefined, b: Digest | undefined): boolean => a === b || (!!a && !!b && sameLinks(a, b));
