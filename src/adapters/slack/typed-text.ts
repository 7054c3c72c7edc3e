// What a person typed, from what Slack makes of it: `<@U1|lea>` for « @lea », `&amp;` for « & ».
// https://docs.slack.dev/messaging/formatting-message-text

const spoken = (whole: string, inside: string): string => {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1);
  if (/^@[UW]\w*$/.test(target)) return `@${label || target.slice(1)}`;
  if (/^#[CG]\w*$/.test(target)) return `#${label || target.slice(1)}`;
  if (/^!(channel|here|everyone)$/.test(target)) return `@${target.slice(1)}`;
  if (/^!(subteam|date)\^/.test(target)) return label || target;
  if (/^(https?:\/\/|mailto:|tel:)/.test(target)) return label || target.replace(/^(mailto|tel):/, '');
  return whole;
};

/**
 * Slack escapes these three in what it sends, values of ours that come back included (not always, nor said where).
 * `&amp;` last: « &amp;lt; » is somebody’s « &lt; ».
 */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export const typedText = (text: string): string => unescaped(text.replace(/<([^<>]+)>/g, spoken)).trim();

/** A sentence said to the bot, without its name. */
export const saidToBot = (text: string, botUserId: string): string =>
  typedText(text.replaceAll(new RegExp(`<@${botUserId}(\\|[^>]*)?>`, 'g'), ' ')).replace(/^[\s,:;]+/, '');
