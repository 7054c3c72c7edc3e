// Where the files of an answer are written: a folder of ours, under names that cannot leave it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from './render.ts';

const safeName = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '') || 'fichier';

export const pathIn = (folder: string, name: string): string => join(folder, safeName(name));

export const save = async (folder: string, files: readonly Attachment[]): Promise<void> => {
  if (files.length === 0) return;
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map(({ name, content }) => writeFile(pathIn(folder, name), content)));
};
