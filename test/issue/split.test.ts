import assert from 'node:assert/strict';
import { resolve } from '../../server/issue/continuations';
import { type Digest, digest } from '../../server/issue/digest';
import { Issue } from '../../server/issue/issue';
import { parse } from '../../server/parse/parse';
import { Text } from '../../server/text/text';
import { generateIssue } from '../generate';

/** Where pages stand: the file, and the line of the whole issue with which it begins. */
interface Placed {
  readonly digest: Digest;
  readonly line: number;
}

const placed = (file: string, text: string, line: number): Placed => ({
  digest: digest(file, parse(Text.of(text))),
  line,
});

/** Every reference of an issue by its line in the whole, with the line that it leads to, or what became of it. */
function links(all: readonly Placed[]): string[] {
  const issue = Issue.empty.withAll(all.map((each) => each.digest));
  const lines = new Map(all.map(({ digest: { file }, line }) => [file, line]));
  const at = (file: string, index: number): number =>
    (lines.get(file) ?? 0) + (issue.get(file)?.continuations[index].place.start.line ?? 0);
  return all.flatMap(({ digest: { file, continuations } }) =>
    continuations.map((_, index) => {
      const { state, target } = resolve(issue, file, index);
      return `${at(file, index)} ${target?.index == null ? state : at(target.file, target.index)}`;
    }),
  );
}

describe('the pages of an issue', () => {
  it('have the same links in one file, in a file each, and in files whose names tell the date and the page', () => {
    let linked = 0;
    for (let seed = 0; seed < 1600; seed += 160) {
      const { folder, pages } = generateIssue(seed, { pages: 5, characters: 1500 });
      const starts: number[] = [];
      let line = 0;
      for (const { text } of pages) {
        starts.push(line);
        line += text.split('\n').length;
      }
      const whole = links([placed(`${folder}.txt`, pages.map(({ text }) => text).join('\n'), 0)]);
      const inFolder = links(pages.map(({ gold, text }, i) => placed(`${folder}/${gold.file}`, text, starts[i])));
      const named = links(
        pages.map(({ text }, i) =>
          placed(`in/qyrb_${folder.replaceAll('-', '')}_${String(i + 1).padStart(2, '0')}.txt`, text, starts[i]),
        ),
      );
      assert.deepEqual(inFolder, whole, folder);
      assert.deepEqual(named, whole, folder);
      linked += whole.filter((link) => /^\d+ \d+$/.test(link)).length;
    }
    assert.equal(linked, 10 * 5 * 2);
  }).timeout(60_000);
});
