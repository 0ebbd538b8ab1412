import { join } from 'node:path';
import { project } from './cache';
import { finish, run, script } from './run';

/** One step of `npm test`. Mocha's suites count their tests; what has none to count is one test itself. */
interface Step {
  readonly title: string;
  readonly args: readonly string[];
  readonly counts: boolean;
}

const npx = (path: string) => join(project, 'node_modules', path);
const types = (path: string): Step => ({
  title: `Types: ${path}`,
  args: [npx('typescript/bin/tsc'), '--noEmit', '-p', path],
  counts: false,
});
const units = (title: string, ...others: readonly string[]): Step => ({
  title,
  args: [npx('mocha/bin/mocha.js'), '--forbid-pending', ...others.flatMap((other) => ['--ignore', other])],
  counts: true,
});

/** One after the other; those in a row side by side, as each of them keeps one core busy. */
const steps: readonly (readonly Step[])[] = [
  [
    ...['.', 'server/tsconfig.browser.json', 'client/webview', 'test/person'].map(types),
    { title: 'Lint and format', args: [npx('@biomejs/biome/bin/biome'), 'check', '.'], counts: false },
  ],
  [{ title: 'Build', args: ['esbuild.js'], counts: false }],
  [
    units('Units and properties', 'test/{lsp,cli}/**'),
    units('Protocol and command line', 'test/*.test.ts', 'test/!(lsp|cli)/**'),
  ],
  [{ title: 'In the real VS Code, packaged and installed', args: [...script('editor.ts'), '--vsix'], counts: true }],
  [{ title: 'In VS Code for the web', args: script('web.ts'), counts: true }],
];

/** Runs every step, whatever the ones before gave, and ends with `N passed, N failed`. */
run(async () => {
  const totals = { passed: 0, failed: 0 };
  for (const row of steps)
    for (const result of row.map((step, i) => taken(step, i === 0))) {
      const { passed, failed } = await result();
      totals.passed += passed;
      totals.failed += failed;
    }
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 ? 0 : 1;
});

/**
 * Starts a step, and gives what counts its tests. What it says is shown as it comes (`live`) or when it is counted: two at once
 * could not be read.
 */
function taken({ title, args, counts }: Step, live: boolean): () => Promise<{ passed: number; failed: number }> {
  const since = Date.now();
  const heading = `\n── ${title}`;
  if (live) console.log(heading);
  const running = finish(process.execPath, args, { cwd: project, echo: live, ending: 'SIGTERM' }).then((result) => {
    return { ...result, seconds: ((Date.now() - since) / 1000).toFixed(1) };
  });
  return async () => {
    const { code, output, seconds } = await running;
    if (!live) console.log(`${heading}\n${output}`);
    const counted = (word: string) => Number(output.match(new RegExp(`^ *(\\d+) ${word}`, 'm'))?.[1] ?? 0);
    const passed = counts ? counted('passing') : Number(code === 0);
    // A suite that did not come to its end, or came to it without a test, is a failure too.
    const failed = Math.max(counts ? counted('failing') : 0, Number(code !== 0 || passed === 0));
    console.log(`── ${title}: ${passed} passed, ${failed} failed, ${seconds} s`);
    return { passed, failed };
  };
}
