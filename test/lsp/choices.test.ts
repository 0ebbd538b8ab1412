import assert from 'node:assert';
import { ExecuteCommandRequest } from 'vscode-languageserver';
import * as requests from '../../server/lsp/requests';
import { page } from '../features/page';
import { able, meet, type Peer } from './peer';

const FOLDER = 'file:///archive';
const URI = `${FOLDER}/02.txt`;
const DAMAGED = page.replace('堤上的人', '堤上的⼈').replace('老人', '⽼人');
const LEDGER = `${FOLDER}/.galley/notes.jsonl`;

/** An editor that writes files to `disk`. */
async function desk(log = false): Promise<Peer & { disk: Map<string, string> }> {
  const disk = new Map<string, string>();
  const peer = await meet({
    disk,
    capabilities: { ...able, workspace: { ...able.workspace, configuration: true } },
    configuration: () => ({ log }),
    initialize: { workspaceFolders: [{ uri: FOLDER, name: 'archive' }], initializationOptions: { keepsNotes: true } },
  });
  peer.connection.onRequest(requests.recallNotes, () => '');
  peer.connection.onRequest(requests.writeFile, ({ uri, content }: requests.WriteFileParams) => {
    disk.set(uri, content);
  });
  await peer.open(URI, DAMAGED);
  return { ...peer, disk };
}

const problems = (peer: Peer) => peer.ask<requests.ProblemsOfResult>(requests.problemsOf, URI);
const choices = async (peer: Peer, which = 0) => {
  const { range, code } = (await problems(peer))[which];
  return peer.ask<requests.ChoicesOfResult>(requests.choicesOf, URI, { range, code });
};
const note = (peer: Peer, argument: object) =>
  peer.connection.sendRequest<requests.KeptNote>(ExecuteCommandRequest.method, {
    command: 'galley.note',
    arguments: [argument],
  });

describe('protocol: problems one by one', () => {
  it('are those of the text as it stands, with what can be done', async () => {
    await using peer = await desk();
    await peer.change(URI, 2, { text: `\n${DAMAGED}` });
    const [first] = await problems(peer);
    assert.deepStrictEqual([first.code, first.severity, first.range.start.line], ['compat-character', 'warning', 8]);
    const { fixes, dismissals } = await choices(peer);
    assert.deepStrictEqual(
      fixes[0].edits.map(({ newText }) => newText),
      ['人'],
    );
    assert.strictEqual(first.rule, 'Compatibility character');
    assert.strictEqual(fixes[0].log, undefined);
    assert.deepStrictEqual(
      dismissals.map(({ scope, title }) => [scope, title.replace(/: .*/, '')]),
      [
        ['place', 'Not a problem here'],
        ['word', 'Never this word'],
        ['off', 'This rule off in this folder'],
      ],
    );
  });

  for (const [scope, left] of [
    ['place', 1],
    ['word', 1],
    ['off', 0],
  ] as const)
    it(`are dismissed into the ledger (${scope}), and just that is taken back`, async () => {
      await using peer = await desk();
      const way = (await choices(peer)).dismissals.find((one) => one.scope === scope);
      const kept = await note(peer, way?.note ?? {});
      assert.strictEqual((await problems(peer)).length, left);
      assert.match(peer.disk.get(LEDGER) ?? '', /"dismisses":"compat-character"/);
      assert.ok(kept);
      // What somebody else says meanwhile stays.
      const other = (await choices(peer).catch(() => undefined))?.dismissals[0];
      if (other) await note(peer, other.note);
      await peer.connection.sendRequest(requests.removeNotes, kept);
      assert.strictEqual((await problems(peer)).length, other ? 1 : 2);
    });

  it('say what to write into the log, where one is kept; so do the certain fixes of an article', async () => {
    await using peer = await desk(true);
    const [{ log }] = (await choices(peer)).fixes;
    await peer.change(URI, 2, { text: DAMAGED.replace('⼈', '人') });
    await peer.connection.sendRequest(ExecuteCommandRequest.type, { command: 'galley.log', arguments: [log] });
    const written = () => [...peer.disk].filter(([uri]) => uri.includes('/.galley/log/')).map(([, content]) => content);
    assert.match(written()[0], /"before":"⼈","after":"人"/);
    const all = await peer.connection.sendRequest<requests.CertainFixesResult>(requests.certainFixes, {
      uri: URI,
      first: 0,
      last: 99,
    });
    await peer.change(URI, 3, { text: page });
    await peer.connection.sendRequest(ExecuteCommandRequest.type, { command: 'galley.log', arguments: [all.log] });
    assert.match(written()[0], /"before":"⽼","after":"老"/);
  });
});
