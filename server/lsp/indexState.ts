import type { IndexState } from './requests';
import type { Session } from './session';

/** The state of the index, for those who want to know what it holds and what it cost. */
export function indexState({ workspace, index }: Session): IndexState {
  const { issue, archive } = workspace;
  return {
    settled: index.settled,
    files: issue.size,
    read: archive.read,
    changes: workspace.revision,
    leftOut: [...archive.leftOut].map(([uri, reason]) => ({ uri, reason })),
  };
}
