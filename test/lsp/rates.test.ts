import assert from 'node:assert';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import * as requests from '../../server/lsp/requests';
import { page } from '../features/page';
import { spent } from '../spent';
import { meet } from './peer';

const URI = 'file:///archive/2025-06-18/02.txt';
const OTHER = 'file:///archive/2025-06-18/04.txt';
/** One error: a lost character in the first article. */
const HURT = page.replace('堤上的人', '堤上的\uFFFD');
const FOURTH =
  '第04版：文化\n\n桐花镇早稻开镰\n\n青岩日报讯(记者/岑白) 桐花镇的早稻今天开镰,比去年早了三天,亩产略高。\n';

describe('protocol: the error rate', () => {
  it('is told of article, page and issue, and falls with the page’s share of the issue', async () => {
    await using peer = await meet({ disk: new Map([[OTHER, FOURTH]]) });
    await peer.open(URI, HURT);
    const hover = async (line: number): Promise<string> => {
      const found = await peer.ask<Hover | null>('textDocument/hover', URI, { position: { line, character: 2 } });
      return (found?.contents as MarkupContent | undefined)?.value ?? '';
    };
    const rate = (words: string, pattern: RegExp) => Number(pattern.exec(words)?.[1]);
    const folio = await hover(0);
    const ofPage = rate(folio, /problems? · error rate ([\d.]+) per 10,000 characters/);
    const ofIssue = rate(folio, /Whole issue: error rate ([\d.]+) per/);
    const ofArticle = rate(await hover(2), /error rate ([\d.]+) per 10,000 characters/);
    assert.ok(ofArticle > ofPage && ofPage > ofIssue && ofIssue > 0, `${ofArticle} ${ofPage} ${ofIssue}`);
    const found = await peer.connection.sendRequest<requests.EditionResult>(requests.edition, { uri: URI });
    const [own, other] = found.leaves;
    assert.deepStrictEqual(
      [found, own, own.articles[0]].map(({ errorRate }) => errorRate.toFixed(1)),
      [ofIssue, ofPage, ofArticle].map((one) => one.toFixed(1)),
    );
    assert.deepStrictEqual([own.articles[1].errorRate, other.errorRate], [0, 0]);
  });

  it('takes eight times as long for eight times the pages in one file, and not forty', async () => {
    await using small = await meet();
    await using large = await meet();
    const asker = async (peer: typeof small, pages: number): Promise<() => Promise<number>> => {
      await peer.open(URI, `${HURT}\n`.repeat(pages));
      return () =>
        spent(async () => {
          const { leaves } = await peer.connection.sendRequest<requests.EditionResult>(requests.edition, { uri: URI });
          assert.strictEqual(leaves.length, pages);
        });
    };
    // The best of several, in turns and in time of the processor: other work on the machine is not what is measured, nor
    // the collection of what other tests left behind.
    const asks = [await asker(small, 100), await asker(large, 800)];
    const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = 0; i < 8; i++) for (const [k, ask] of asks.entries()) best[k] = Math.min(best[k], await ask());
    const [few, many] = best;
    assert.ok(many < 18 * few, `${few} ms for 100, ${many} ms for 800`);
  });
});
