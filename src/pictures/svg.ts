// SVG as values: every attribute and every text is escaped here, so that no name of a space can become markup.

/** Made by `tag` alone. */
export interface Svg {
  readonly markup: string;
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no place for most control characters, nor for half of a surrogate pair; our font has one unbreakable space. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replaceAll('\u202f', '\u00a0')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');

const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);

export const tag = (name: string, attributes: Attributes, ...children: readonly (Svg | string)[]): Svg => {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${written(value)}"`],
  );
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : child.markup)).join('');
  return { markup: inside === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inside}</${name}>` };
};

export const group = (...children: readonly Svg[]): Svg => ({ markup: children.map(({ markup }) => markup).join('') });
