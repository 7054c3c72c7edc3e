// What Slack shows outside of conversations: a person's page, « Accueil », and a card in a modal.
import { slackWords } from '../../messages/slack.fr.ts';
import { type Fitting, fit, type Limits } from '../../reply/fit.ts';
import type { Reply } from '../../reply/tree.ts';
import { limits, MOST } from './limits.ts';
import { type PlainText, plainText, render, richText, type SlackBlock } from './render.ts';

export interface HomeView {
  readonly type: 'home';
  readonly callback_id: 'home';
  readonly blocks: readonly SlackBlock[];
}

export interface CardView {
  readonly type: 'modal';
  /** `waiting`: its words come in a moment. */
  readonly callback_id: 'card' | 'waiting';
  readonly title: PlainText;
  readonly close: PlainText;
  readonly blocks: readonly SlackBlock[];
}

const viewLimits: Limits = { ...limits, blocks: MOST.viewBlocks };

export const homeView = (reply: Reply, fitting: Fitting): HomeView => ({
  type: 'home',
  callback_id: 'home',
  blocks: render(fit(reply, viewLimits, fitting)).blocks,
});

const card = (callback_id: CardView['callback_id'], blocks: readonly SlackBlock[]): CardView => ({
  type: 'modal',
  callback_id,
  title: plainText(slackWords.appName),
  close: plainText(slackWords.close),
  blocks,
});

export const cardView = (reply: Reply, fitting: Fitting): CardView =>
  card('card', render(fit(reply, viewLimits, fitting)).blocks);

/** Slack opens a modal within three seconds of a press, or never: what it will say is not known by then. */
export const waitingView: CardView = card('waiting', [richText([slackWords.waiting])]);
