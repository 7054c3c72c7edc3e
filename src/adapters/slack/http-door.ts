// Where Slack's requests arrive by HTTP. Signatures and ages are the receiver's to check.
import type { RequestListener } from 'node:http';
import type { Log } from '../../kernel/log.ts';

export const createDoor =
  (
    receiver: { readonly requestListener: RequestListener },
    { isOpen, log }: { readonly isOpen: () => boolean; readonly log: Log },
  ): RequestListener =>
  (request, response) => {
    // Not yet, or no longer: Slack tries its events again, perhaps at another instance.
    if (!isOpen()) return response.writeHead(503).end();
    try {
      receiver.requestListener(request, response);
    } catch (error) {
      // So does Bolt's receiver turn away every other path and method.
      log.debug({ platform: 'slack', err: error }, 'not a request of slack');
      response.writeHead(404).end();
    }
  };
