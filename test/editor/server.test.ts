import { eventually, opened, symbolsOf } from './newsroom';

// Before all else and for all suites: where the server does not even start, one failure says so and no test waits for it.
before('the server answers', async () => {
  const document = await opened('odd/lf.news');
  await eventually('an outline', async () => ((await symbolsOf(document)).length > 0 ? true : undefined));
});
