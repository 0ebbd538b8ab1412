import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './cache';
import { finish, followParent, run } from './run';

/**
 * Runs `test/person`: VS Code used from outside as a person uses it, with the packaged extension; with `--web`, VS Code in
 * the browser alone. One file: `npx mocha --no-config --require tsx --timeout 120000 test/person/FILE`.
 */
run(async () => {
  followParent();
  const folder = join(project, 'test/person');
  const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
  const { code } = await finish(
    process.execPath,
    [
      join(project, 'node_modules/mocha/bin/mocha.js'),
      ...['--no-config', '--forbid-pending', '--require', 'tsx', '--timeout', '120000', '--exit'],
      ...files.map((file) => join(folder, file)),
    ],
    {
      cwd: project,
      echo: true,
      ending: 'SIGTERM',
      env: { GALLEY_STAGE: process.argv.includes('--web') ? 'web' : 'desktop' },
    },
  );
  return code;
});
