import assert from 'node:assert';
import * as requests from '../../server/lsp/requests';
import { page } from '../features/page';
import { meet } from './peer';

const URI = 'file:///archive/2025-06-18/all.txt';

describe('protocol: the pages of an issue', () => {
  it('are told by their number in their file, the first of which may bear no folio yet', async () => {
    const indices = async (text: string) => {
      await using peer = await meet();
      await peer.open(URI, text);
      const found = await peer.connection.sendRequest<requests.EditionResult>(requests.edition, { uri: URI });
      return found.leaves.map(({ index }) => index);
    };
    const bare = page.slice(page.indexOf('\n') + 1);
    assert.deepStrictEqual(await indices(`${page}${page.replace('02', '03')}`), [0, 1]);
    assert.deepStrictEqual(await indices(bare), [0]);
    assert.deepStrictEqual((await indices(`${bare}${page}`)).sort(), [-1, 0]);
  });
});
