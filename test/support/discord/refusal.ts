// What Discord answers when it refuses.
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly more: object;

  constructor(
    status: number,
    code: number,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    more: object = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.more = more;
  }
}

export const unknown = {
  channel: () => new Refusal(404, 10_003, 'Unknown Channel'),
  message: () => new Refusal(404, 10_008, 'Unknown Message'),
  user: () => new Refusal(404, 10_013, 'Unknown User'),
  webhook: () => new Refusal(404, 10_015, 'Unknown Webhook'),
  interaction: () => new Refusal(404, 10_062, 'Unknown interaction'),
  command: () => new Refusal(404, 10_063, 'Unknown application command'),
};

export const noAccess = (code: number) =>
  new Refusal(403, code, code === 50_001 ? 'Missing Access' : 'Missing Permissions');
export const alreadyAcknowledged = () => new Refusal(400, 40_060, 'Interaction has already been acknowledged.');
export const cannotWriteToThem = () => new Refusal(403, 50_007, 'Cannot send messages to this user');
export const invalidBody = (problems: readonly string[]) =>
  new Refusal(400, 50_035, `Invalid Form Body: ${problems.join('; ')}`);
export const unauthorized = () => new Refusal(401, 0, '401: Unauthorized');
export const rateLimited = (seconds: number, global: boolean) =>
  new Refusal(
    429,
    0,
    'You are being rate limited.',
    {
      'retry-after': String(seconds),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global
        ? { 'x-ratelimit-global': 'true' }
        : { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': String(seconds) }),
    },
    { retry_after: seconds, global },
  );
