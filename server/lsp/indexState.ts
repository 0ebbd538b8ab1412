import { resolved } from '../issue/continuations';
import type { IndexState } from './requests';
import type { Session } from './session';
import { parsed } from './sheets';

/** The state of the index, for those who want to know what it holds and what it cost. */
export function indexState({ workspace, index }: Session): IndexState {
  const { issue, archive } = workspace;
  return {
    settled: index.settled,
    stopped: index.stopped,
    files: issue.size,
    read: archive.read,
    changes: workspace.revision,
    parsed,
    resolved,
    leftOut: [...archive.leftOut].map(([uri, reason]) => ({ uri, reason })),
  };
}

/** Reads what a person did not let be read. */
export async function readOn({ index }: Session): Promise<null> {
  await index.start();
  return null;
}
