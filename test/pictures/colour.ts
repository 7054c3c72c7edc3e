// Colours as eyes measure them: contrast as WCAG defines it, distance in CIELAB, and what people see who lack one kind of
// cone (Machado, Oliveira and Fernandes, 2009, severity 1).
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

export type Eyes = 'everyone' | 'protanopia' | 'deuteranopia' | 'tritanopia';

const SEEN: Readonly<Record<Eyes, Matrix>> = {
  everyone: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const dot = (row: Triple, [a, b, c]: Triple): number => row[0] * a + row[1] * b + row[2] * c;

const through = ([first, second, third]: Matrix, colour: Triple): Triple => [
  dot(first, colour),
  dot(second, colour),
  dot(third, colour),
];

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** `#rrggbb` in linear light. */
const linear = (hex: string): Triple => {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`${hex} is not a colour`);
  return [channel(hex, 1), channel(hex, 3), channel(hex, 5)];
};

const luminance = (hex: string): number => dot([0.2126, 0.7152, 0.0722], linear(hex));

export const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const TO_XYZ: Matrix = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

const bounded = (value: number): number => Math.min(1, Math.max(0, value));

const curve = (value: number): number =>
  value > 216 / 24_389 ? Math.cbrt(value) : (24_389 / 27 / 116) * value + 16 / 116;

/** In CIELAB. */
export const seenBy = (eyes: Eyes, hex: string): Triple => {
  const [r, g, b] = through(SEEN[eyes], linear(hex));
  const [x, y, z] = through(TO_XYZ, [bounded(r), bounded(g), bounded(b)]);
  return [116 * curve(y) - 16, 500 * (curve(x) - curve(y)), 200 * (curve(y) - curve(z))];
};

export const distance = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
