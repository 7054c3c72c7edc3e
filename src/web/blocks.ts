// Blocks of a reply as HTML: a page shows the very card that the chat shows. What is pressed there is typed from here.
import { type Html, html } from '../kernel/html.ts';
import type { Block, Inline, Line } from '../reply/tree.ts';

const inline = (node: Inline): Html => {
  if (typeof node === 'string') return html`${node}`;
  switch (node.as) {
    case 'strong':
      return html`<strong>${node.text}</strong>`;
    case 'code':
      return html`<code>${node.text}</code>`;
    case 'link':
      return html`<a href="${node.href}">${node.text}</a>`;
    case 'mention':
      return html`${node.name}`;
  }
};

const lineHtml = (line: Line): Html => html`${line.map(inline)}`;

const typed = (label: string, command: string): Html => html`<li>${label} <code>/${command}</code></li>\n`;

/** The first heading is the page's. */
export const blockHtml = (block: Block, level: 'h1' | 'h2'): Html => {
  switch (block.type) {
    case 'heading':
      return level === 'h1' ? html`<h1>${block.text}</h1>\n` : html`<h2>${block.text}</h2>\n`;
    case 'paragraph':
      return html`<p class="said">${lineHtml(block.line)}</p>\n`;
    case 'list':
      return html`<ul>\n${block.items.map((item) => html`<li>${lineHtml(item)}</li>\n`)}</ul>\n`;
    case 'fields':
      return html`<dl>\n${block.fields.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${lineHtml(value)}</dd></div>\n`)}</dl>\n`;
    case 'buttons':
      return html`<ul>\n${block.buttons.map(({ label, command }) => typed(label, command))}</ul>\n`;
    case 'choice':
      return html`<ul>\n${block.options.map(({ label, command }) => typed(label, command))}</ul>\n`;
    case 'picture':
    case 'file':
      return html`<p>${lineHtml(block.words)}</p>\n`;
  }
};

export const blocksHtml = (blocks: readonly Block[]): Html => {
  const title = blocks.findIndex(({ type }) => type === 'heading');
  return html`${blocks.map((block, index) => blockHtml(block, index === title ? 'h1' : 'h2'))}`;
};
