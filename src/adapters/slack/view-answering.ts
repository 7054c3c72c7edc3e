// How a press on someone's page is answered, or on a card that came of it: in a modal, where they are. There is no
// conversation there, so where Slack shows no modal any more the answer is a private message.
import type { Responder } from '../../chat/adapter.ts';
import { fit } from '../../reply/fit.ts';
import { type Answering, createResponder, firstAccepted, Refused } from './answering.ts';
import { withFiles } from './files.ts';
import { formView } from './form.ts';
import { limits } from './limits.ts';
import { render } from './render.ts';
import type { ModalSpot } from './return-address.ts';
import { cardView, waitingView } from './views.ts';

const createViewResponder = ({ first, to, calls, fitting }: Answering, { viewId, beside }: ModalSpot): Responder => {
  let acknowledged = false;
  let standsIn = Promise.resolve(viewId);

  /** Undefined: Slack opens none. */
  const opened = async (triggerId: string): Promise<string | undefined> => {
    try {
      return await (viewId === undefined
        ? calls.openView(triggerId, waitingView)
        : calls.pushView(triggerId, waitingView));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      calls.detoured(error.message);
      return undefined;
    }
  };

  const acknowledge = async (): Promise<void> => {
    if (acknowledged) return;
    acknowledged = true;
    switch (first.by) {
      case 'ack':
        await first.ack();
        if (viewId !== undefined && !beside) return;
        standsIn = opened(first.triggerId);
        // Whoever answers hears of it; nobody may.
        standsIn.catch(() => {});
        return;
      case 'update':
        return first.ack({ response_action: 'update', view: waitingView });
      case 'sdk':
        return;
    }
  };

  return {
    acknowledge,
    openForm: async (form) => {
      acknowledged = true;
      switch (first.by) {
        case 'ack':
          await first.ack();
          if (viewId === undefined) await calls.openView(first.triggerId, formView(form, to));
          else await calls.updateView(viewId, formView(form, to));
          return;
        case 'update':
          return first.ack({ response_action: 'update', view: formView(form, to, first.again + 1) });
        case 'sdk':
          throw new Error('Slack opens no form in answer to a message');
      }
    },
    answer: async (reply) => {
      const said = await withFiles(reply, { to, audience: 'asker', calls });
      const inView = await standsIn;
      const shown = inView === undefined ? [] : [() => calls.updateView(inView, cardView(said, fitting))];
      const inPrivate = async () =>
        calls.post({ channel: await calls.direct(to.userId) }, render(fit(said, limits, fitting)));
      await firstAccepted([...shown, inPrivate], calls.detoured);
    },
  };
};

export const responderTo = (answering: Answering): Responder =>
  answering.to.modal ? createViewResponder(answering, answering.to.modal) : createResponder(answering);
