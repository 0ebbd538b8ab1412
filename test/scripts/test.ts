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
const steps: readonly Step[] = [
  ...['.', 'server/tsconfig.browser.json', 'client/webview', 'test/person'].map((path) => ({
    title: `Types: ${path}`,
    args: [npx('typescript/bin/tsc'), '--noEmit', '-p', path],
    counts: false,
  })),
  { title: 'Lint and format', args: [npx('@biomejs/biome/bin/biome'), 'check', '.'], counts: false },
  { title: 'Build', args: ['esbuild.js'], counts: false },
  {
    title: 'Units, properties, protocol, command line',
    args: [npx('mocha/bin/mocha.js'), '--forbid-pending'],
    counts: true,
  },
  { title: 'In the real VS Code, packaged and installed', args: [...script('editor.ts'), '--vsix'], counts: true },
  { title: 'In VS Code for the web', args: script('web.ts'), counts: true },
];

/** Runs every step, whatever the ones before gave, and ends with `N passed, N failed`. */
run(async () => {
  const totals = { passed: 0, failed: 0 };
  for (const step of steps) {
    const result = await taken(step);
    totals.passed += result.passed;
    totals.failed += result.failed;
  }
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 ? 0 : 1;
});

async function taken({ title, args, counts }: Step): Promise<{ passed: number; failed: number }> {
  console.log(`\n── ${title}`);
  const since = Date.now();
  const { code, output } = await finish(process.execPath, args, { cwd: project, echo: true, ending: 'SIGTERM' });
  const counted = (word: string) => Number(output.match(new RegExp(`^ *(\\d+) ${word}`, 'm'))?.[1] ?? 0);
  const passed = counts ? counted('passing') : Number(code === 0);
  // A suite that did not come to its end, or came to it without a test, is a failure too.
  const failed = Math.max(counts ? counted('failing') : 0, Number(code !== 0 || passed === 0));
  console.log(`── ${title}: ${passed} passed, ${failed} failed, ${((Date.now() - since) / 1000).toFixed(1)} s`);
  return { passed, failed };
}
