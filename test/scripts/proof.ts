import { join } from 'node:path';
import { project } from './cache';
import { finish, run, script } from './run';

/** What takes too long for `npm test`: random texts by the ten thousand, a million lines, a person at VS Code by keys and mouse, speed, a large archive. */
const mocha = join(project, 'node_modules/mocha/bin/mocha.js');
const steps: readonly (readonly [title: string, args: readonly string[], env?: Record<string, string>])[] = [
  [
    'Ten thousand random texts, a million lines',
    [
      mocha,
      '--no-config',
      '--require',
      'tsx',
      '--timeout',
      '0',
      'test/parse/properties.test.ts',
      'test/parse/reparse.test.ts',
      'test/cli/extremes.test.ts',
    ],
    { GALLEY_TIMES: '25' },
  ],
  ['In the real VS Code, as it is built here', script('editor.ts')],
  ['As a person uses VS Code', script('person.ts')],
  ['As a person uses VS Code for the web', [...script('person.ts'), '--web']],
  ['The speed of each stage', script('bench.ts')],
  ['An archive of ten thousand pages', script('bench-index.ts')],
];

run(async () => {
  let failed = 0;
  for (const [title, args, env] of steps) {
    console.log(`\n── ${title}`);
    const { code } = await finish(process.execPath, args, { cwd: project, echo: true, ending: 'SIGTERM', env });
    if (code !== 0) failed++;
  }
  console.log(`\n${steps.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
