import { type CancellationToken, ErrorCodes, type ExecuteCommandParams, ResponseError } from 'vscode-languageserver';
import { FIX_KIND, fixKind } from './fixKind';
import { GO_TO, goTo } from './goTo';
import { LOG, log } from './logging';
import { keepNote, NOTE } from './noting';
import type { Session } from './session';

/** What code actions let the editor ask for, by name. */
const all: Readonly<
  Record<string, (session: Session, params: ExecuteCommandParams, token: CancellationToken) => Promise<unknown>>
> = { [NOTE]: keepNote, [FIX_KIND]: fixKind, [LOG]: log, [GO_TO]: goTo };

export const commands = Object.keys(all);

export async function execute(
  session: Session,
  params: ExecuteCommandParams,
  token: CancellationToken,
): Promise<unknown> {
  const act = all[params.command];
  if (!act) throw new ResponseError(ErrorCodes.InvalidParams, params.command);
  return (await act(session, params, token)) ?? null;
}
