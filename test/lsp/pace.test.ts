import assert from 'node:assert';
import { Pace } from '../../server/lsp/pace';

/** Asks until it is slow, or for so many times; gives how often, and how long that took. */
function asked(pace: Pace, answers: (i: number) => number, most: number): { times: number; took: number } {
  let now = 0;
  let times = 0;
  while (times < most && !pace.isSlow(now)) {
    const since = now;
    now += answers(times++);
    pace.answered(since, now);
  }
  return { times, took: now };
}

describe('the pace of answers', () => {
  it('is slow once a few in a row were late, as on a network, and is tried again later', () => {
    const pace = new Pace();
    const { times, took } = asked(pace, () => 20, 1000);
    assert.ok(times <= 5, `${times}`);
    assert.ok(pace.isSlow(took + 900) && !pace.isSlow(took + 1100));
  });

  it('is slow where every third is late', () => {
    assert.ok(asked(new Pace(), (i) => (i % 3 ? 0.01 : 20), 1000).took < 1000);
  });

  it('is not slow where long lists are asked for', () => {
    const pace = new Pace();
    for (let i = 0; i < 100; i++) pace.answered(i * 10, i * 10 + 8, 2000);
    assert.ok(!pace.isSlow(1000));
  });

  it('is not slow where somebody else has the processor now and then', () => {
    assert.strictEqual(asked(new Pace(), (i) => (i % 40 ? 0.01 : 100), 10_000).times, 10_000);
  });
});
