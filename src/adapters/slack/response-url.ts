// The address that Slack gives with a command or a press, to answer it: five times, within half an hour.
// https://docs.slack.dev/interactivity/handling-user-interaction
import { type Calls, Refused } from './answering.ts';

const PATIENCE_MS = 15_000;

/** Slack says no by a status, or by `ok: false` under a status of success. */
const refusalIn = async (response: Response): Promise<string | undefined> => {
  const body = await response.text();
  const said = /"error"\s*:\s*"([\w.]+)"/.exec(body)?.[1];
  if (!response.ok) return said ?? `http_${response.status}`;
  return /"ok"\s*:\s*false/.test(body) ? (said ?? 'not_ok') : undefined;
};

export const postToResponseUrl: Calls['respond'] = async (url, { text, blocks }, { audience, replaces, thread }) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      response_type: audience === 'channel' ? 'in_channel' : 'ephemeral',
      replace_original: replaces,
      ...(thread !== undefined && !replaces && { thread_ts: thread }),
      text,
      blocks,
    }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const refusal = await refusalIn(response);
  if (refusal !== undefined) throw new Refused(refusal);
};
