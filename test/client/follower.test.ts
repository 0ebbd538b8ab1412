import assert from 'node:assert';
import { following } from '../../client/follower';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('what follows the cursor', () => {
  const start = () => {
    const state = {
      here: 'a',
      visible: true,
      unrest: 0,
      told: Promise.resolve<unknown>(undefined),
      shown: [] as string[],
      fails: false,
    };
    const follow = following({
      at: () => (state.visible ? { id: state.here } : undefined),
      async show({ id }) {
        state.shown.push(id);
        if (state.fails) throw new Error('redrawn');
      },
      unrest: () => state.unrest,
      told: () => state.told,
    });
    return { state, follow };
  };

  it('waits until the cursor rests, and passes over where it was in between', async () => {
    const { state, follow } = start();
    for (state.here of ['a', 'b', 'c', 'd', 'e']) {
      follow('moved');
      await pause(60);
    }
    assert.deepStrictEqual(state.shown, []);
    await pause(400);
    assert.deepStrictEqual(state.shown, ['e']);
  });

  it('does not come back to whoever goes elsewhere at once after the cursor moved', async () => {
    const { state, follow } = start();
    follow('moved');
    await pause(30);
    state.visible = false;
    await pause(400);
    assert.deepStrictEqual(state.shown, []);
  });

  it('does not come back either where the window tells late that its view was left', async () => {
    const { state, follow } = start();
    state.told = pause(500);
    follow('moved');
    await pause(400);
    state.visible = false;
    await pause(400);
    assert.deepStrictEqual(state.shown, []);
  });

  it('waits for what is being redrawn, however long that takes', async () => {
    const { state, follow } = start();
    state.unrest = 10_000;
    follow('moved');
    await pause(400);
    assert.deepStrictEqual(state.shown, []);
    state.unrest = 0;
    await pause(200);
    assert.deepStrictEqual(state.shown, ['a']);
  });

  it('follows what was read anew to another node only, and to one that could not be shown', async () => {
    const { state, follow } = start();
    const read = async () => {
      follow('read');
      await pause(50);
    };
    await read();
    await read();
    assert.deepStrictEqual(state.shown, ['a']);
    state.here = 'b';
    state.fails = true;
    await read();
    await read();
    assert.deepStrictEqual(state.shown, ['a', 'b', 'b']);
    follow('moved');
    await pause(400);
    assert.deepStrictEqual(state.shown, ['a', 'b', 'b', 'b']);
  });
});
