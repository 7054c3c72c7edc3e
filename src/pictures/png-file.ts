// Pixels → PNG (https://www.w3.org/TR/png-3/), compressed off the main thread: resvg's own writer would hold up everyone
// for some 20 ms, and is no smaller on flat colours.
import { promisify } from 'node:util';
import { constants, crc32, deflate } from 'node:zlib';

const compressed = promisify(deflate);

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const CHANNELS = 4;

const chunk = (type: 'IHDR' | 'IDAT' | 'IEND', data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
};

/** 8 bits a channel, with alpha, not interlaced. */
const header = (width: number, height: number): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.writeUInt8(8, 8);
  data.writeUInt8(6, 9);
  return data;
};

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly pixels: Buffer;
}

export const pngFile = async ({ width, height, pixels }: Pixels): Promise<Uint8Array> => {
  const row = width * CHANNELS;
  // Each row begins with its filter: 0, none.
  const rows = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y += 1) pixels.copy(rows, y * (row + 1) + 1, y * row, (y + 1) * row);
  const data = await compressed(rows, { level: constants.Z_BEST_SPEED + 2 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(width, height)),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
