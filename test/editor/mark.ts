/** Begins each thing that a suite prints, so that it can be told from all that VS Code itself logs. */
export const MARK = '│ ';
